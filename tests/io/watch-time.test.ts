import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchTime, type TimedWorker } from '../../src/io/parse/watch-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker to which the processor gives this share of the time. */
function workerWith(share: number): TimedWorker {
  const start = Date.now();
  return { cpuUsage: () => Promise.resolve({ user: (Date.now() - start) * 1000 * share, system: 0 }) };
}

/** After how many seconds a watch of 20 gives up. */
async function secondsUntilTooSlow(worker: TimedWorker): Promise<number | undefined> {
  const start = Date.now();
  let end: number | undefined;
  watchTime(worker, 20_000, () => (end = Date.now()));
  await vi.advanceTimersByTimeAsync(3_600_000);
  return end === undefined ? undefined : (end - start) / 1000;
}

describe('a worker that never ends is given up', () => {
  test.each([
    ['at its limit, on a machine that has nothing else to do', workerWith(1), 20],
    ['later, on a machine that is busy', workerWith(0.1), 90],
    ['at last, when it gets next to nothing', workerWith(0.001), 300],
    ['at its limit, where Node cannot tell its time', { cpuUsage: undefined as never }, 20],
    ['when it has ended without a word', { cpuUsage: () => Promise.reject(new Error('not running')) }, 20],
    ['when it does not even answer', { cpuUsage: () => new Promise<never>(() => undefined) }, 40],
  ])('%s', async (_when, worker, seconds) => {
    expect(await secondsUntilTooSlow(worker)).toBe(seconds);
  });
});

test('one that is done in time is never asked', async () => {
  const cpuUsage = vi.fn<TimedWorker['cpuUsage']>();
  const tooSlow = vi.fn<() => void>();
  const end = watchTime({ cpuUsage }, 20_000, tooSlow);
  await vi.advanceTimersByTimeAsync(9_000);
  end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(cpuUsage).not.toHaveBeenCalled();
  expect(tooSlow).not.toHaveBeenCalled();
});
