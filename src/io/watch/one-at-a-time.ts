/** `request` runs the work; when it runs already, once more after that, however often it was asked for meanwhile. */
export type OneAtATime = Readonly<{ request: () => void; settled: () => Promise<void> }>;

/** Work that never runs twice at once, and whose last run always began after the last request. */
export function oneAtATime(work: () => Promise<void>): OneAtATime {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    try {
      for (; again; await work()) again = false;
    } finally {
      running = undefined;
    }
  };
  return {
    request: () => {
      again = true;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
  };
}
