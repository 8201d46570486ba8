import type { ParseOptions, SectionRole } from '../model/parsed.ts';
import { plainWords } from '../schema/synonyms.ts';
import { HEADING_WORDS } from './heading-words.ts';

export type RoleOf = (heading: string) => SectionRole | undefined;

/** Reads the meaning of a heading: its whole text, else what stands before the first mark, else its first words. */
export function sectionRoles(extra: ParseOptions['headingWords']): RoleOf {
  const own = new Map(
    Object.entries(extra).flatMap(([role, words]) =>
      words.map((word) => [plainWords(word), ROLES.find((known) => known === role)] as const),
    ),
  );
  const known = (words: string): SectionRole | undefined => own.get(words) ?? KNOWN.get(words);
  return (heading) => {
    const text = heading.slice(0, LONGEST).replace(NUMBER, '');
    const words = plainWords(text);
    const whole = known(words) ?? known(plainWords(text.split(MARK, 1)[0] ?? ''));
    if (whole) return whole;
    const first = words.split(' ');
    for (let count = Math.min(first.length - 1, MOST_WORDS); count > 0; count--) {
      const start = first.slice(0, count).join(' ');
      if (count > 1 || TELLING.test(start)) {
        const role = known(start);
        if (role) return role;
      }
    }
    return undefined;
  };
}

const ROLES: readonly SectionRole[] = [
  'summary',
  'impact',
  'symptoms',
  'detection',
  'cause',
  'trigger',
  'fix',
  'timeline',
  'actions',
  'lessons',
  'well',
  'wrong',
  'lucky',
  'diagnosis',
  'mitigation',
  'verification',
  'rollback',
  'prerequisites',
  'hypothesis',
  'method',
  'steady',
  'question',
  'evidence',
  'hardware',
];

const KNOWN: ReadonlyMap<string, SectionRole> = new Map(
  ROLES.flatMap((role) => HEADING_WORDS[role].split('|').map((words) => [words, role] as const)),
);

const LONGEST = 200;
const MOST_WORDS = 4;

/** `1.`, `2.3)`, `IV.`, `Step 4:` before a heading. */
const NUMBER =
  /^[\s#]*(?:(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivx]{1,4}|[a-h])[.):、]\s*|\d{1,3}(?:\.\d{1,3}){0,4}\s+)/i;

/** What follows explains the heading, or adds to it. */
const MARK = /[(（［[:：–—/／&,、・]|\s-\s|\s(?:and|und|et|y|e|or|oder|ou)\s/;

/** Single words that mean the same whatever follows them: "Timeline of the evening". */
const TELLING =
  /^(?:timeline|chronology|chronologie|zeitleiste|cronología|cronologia|lessons|learnings|symptoms|symptome|hypothesis|prerequisites)$/;
