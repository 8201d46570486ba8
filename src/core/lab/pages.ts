import type { Finding, Flaw } from '../model/finding.ts';
import type { History, Id, Kind, Mode, Page, PageData, Target } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import type { Classified } from './classify.ts';
import { titleOf, type ReadData } from './page-data.ts';
import type { LinksOf } from './page-links.ts';

export type PageContext = Readonly<{
  dataOf: (page: ParsedPage, kind: Kind) => ReadData;
  linksOf: LinksOf;
  history: History;
  urls: ReadonlyMap<Id, string>;
}>;

/** The page that a Markdown file becomes, and what is wrong with it beyond what parsing saw. */
export function pageOf(
  parsed: ParsedPage,
  classified: Classified,
  context: PageContext,
): { page: Page; findings: readonly Finding[] } {
  const { path } = parsed;
  const { kind, from } = classified;
  const id: Id = `page:${path}`;
  const { data, flaws } = context.dataOf(parsed, kind);
  const resolved = context.linksOf(parsed);
  const targets: Target[] = resolved.map(({ target }) => target);
  const lastChange = context.history.lastChange.get(path);
  const page: Page = {
    id,
    path,
    kind,
    kindFrom: from,
    title: titleOf(parsed),
    url: context.urls.get(id) ?? '/',
    data,
    ...modeOf(data),
    private: data['private'] === true,
    public: data['public'] === true,
    parsed,
    targets,
    ...(lastChange && { lastChange }),
  };
  return { page, findings: placed(path, [...flaws, ...resolved.flatMap(({ flaw }) => flaw ?? [])]) };
}

/** Flaws of one file as findings of the lab. */
export const placed = (path: string, flaws: readonly Flaw[]): Finding[] =>
  flaws.map(({ line, ...flaw }) => ({ ...flaw, place: { path, line } }));

export function modeOf(data: PageData): { mode?: Mode } {
  const { mode } = data;
  return mode === 'production' || mode === 'sandbox' ? { mode } : {};
}
