import { parse } from '../../core/parse.ts';
import type { Highlight, ParseOptions, SourceFile } from '../../core/model/parsed.ts';
import type { DrawerOf } from '../diagrams/drawers.ts';
import { toEntry } from './entry.ts';
import { fenceLanguages } from './fence-languages.ts';
import type { Outcome } from './outcome.ts';

export type OneOptions = Pick<ParseOptions, 'headingWords' | 'highlight'> & Readonly<{ drawerOf: DrawerOf }>;

/**
 * Parses one file. A parser that throws has failed on this file alone. The highlighter may know the languages of other
 * files too; here it knows only those that this file names, so that a page is the same in any company.
 */
export function parseOne(file: SourceFile, { headingWords, highlight, drawerOf }: OneOptions): Outcome {
  const named = fenceLanguages(file.text);
  const ownHighlight: Highlight = (code, lang) =>
    named.has(lang.toLowerCase()) ? highlight(code, lang) : undefined;
  const drawDiagram = drawerOf(file.text);
  const options = { headingWords, highlight: ownHighlight, ...(drawDiagram && { drawDiagram }) };
  try {
    return { type: 'parsed', entry: toEntry(parse(file, options)) };
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
