import type { Finding, Flaw } from '../model/finding.ts';
import type { History, Id, Mode, Page, PageData, Target } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import type { Classified } from './classify.ts';
import { resolveLink } from './links.ts';
import { pageData, titleOf } from './page-data.ts';
import { resolveWiki, type WikiContext } from './wiki-links.ts';

export type PageContext = Readonly<{ links: WikiContext; history: History; urls: ReadonlyMap<Id, string> }>;

/** The page that a Markdown file becomes, and what is wrong with it beyond what parsing saw. */
export function pageOf(
  parsed: ParsedPage,
  classified: Classified,
  context: PageContext,
): { page: Page; findings: readonly Finding[] } {
  const { path } = parsed;
  const { kind, from } = classified;
  const id: Id = `page:${path}`;
  const { data, flaws } = pageData(parsed, kind);
  const resolved = parsed.slots.map((slot) =>
    slot.type === 'link' || slot.type === 'image'
      ? resolveLink(slot, path, context.links)
      : resolveWiki(slot, path, context.links),
  );
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
