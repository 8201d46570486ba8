import type { Relation } from '../core/model/lab.ts';
import type { Indirect } from '../core/views/indirect.ts';
import type { Direction, Related, RelationGroup } from '../core/views/relations.ts';
import { kindTexts, texts } from './texts.ts';

const RELATION_TEXTS: Readonly<Record<Relation | Indirect, Readonly<Record<Direction, string>>>> = {
  covers: { out: 'For these services', in: 'Runbooks' },
  broke: { out: 'What broke', in: 'Past failures' },
  'fixed-by': { out: 'Runbooks used', in: 'Incidents that used it' },
  'depends-on': { out: 'Depends on', in: 'Goes down with it' },
  needs: { out: 'Needs', in: 'Needed by' },
  'runs-on': { out: 'Runs on', in: 'Runs here' },
  provides: { out: 'Provides', in: 'Provided by' },
  alerts: { out: 'Runbook', in: 'Alerts' },
  rehearses: { out: 'Rehearses', in: 'Drills' },
  proves: { out: 'Proves the backup of', in: 'Proven by' },
  taught: { out: 'Taught', in: 'Learnt from' },
  shares: { out: 'Shares', in: 'Shared by' },
  mentions: { out: 'Mentions', in: 'Mentioned in' },
  similar: { out: 'Similar failures', in: '' },
  'runbooks-for': { out: 'Runbooks for what broke', in: '' },
  'failures-of': { out: 'Other failures of these services', in: '' },
};

export const relationText = ({
  relation,
  direction,
}: Readonly<{ relation: Relation | Indirect; direction: Direction }>): string =>
  RELATION_TEXTS[relation][direction];

/** The same beside a few names. */
export const glanceText = (line: Readonly<{ relation: Relation | Indirect; direction: Direction }>): string =>
  GLANCE_TEXTS[`${line.relation} ${line.direction}`] ?? relationText(line);

const GLANCE_TEXTS: Readonly<Record<string, string>> = {
  'covers out': 'For',
  'fixed-by out': 'Runbooks',
  'depends-on in': 'Takes down',
  'proves out': 'Proves',
};

/** What opens the rows that are folded away. */
export const foldText = (group: RelationGroup): string =>
  group.items.length > 0
    ? texts.moreItems(group.folded.length)
    : `${relationText(group)} (${group.folded.length})`;

/** How a network, volume or capability is joined to the services that are named beside it. */
export const howJoined = (relation: Relation | Indirect): string =>
  ({ shares: 'with', needs: 'from', provides: 'for' })[String(relation)] ?? '';

/** `If this is what is down: 2 runbooks, 1 postmortem`. */
export function helpText(help: readonly Pick<Related, 'kind'>[]): string {
  const counts = Map.groupBy(help, ({ kind }) => kind);
  const parts = [...counts].map(([kind, { length }]) => {
    const words = kindTexts[kind as keyof typeof kindTexts];
    return `${length} ${(length === 1 ? words.one : words.many).toLowerCase()}`;
  });
  return `If this is what is down: ${parts.join(', ')}`;
}

export const relatedKind = (kind: Related['kind']): string =>
  kind in kindTexts ? kindTexts[kind as keyof typeof kindTexts].one : kind;
