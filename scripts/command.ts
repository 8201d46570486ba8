/** Styles a reporter may ask for; whether they show is decided where the text is printed. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';
export type Paint = (style: Style, text: string) => string;

/** What a command may touch of the world besides the disk. Tests hand in their own. */
export type Io = Readonly<{
  /** Folder that paths on the command line are relative to. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Prints a result, to stdout. */
  print: (text: string) => void;
  /** Prints a note for the person at the keyboard, to stderr. */
  note: (text: string) => void;
  paint: Paint;
  /** Shows how far a long task is, when somebody watches; `''` takes it away. */
  progress?: (text: string) => void;
  now: () => Date;
  /** Asks one question, when somebody is there to answer it. An empty answer is `''`. */
  ask?: (question: string) => Promise<string>;
  /** Aborted by Ctrl+C. Who listens to it ends by itself; any other command is ended. */
  interrupted?: AbortSignal;
}>;

/** An option as `parseArgs` of `node:util` reads it, with what `--help` says about it. */
export type Option = Readonly<{
  type: 'string' | 'boolean';
  /** Name of the value in the help, such as `folder`. */
  value?: string;
  about: string;
}>;

export type Options = Readonly<Record<string, Option>>;

/** One command: what its help says, and what it does. The number is the exit code. */
export type Command = Readonly<{
  usage: string;
  about: string;
  options: Options;
  examples: readonly string[];
  run: (args: readonly string[], io: Io) => Promise<number>;
}>;

export const EXIT = { sound: 0, errors: 1, wrongUse: 2, bug: 3, interrupted: 130 } as const;

/** The command was called in a way that it cannot follow. `message` says what to write instead. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

/** The person at the keyboard gave up. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
