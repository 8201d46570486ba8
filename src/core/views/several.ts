import type { Lab, Service } from '../model/lab.ts';
import { urlOf } from '../lab/urls.ts';

/**
 * Bare URLs that more than one service or project would have (`/services/web/db/` and `/services/web/` for `web@dev/db` and
 * `web@prod/db`), with the services that are meant.
 */
export function severalAt(
  { services }: Lab,
  places: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly Service[]> {
  const namesakes = services.filter(({ project }) => project.includes('@'));
  const all = [
    ...Map.groupBy(namesakes, (service) => urlOf('services', bare(service), service.name)),
    ...Map.groupBy(namesakes, (service) => urlOf('services', bare(service))),
  ];
  return new Map(all.filter(([url]) => !places.has(url)));
}

const bare = ({ project }: Service): string => project.slice(0, project.indexOf('@'));
