import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { Interrupted } from './command.ts';
import type { Io } from './command.ts';

type Process = Pick<NodeJS.Process, 'cwd' | 'env' | 'stdin' | 'stdout' | 'stderr'>;

/** The process that we are, as commands see it. */
export function terminal({ cwd, env, stdin, stdout, stderr }: Process): Io {
  const io: Io = {
    // npm runs scripts in the folder of the package, and says here where the person was.
    cwd: env.INIT_CWD ?? cwd(),
    env,
    print: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    // `styleText` leaves the text alone without a terminal and with NO_COLOR.
    paint: (style, text) => styleText(style, text, { stream: stdout }),
    now: () => new Date(),
  };
  if (!stderr.isTTY) return io;
  const watched: Io = { ...io, progress: (text) => void stderr.write(`\r${text}${CLEAR_REST}`) };
  if (!stdin.isTTY) return watched;
  return { ...watched, ask: (question) => ask(question, { input: stdin, output: stderr }) };
}

/** Erases the line from here on. */
const CLEAR_REST = '\u001b[K';

async function ask(
  question: string,
  streams: Readonly<{ input: NodeJS.ReadStream; output: NodeJS.WriteStream }>,
) {
  const lines = createInterface(streams);
  try {
    // Without this, Ctrl+D and Ctrl+C leave the question unanswered for ever.
    const closed = new Promise<never>((_, reject) => {
      lines.once('close', () => reject(new Interrupted()));
      lines.once('SIGINT', () => lines.close());
    });
    return (await Promise.race([lines.question(question), closed])).trim();
  } finally {
    lines.close();
  }
}
