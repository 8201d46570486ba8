/** How long changes are collected before they are told: a save is several events, and a checkout is thousands. */
const QUIET = 20;
const LONGEST = 100;
/** What has led to nothing is looked at less and less often. */
const LEAST_OFTEN = 5_000;
const FORGOTTEN_AFTER = 15_000;

export type Patience = Readonly<{
  /** Something changed that counts. */
  soon: () => void;
  /** Something changed that may not count. */
  perhaps: () => void;
  /** Whether the last call of `act` led to anything. */
  learn: (fruitful: boolean) => void;
  close: () => void;
}>;

/** Calls `act` a moment after something changed: at once, as far as people see, for what counts. */
export function patience(act: () => void): Patience {
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  let fruitless = 0;
  let learnt = 0;
  let closed = false;
  const wakeIn = (wait: number) => {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => {
      timer = undefined;
      since = undefined;
      act();
    }, wait);
  };
  return {
    soon: () => {
      const now = performance.now();
      since ??= now;
      wakeIn(Math.max(0, Math.min(QUIET, since + LONGEST - now)));
    },
    perhaps: () => {
      if (performance.now() - learnt > FORGOTTEN_AFTER) fruitless = 0;
      if (!timer) wakeIn(Math.min(QUIET * 2 ** fruitless, LEAST_OFTEN));
    },
    learn: (fruitful) => {
      fruitless = fruitful ? 0 : Math.min(fruitless + 1, 10);
      learnt = performance.now();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
