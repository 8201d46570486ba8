import { parse, TomlError } from 'smol-toml';
import { plain, TooLarge } from './plain.ts';
import type { Reading } from './reading.ts';
import { failed, TOO_LARGE } from './reading.ts';

/** Reads TOML to plain JSON. Dates become their text. */
export function readToml(text: string): Reading {
  try {
    const value = plain(
      parse(text, { integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop', maxDepth: 40 }),
    );
    return { value, lines: linesOf(text, value), problems: [] };
  } catch (error) {
    if (error instanceof TooLarge || error instanceof RangeError)
      return failed(TOO_LARGE.what, TOO_LARGE.hint, 1);
    if (!(error instanceof TomlError)) throw error;
    return failed(
      'it is not valid TOML',
      'Write one `key = "value"` on each line, with text in double quotes and each key once.',
      error.line,
    );
  }
}

const TOP_LEVEL = /^[ \t]*\[{0,2}[ \t]*["']?([\w-]+)["']?[ \t]*[.=\]]/;

/** The parser keeps no positions. Text in a string of several lines may look like a key: only keys that exist count, once. */
function linesOf(text: string, value: unknown): Record<string, number> {
  const keys = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const lines = new Map<string, number>();
  let inTable = false;
  for (const [index, line] of text.split('\n').entries()) {
    const table = line.trimStart().startsWith('[');
    inTable ||= table;
    const key = TOP_LEVEL.exec(line)?.[1];
    if (key && (table || !inTable) && keys.has(key) && !lines.has(key)) lines.set(key, index + 1);
  }
  return Object.fromEntries(lines);
}
