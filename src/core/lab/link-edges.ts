import { sectionRoles, type RoleOf } from '../meaning/section-role.ts';
import type { Edge, Id, Kind, Page } from '../model/lab.ts';

/** Links in the body of a page, read by what they join and where they stand. `kinds` are those of all pages. */
export function* linkEdges(page: Page, kinds: ReadonlyMap<Id, Kind>): Iterable<Edge> {
  const from = page.id;
  let index = -1;
  for (const target of page.targets) {
    index += 1;
    const slot = page.parsed.slots[index];
    if (target.type !== 'page' || !slot || target.url === page.url) continue;
    const source = { path: page.path, line: slot.line };
    const to = kinds.get(target.id);
    if (page.kind === 'drill' && to === 'runbook')
      yield { from, to: target.id, relation: 'rehearses', source };
    else if (page.kind === 'postmortem' && to === 'runbook' && tellsOfFix(page, slot.line))
      yield { from, to: target.id, relation: 'fixed-by', source };
    else if ((page.kind === 'postmortem' || page.kind === 'drill') && to === 'goal')
      yield { from, to: target.id, relation: 'taught', source };
    else if (page.kind === 'goal' && (to === 'postmortem' || to === 'drill'))
      yield { from: target.id, to: from, relation: 'taught', source };
    else yield { from, to: target.id, relation: 'mentions', source };
  }
}

/** A runbook that a postmortem names among what is to be done, learnt or read was not what mended it. */
function tellsOfFix({ parsed }: Page, line: number): boolean {
  const heading = parsed.headings.findLast((one) => one.line <= line);
  if (!heading) return true;
  const role = ROLE_OF(heading.text);
  return role === undefined
    ? !/related|see also|reference|links|further|verwandt|siehe/i.test(heading.text)
    : !LATER.has(role);
}

const ROLE_OF: RoleOf = sectionRoles({});
const LATER: ReadonlySet<unknown> = new Set([
  'actions',
  'lessons',
  'well',
  'wrong',
  'lucky',
  'prerequisites',
]);
