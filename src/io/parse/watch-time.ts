import type { Worker } from 'node:worker_threads';

/** What is asked of a worker. */
export type TimedWorker = Pick<Worker, 'cpuUsage'>;

/** On a busy machine a worker may wait this many times its limit for the processor. */
const MOST_WAITING = 15;
/** A machine that has nothing else to do gives a worker a little less than all of its time. */
const SHARE = 0.8;

/**
 * Calls `tooSlow` once the worker has taken `limit` milliseconds for what it does. The second half of them is counted in
 * time of the processor, as far as Node can tell it: on a busy machine that passes more slowly than the clock. The worker
 * is not asked before half of the time is over, so that quick work costs nothing. Returns what ends the watch.
 */
export function watchTime(worker: TimedWorker, limit: number, tooSlow: () => void): () => void {
  const half = limit / 2;
  let ended = false;
  let looks = 0;
  let before: number | undefined;
  let timer = setTimeout(look, half);

  async function look(): Promise<void> {
    looks += 1;
    const now = await within(half, usedBy(worker));
    if (ended) return;
    if (looks === 1) before = now;
    const isWaiting = before !== undefined && now !== undefined && now - before < half * SHARE;
    if (looks === 1 || (isWaiting && looks < 2 * MOST_WAITING)) timer = setTimeout(look, half);
    else tooSlow();
  }

  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Milliseconds of the processor; undefined when they are not known: older versions of Node can't say. */
async function usedBy(worker: TimedWorker): Promise<number | undefined> {
  if (typeof worker.cpuUsage !== 'function') return undefined;
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return undefined; // it has ended, and says so itself
  }
}

/** Undefined when a worker is stuck so deeply that it can't even say how long it has worked. */
const within = <T>(limit: number, answer: Promise<T>): Promise<T | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), limit);
    void answer.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
