import type { Kind } from '../src/core/model/lab.ts';
import { KINDS } from '../src/core/model/lab.ts';
import type { Lab } from '../src/core/model/lab.ts';
import { plural } from './reporters/tally.ts';

/** `12 services; 9 runbooks, 1 note`: what the lab was taken for, so that a wrong guess is seen. */
export function census({ services, pages }: Pick<Lab, 'services' | 'pages'>): string {
  const byKind = Map.groupBy(pages, ({ kind }) => kind);
  const kinds = KINDS.flatMap((kind) => {
    const count = byKind.get(kind)?.length ?? 0;
    return count === 0 ? [] : [plural(count, NOUNS[kind])];
  });
  return `${plural(services.length, 'service')}; ${kinds.join(', ') || 'no pages'}`;
}

// A service may have several pages, or none.
const NOUNS: Readonly<Record<Kind, string>> = {
  service: 'service page',
  runbook: 'runbook',
  postmortem: 'postmortem',
  drill: 'drill',
  goal: 'goal',
  host: 'host',
  note: 'note',
};
