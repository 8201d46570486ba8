import { projectTitle } from '../lab/project-title.ts';
import type { Kind } from '../model/lab.ts';
import type { Place, LabIndex } from './lab-index.ts';
import { narrowingsOf, type Narrowing } from './narrowing.ts';
import { sortedBy, sortKey } from './order.ts';
import { pageRow, plainRow, serviceRow, type Row } from './rows.ts';
import type { Tag } from './tags.ts';

export type TagView = Readonly<{ rows: readonly Row[]; narrowings: readonly Narrowing[] }>;

/** Everything that has a tag: what to do before how it failed before, and the rest by title. */
export function tagView(index: LabIndex, { places }: Tag): TagView {
  const rows = sortedBy(
    places.flatMap((url) => {
      const place = index.places.get(url);
      return place ? [ofKind(rowOf(index, place), kindOf(place))] : [];
    }),
    ({ title, url, facets }) => [String(ORDER.indexOf(facets.kind?.[0] ?? '')), sortKey(title), url],
  );
  return { rows, narrowings: narrowingsOf(rows) };
}

const ORDER: readonly string[] = [
  'runbook',
  'postmortem',
  'service',
  'project',
  'host',
  'drill',
  'goal',
  'note',
];

const kindOf = (place: Place): Kind | 'project' => (place.type === 'page' ? place.page.kind : place.type);

const ofKind = (row: Row, kind: Kind | 'project'): Row => ({
  ...row,
  bits: [{ type: 'kind', kind }, ...row.bits],
  facets: { ...row.facets, kind: [kind] },
});

function rowOf(index: LabIndex, place: Place): Row {
  switch (place.type) {
    case 'page':
      return pageRow(index, place.page);
    case 'service':
      return serviceRow(index, place.service);
    case 'project':
      return plainRow({
        title: place.pages[0]?.title ?? projectTitle(place.project.name, place.project.folder),
        url: place.project.url,
      });
  }
}
