import type { Service } from '../model/lab.ts';
import { urlOf } from '../lab/urls.ts';
import type { LabIndex } from './lab-index.ts';

/** Bare URLs that more than one service would have (`/services/web/db/` for `web@dev/db` and `web@prod/db`), with those services. */
export function severalAt({ lab, places }: LabIndex): ReadonlyMap<string, readonly Service[]> {
  const namesakes = Map.groupBy(
    lab.services.filter(({ project }) => project.includes('@')),
    ({ project, name }) => urlOf('services', project.slice(0, project.indexOf('@')), name),
  );
  return new Map([...namesakes].filter(([url]) => !places.has(url)));
}
