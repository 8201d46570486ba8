import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patience } from '../../../src/io/watch/patience.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the events of one save are one act, at most 30 ms after the last', () => {
  const act = vi.fn();
  const { soon } = patience(act);
  for (let time = 0; time < 4; time += 1) {
    soon();
    vi.advanceTimersByTime(5);
  }
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(25);
  expect(act).toHaveBeenCalledOnce();
});

test('changes without end do not put it off without end', () => {
  const act = vi.fn();
  const { soon } = patience(act);
  for (let time = 0; time < 1000; time += 1) {
    soon();
    vi.advanceTimersByTime(1);
  }
  expect(act.mock.calls.length).toBeGreaterThan(5);
});

test('what leads to nothing is looked at less and less often, and what counts still at once', () => {
  const act = vi.fn(() => learn(false));
  const { soon, perhaps, learn } = patience(act);
  for (let time = 0; time < 60_000; time += 10) {
    perhaps();
    vi.advanceTimersByTime(10);
  }
  expect(act.mock.calls.length).toBeLessThan(30);
  act.mockClear();
  soon();
  vi.advanceTimersByTime(30);
  expect(act).toHaveBeenCalledOnce();
});

test('it forgets what led to nothing', () => {
  const act = vi.fn();
  const { perhaps, learn } = patience(act);
  for (let time = 0; time < 10; time += 1) learn(false);
  vi.advanceTimersByTime(20_000);
  perhaps();
  vi.advanceTimersByTime(30);
  expect(act).toHaveBeenCalledOnce();
});

test('once closed it does nothing', () => {
  const act = vi.fn();
  const { soon, perhaps, close } = patience(act);
  soon();
  close();
  perhaps();
  soon();
  vi.advanceTimersByTime(10_000);
  expect(act).not.toHaveBeenCalled();
});
