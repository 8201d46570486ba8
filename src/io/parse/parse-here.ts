import type { SourceFile } from '../../core/model/parsed.ts';
import type { OnOutcome, ParseSetting } from './outcome.ts';

type HereOptions = ParseSetting & Readonly<{ onOutcome: OnOutcome }>;

/** Parses `files` one after the other. The parser is loaded here and not before: a build without changes spares it. */
export async function parseHere(files: readonly SourceFile[], options: HereOptions): Promise<void> {
  const [{ parseOne }, { createHighlight }, { drawers }] = await Promise.all([
    import('./parse-one.ts'),
    import('../highlighter.ts'),
    import('../diagrams/drawers.ts'),
  ]);
  const [highlight, drawerOf] = await Promise.all([
    createHighlight(options.languages),
    drawers()(files.map(({ text }) => text)),
  ]);
  const { headingWords, onOutcome } = options;
  for (const file of files) onOutcome(file, parseOne(file, { headingWords, highlight, drawerOf }));
}
