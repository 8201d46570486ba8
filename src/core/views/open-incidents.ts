import type { Id, Page, Service } from '../model/lab.ts';
import type { LabIndex, Place } from './lab-index.ts';
import { isOpen } from './page-view.ts';

/** An open incident, and what it hit: the page's own subject, or something that the subject hangs on. */
export type Announced = Readonly<{
  page: Page;
  on: Readonly<{ title: string; url: string }> | undefined;
}>;

/** Open incidents of what stands at a place, then of what it depends on, needs and runs on; each once. */
export function openIncidents(index: LabIndex, place: Place): Announced[] {
  if (place.type === 'page' && place.page.kind !== 'host') return [];
  const own = subjectOf(place);
  const announced = new Map<Id, Announced>();
  // A Set visits members added while it is being walked, so it is queue and record in one.
  const seen = new Set(own);
  for (const id of seen) {
    for (const { from, relation } of index.to.get(id) ?? []) {
      const page = relation === 'broke' ? index.pages.get(from) : undefined;
      if (page && isOpen(page) && !page.private && !announced.has(from))
        announced.set(from, { page, on: own.includes(id) ? undefined : named(index, id) });
    }
    for (const next of hangsOn(index, id)) seen.add(next);
  }
  return [...announced.values()];
}

const subjectOf = (place: Place): readonly Id[] => {
  switch (place.type) {
    case 'page':
      return [place.page.id];
    case 'service':
      return [place.service.id, ...place.service.pages];
    case 'project':
      return [place.project.id, ...place.project.services];
  }
};

const hangsOn = (index: LabIndex, id: Id): readonly Id[] =>
  (index.from.get(id) ?? []).flatMap(({ to, relation }) =>
    relation === 'depends-on' || relation === 'runs-on' || relation === 'needs' ? providersOf(index, to) : [],
  );

/** A capability with several providers is still there when one of them is down. */
function providersOf(index: LabIndex, id: Id): readonly Id[] {
  if (!id.startsWith('capability:')) return [id];
  const providers = (index.to.get(id) ?? []).filter(({ relation }) => relation === 'provides');
  return providers.length === 1 ? providers.map(({ from }) => from) : [];
}

function named(index: LabIndex, id: Id): Announced['on'] {
  const thing: Page | Service | undefined = index.services.get(id) ?? index.pages.get(id);
  return thing && !thing.private ? { title: thing.title, url: thing.url } : undefined;
}
