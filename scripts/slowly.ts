import type { Io } from './command.ts';

/** Says how far a work is once it has taken longer than a person waits without wondering. Quiet without a terminal. */
export function slowly(
  { progress }: Io,
  say: (done: number, total: number) => string,
): (done: number, total: number) => void {
  const start = performance.now();
  return (done, total) => {
    if (performance.now() - start > 1000) progress?.(say(done, total));
  };
}
