import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './made-picture.ts';

/** `unfinished`: the picture took down the process that unpacked it, or too much time. */
export type Worked = Outcome | Readonly<{ type: 'unfinished' }>;

export type PictureProcess = Readonly<{ make: (job: Job) => Promise<Worked>; end: () => void }>;

/**
 * A process that makes pictures, one after the other, started with the first. Pictures are written by others, and a thread
 * that is busy unpacking one can't be stopped: a process can, and its memory is not ours.
 */
export function pictureProcess(
  limit = LIMIT,
  module = new URL('./picture-worker.ts', import.meta.url),
): PictureProcess {
  let child: ChildProcess | undefined;
  const end = () => {
    child?.on('error', () => undefined); // what it says after it was given up
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    make: async (job) => {
      child ??= fork(fileURLToPath(module), {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        execArgv: [],
      });
      const worked = await ask(child, job, limit);
      if (worked.type === 'unfinished') end();
      return worked;
    },
    end,
  };
}

/** The largest pictures that are allowed take a tenth of it. */
const LIMIT = 60_000;

function ask(child: ChildProcess, job: Job, limit: number): Promise<Worked> {
  return new Promise((resolve) => {
    const giveUp = () => settle({ type: 'unfinished' });
    const timer = setTimeout(giveUp, limit);
    const settle = (worked: Worked) => {
      clearTimeout(timer);
      child.off('message', settle).off('error', giveUp).off('exit', giveUp);
      resolve(worked);
    };
    child.once('message', settle).once('error', giveUp).once('exit', giveUp);
    child.send(job, (error) => error && giveUp());
  });
}
