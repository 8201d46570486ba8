import type { RootContent } from 'mdast';
import type { SectionRole } from '../model/parsed.ts';
import type { Part } from './outline.ts';
import { itemsIn } from './items.ts';
import { lineText, ownText } from './plain-text.ts';
import { firstSentence, shortened } from './sentences.ts';

/** What people see when it is broken: items below such a heading, else the first sentence of each paragraph. */
export function findSymptoms(parts: readonly Part[]): readonly string[] {
  const said = parts
    .filter(({ role }) => role === 'symptoms')
    .flatMap(({ nodes }) => {
      const items = itemsIn(nodes).filter(({ depth }) => depth === 0);
      if (items.length > 0) return items.map(({ item }) => shortened(ownText(item)));
      return nodes.filter((node) => node.type === 'paragraph').map((node) => firstSentence(lineText(node)));
    });
  return [...new Set(said.filter(Boolean))].slice(0, MOST);
}

const MOST = 30;

/** First sentence on what mended it, else on what helped for the moment. */
export function findFix(parts: readonly Part[]): string | undefined {
  const wordsOf = (wanted: SectionRole): readonly string[] =>
    parts.filter(({ role }) => role === wanted).flatMap(({ nodes }) => nodes.map(firstWords));
  const text = [...wordsOf('fix'), ...wordsOf('mitigation')].find((words) => !UNFINISHED.test(words));
  return text === undefined ? undefined : firstSentence(text);
}

function firstWords(node: RootContent): string {
  if (node.type === 'paragraph') return lineText(node);
  const [first] = itemsIn([node]);
  return first ? ownText(first.item) : '';
}

/** Nothing yet, or an introduction to what follows. */
const UNFINISHED = /^\s*$|^\W*(?:todo|tbd|tba|n\/a|none|unknown|pending)\b.{0,40}$|[:：]\s*$/i;
