import { parse } from '../../core/parse.ts';
import type { ParseOptions, SourceFile } from '../../core/model/parsed.ts';
import { toEntry } from './entry.ts';
import type { Outcome } from './outcome.ts';

/** Parses one file. A parser that throws has failed on this file alone. */
export function parseOne(file: SourceFile, options: ParseOptions): Outcome {
  try {
    return { type: 'parsed', entry: toEntry(parse(file, options)) };
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
