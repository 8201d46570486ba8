import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from '../../../src/io/watch/one-at-a-time.ts';

test('never runs twice at once, and once more for all that was asked meanwhile', async () => {
  let running = 0;
  let runs = 0;
  const { request, settled } = oneAtATime(async () => {
    running += 1;
    runs += 1;
    expect(running).toBe(1);
    await pause(5);
    running -= 1;
  });
  request();
  for (let time = 0; time < 5; time += 1) request();
  await settled();
  expect(runs).toBe(2);
  request();
  await settled();
  expect(runs).toBe(3);
});

test('the last run sees what was there at the last request', async () => {
  let state = 'old';
  let seen = '';
  const { request, settled } = oneAtATime(async () => {
    seen = state;
    await pause(5);
  });
  request();
  state = 'new';
  request();
  await settled();
  expect(seen).toBe('new');
});
