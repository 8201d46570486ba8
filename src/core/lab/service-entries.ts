import type { Finding } from '../model/finding.ts';
import type { Id, Page, PageData, Project, Service } from '../model/lab.ts';
import { checkData } from '../schema/check-data.ts';
import { modeOf, placed } from './pages.ts';
import type { ProjectDraft, ServiceDraft } from './services.ts';

export type EntryContext = Readonly<{ pages: ReadonlyMap<Id, Page>; urls: ReadonlyMap<Id, string> }>;

/** A service with everything said about it: its pages' front matter over its own labels. */
export function serviceEntry(
  draft: ServiceDraft,
  { pages, urls }: EntryContext,
): { service: Service; findings: readonly Finding[] } {
  const told = draft.pages.flatMap((path) => pages.get(`page:${path}`) ?? []);
  const best = draft.defined?.variants[0];
  const labels = best
    ? checkData('service', { data: best.service.own, lines: {}, format: 'none' })
    : { data: {}, flaws: [] };
  const data: PageData = Object.assign({}, labels.data, ...told.map((page) => page.data).toReversed());
  const source = best ? { path: best.path, line: best.service.line } : { path: told[0]?.path ?? '', line: 1 };
  const service: Service = {
    id: draft.id,
    project: draft.ref.includes('/') ? draft.ref.slice(0, draft.ref.lastIndexOf('/')) : draft.project,
    name: draft.name,
    title: titleOf(draft, told[0], data),
    url: urls.get(draft.id) ?? '/',
    mode: modeOf(data).mode,
    source,
    ...(best && { compose: best.service }),
    variants: draft.defined?.variants ?? [],
    pages: told.map(({ id }) => id),
    data,
    private: told.some((page) => page.private),
  };
  const line = best?.service.line ?? 1;
  return {
    service,
    findings: placed(
      source.path,
      labels.flaws.map((flaw) => ({ ...flaw, line })),
    ),
  };
}

export const projectEntry = (draft: ProjectDraft, { urls }: EntryContext): Project => ({
  id: draft.id,
  name: draft.name,
  url: urls.get(draft.id) ?? '/',
  folder: draft.folder,
  services: draft.services,
  ...(draft.main && { main: draft.main }),
  pages: draft.pages.map((path): Id => `page:${path}`),
});

/** A README's heading names the whole project, so only a page written for the service gives it a title. */
function titleOf(draft: ServiceDraft, page: Page | undefined, data: PageData): string {
  const said = data['title'];
  if (typeof said === 'string') return said;
  return page && !draft.defined ? page.title : draft.name;
}
