import type { Command } from './command.ts';

type Entry = Readonly<{ about: string; load: () => Promise<Command> }>;

/** Every command. Its code is loaded when it is called, so that none waits for the packages of another. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  build: {
    about: 'Build the site of a lab.',
    load: async () => (await import('./build.ts')).build,
  },
  check: {
    about: 'Say what is wrong in a lab, where, and what to write instead.',
    load: async () => (await import('./check.ts')).check,
  },
  new: {
    about: 'Start a page from a template, filled in from the lab.',
    load: async () => (await import('./new.ts')).newPage,
  },
  dev: {
    about: 'Show every edit of a lab at once.',
    load: async () => (await import('./dev.ts')).dev,
  },
  serve: {
    about: 'Serve the built site on this machine.',
    load: async () => (await import('./serve.ts')).serve,
  },
  start: {
    about: 'Build the demo lab and serve it on this machine.',
    load: async () => (await import('./start.ts')).start,
  },
};
