import type { Service } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';

/** The service with this id, `project/name` or the bare name of one service. */
export function serviceNamed({ services, servicesByName }: LabIndex, id: string): Service | undefined {
  const exact = services.get(`service:${id}`);
  if (exact) return exact;
  const [only, ...others] = servicesByName.get(id) ?? [];
  return others.length === 0 ? only : undefined;
}
