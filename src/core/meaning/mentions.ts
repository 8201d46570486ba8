import type { Nodes, Root } from 'mdast';
import type { Mentions } from '../model/parsed.ts';
import { COMMON_WORDS } from './common-words.ts';
import { startLine } from './items.ts';

/** Words that may name a service: whole inline code spans, and the distinct words of the prose. First lines only. */
export function findMentions(root: Root): Mentions {
  const code = new Map<string, number>();
  const prose = new Map<string, number>();
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode') {
      const word = node.value.toLowerCase();
      if (TOKEN.test(word) && !code.has(word)) code.set(word, startLine(node));
    } else if (node.type === 'text') collect(node.value, startLine(node), prose);
    else if ('children' in node && !isBareAddress(node)) node.children.forEach(visit);
  };
  visit(root);
  const coded = [...code].slice(0, MOST / 2);
  const all = [...coded, ...prose].slice(0, MOST);
  return {
    words: all.map(([word]) => word).join('\n'),
    lines: all.map(([, line]) => line),
    code: coded.length,
  };
}

const MOST = 1500;
const TOKEN = /^[a-z0-9][\w.@/-]{1,60}$/;

function collect(text: string, firstLine: number, words: Map<string, number>): void {
  for (const [index, line] of text.split('\n').entries())
    for (const [found] of line.matchAll(/[A-Za-z0-9][\w.@/-]*/g)) {
      const word = found
        .slice(0, 62)
        .replace(/[^A-Za-z0-9]+$/, '')
        .toLowerCase();
      if (
        word.length < 3 ||
        word.length > 61 ||
        words.has(word) ||
        COMMON_WORDS.has(word) ||
        !THREE_LETTERS.test(word)
      )
        continue;
      words.set(word, firstLine + index);
    }
}

const THREE_LETTERS = /[a-z].*[a-z].*[a-z]/;

/** The parts of an address are no words. */
const isBareAddress = (node: Nodes): boolean =>
  node.type === 'link' &&
  node.children[0]?.type === 'text' &&
  /^(?:https?:\/\/|www\.|\S+@)/.test(node.children[0].value);
