import { hasActions } from './actions.ts';
import type { LabIndex } from './lab-index.ts';

/** URLs of the lists of a lab, and of their parts that have pages of their own: kinds, actions, alerts, tags. */
export function listUrls(index: LabIndex): string[] {
  return [
    ...index.kinds.map(({ url }) => url),
    ...(hasActions(index) ? ['/actions/'] : []),
    ...withList('/alerts/', index.alertsByUrl),
    ...withList('/tags/', index.tags),
  ];
}

const withList = (list: string, parts: ReadonlyMap<string, unknown>): string[] =>
  parts.size === 0 ? [] : [list, ...parts.keys()];
