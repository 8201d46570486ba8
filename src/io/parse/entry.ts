import type { Mention, PageBody, ParsedFile, ParsedPage } from '../../core/model/parsed.ts';

/** A parsed file as JSON, its heavy half apart; `body` is '' for a file that is no page. */
export type Entry = Readonly<{ facts: string; body: string }>;

/** Mentions are more than half of what is known of a page: in columns they are read in half the time. */
type Columns = Readonly<{ words: readonly string[]; lines: readonly number[]; code: readonly number[] }>;
type PageFacts = Omit<ParsedPage, 'body' | 'mentions'> & Readonly<{ mentions: Columns }>;
type Facts = Exclude<ParsedFile, ParsedPage> | PageFacts;

export function toEntry(file: ParsedFile): Entry {
  if (file.form !== 'page') return { facts: JSON.stringify(file), body: '' };
  const { body, mentions, ...facts } = file;
  const written: PageFacts = { ...facts, mentions: toColumns(mentions) };
  return { facts: JSON.stringify(written), body: JSON.stringify(body) };
}

/** The other way round. A page asks for its body each time it is read, so that a thousand bodies need no memory. */
export function fromEntry(facts: string, readBody: () => PageBody): ParsedFile {
  const file: Facts = JSON.parse(facts);
  if (file.form !== 'page') return file;
  return {
    ...file,
    mentions: fromColumns(file.mentions),
    get body() {
      return readBody();
    },
  };
}

/** `code` has the places of those that stood alone in a code span. */
const toColumns = (mentions: readonly Mention[]): Columns => ({
  words: mentions.map(({ word }) => word),
  lines: mentions.map(({ line }) => line),
  code: mentions.flatMap(({ code }, index) => (code ? [index] : [])),
});

function fromColumns({ words, lines, code }: Columns): Mention[] {
  const coded = new Set(code);
  return words.map((word, index) => ({ word, line: lines[index] ?? 1, code: coded.has(index) }));
}
