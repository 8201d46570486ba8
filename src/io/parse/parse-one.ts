import { parse } from '../../core/parse.ts';
import type { Highlight, ParseOptions, SourceFile } from '../../core/model/parsed.ts';
import { toEntry } from './entry.ts';
import { fenceLanguages } from './fence-languages.ts';
import type { Outcome } from './outcome.ts';

/**
 * Parses one file. A parser that throws has failed on this file alone. The highlighter may know the languages of other
 * files too; here it knows only those that this file names, so that a page is the same in any company.
 */
export function parseOne(file: SourceFile, { highlight, ...options }: ParseOptions): Outcome {
  const named = fenceLanguages(file.text);
  const ownHighlight: Highlight = (code, lang) =>
    named.has(lang.toLowerCase()) ? highlight(code, lang) : undefined;
  try {
    return { type: 'parsed', entry: toEntry(parse(file, { ...options, highlight: ownHighlight })) };
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
