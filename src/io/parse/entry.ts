import type { PageBody, ParsedFile, ParsedPage } from '../../core/model/parsed.ts';

/** A parsed file as JSON, its heavy half apart; `body` is '' for a file that is no page. */
export type Entry = Readonly<{ facts: string; body: string }>;

type Facts = Exclude<ParsedFile, ParsedPage> | Omit<ParsedPage, 'body'>;

export function toEntry(file: ParsedFile): Entry {
  if (file.form !== 'page') return { facts: JSON.stringify(file), body: '' };
  const { body, ...facts } = file;
  return { facts: JSON.stringify(facts), body: JSON.stringify(body) };
}

/** The other way round. A page asks for its body each time it is read, so that a thousand bodies need no memory. */
export function fromEntry(facts: string, readBody: () => PageBody): ParsedFile {
  const file: Facts = JSON.parse(facts);
  if (file.form !== 'page') return file;
  return {
    ...file,
    get body() {
      return readBody();
    },
  };
}
