import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../../core/model/parsed.ts';
import type { OnOutcome, Outcome, ParseSetting } from './outcome.ts';
import { watchTime } from './watch-time.ts';

const MOST_WORKERS = 8;
const BATCH_BYTES = 200_000;
/** A file is done in milliseconds; one that takes this long of the processor never ends. */
const FILE_LIMIT = 20_000;
const LEAST_LIMIT = 2_000;
/** Without limits a worker takes half as much again for the same work, and a hostile file takes the machine. */
const MEMORY = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 1_500 };
/** What Node calls a thread that has ended. */
const ENDED = -1;
const START_LIMIT = 120_000;

export type PoolOptions = ParseSetting &
  Readonly<{
    onOutcome: OnOutcome;
    /** The module that workers run and how long they may take for a file: for tests. */
    worker?: URL;
    limit?: number;
  }>;

/** Parses `files` in worker threads. A file that takes its worker down, or too much time, fails alone. */
export async function parseInWorkers(files: readonly SourceFile[], options: PoolOptions): Promise<void> {
  const batches = batchesOf(files);
  const count = Math.min(availableParallelism(), MOST_WORKERS, batches.length);
  await Promise.all(Array.from({ length: count }, () => workThrough(batches, options)));
}

/** Neighbours of about the same number of bytes together; the last batch is taken first. */
function batchesOf(files: readonly SourceFile[]): SourceFile[][] {
  const batches: SourceFile[][] = [];
  let bytes = BATCH_BYTES;
  for (const file of files) {
    if (bytes >= BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(file);
    bytes += file.text.length;
  }
  return batches;
}

async function workThrough(batches: SourceFile[][], options: PoolOptions): Promise<void> {
  let limit = options.limit ?? FILE_LIMIT;
  let worker: Worker | undefined;
  try {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      if (worker?.threadId === ENDED) worker = undefined;
      worker ??= await startWorker(options);
      const { done, reason } = await runBatch(worker, batch, { ...options, limit });
      const culprit = batch[done];
      if (!culprit) continue;
      options.onOutcome(culprit, { type: 'failed', reason });
      await worker.terminate();
      worker = undefined;
      // A lab may hold many such files: patience wears off, so that their number does not add up to hours.
      limit = Math.max(limit / 2, Math.min(limit, LEAST_LIMIT));
      if (done + 1 < batch.length) batches.push(batch.slice(done + 1));
    }
  } finally {
    await worker?.terminate();
  }
}

function startWorker({ languages, headingWords, worker }: PoolOptions): Promise<Worker> {
  const data: ParseSetting = { languages, headingWords };
  const started = new Worker(worker ?? new URL('./parse-worker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: MEMORY,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('A worker of the parser did not start.')), START_LIMIT);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      stopListening(started);
      act();
    };
    started.once('message', () => settle(() => resolve(started)));
    started.once('error', (error) => settle(() => reject(error)));
    started.once('exit', (code) =>
      settle(() => reject(new Error(`A worker of the parser ended with ${code}.`))),
    );
  });
}

type Ended = Readonly<{ done: number; reason: string }>;

/** `done` files of the batch have their outcome when it resolves; the next one is why it stopped. */
function runBatch(
  worker: Worker,
  batch: readonly SourceFile[],
  { onOutcome, limit = FILE_LIMIT }: PoolOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    let done = 0;
    const stop = (reason: string) => {
      endWatch();
      stopListening(worker);
      worker.on('error', () => undefined); // what it says after it was given up
      resolve({ done, reason });
    };
    const tooSlow = () => stop(`it took longer than ${limit / 1000} seconds`);
    let endWatch = watchTime(worker, limit, tooSlow);
    worker.on('message', (outcome: Outcome) => {
      const file = batch[done];
      if (!file) return;
      onOutcome(file, outcome);
      done += 1;
      endWatch();
      if (done === batch.length) stop('');
      else endWatch = watchTime(worker, limit, tooSlow);
    });
    // The last outcomes may arrive after the error, but never after the exit.
    let reason: string | undefined;
    worker.on('error', (error) => (reason = error.message));
    worker.on('exit', (code) => stop(reason ?? `the parser ended with ${code}`));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(batch);
  });
}

/** Each by name: without one, the listeners of Node itself would go too, and the worker would fall silent. */
function stopListening(worker: Worker): void {
  for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name);
}
