import { sectionRoles } from '../meaning/section-role.ts';
import type { Page } from '../model/lab.ts';
import type { SectionRole } from '../model/parsed.ts';
import { anchorOf } from './anchors.ts';
import type { LabIndex } from './lab-index.ts';
import { newestFirst, sortedBy, sortKey } from './order.ts';
import { dayOf } from './relations.ts';

/**
 * What somebody sees, and the page that mends it: a runbook before a postmortem, one for what the household relies on before
 * others, a new postmortem before an old one.
 */
export type Symptom = Readonly<{
  text: string;
  page: Readonly<{ title: string; url: string }>;
  /** Where on the page it is mended. */
  heading: Readonly<{ text: string; url: string }> | undefined;
  /** The one line that mended it. */
  fix: string;
}>;

export function symptomsOf(index: LabIndex): Symptom[] {
  const pages = index.lab.pages.filter(
    (page) =>
      !page.private && (page.kind === 'runbook' || page.kind === 'postmortem') && page.data['symptoms'],
  );
  const sorted = sortedBy(pages, (page) =>
    page.kind === 'runbook'
      ? ['0', forHousehold(index, page) ? '0' : '1', sortKey(page.title), page.path]
      : ['1', newestFirst(dayOf(page)), page.path],
  );
  const symptoms = new Map<string, Symptom>();
  for (const page of sorted)
    for (const text of [page.data['symptoms']].flat())
      if (typeof text === 'string' && !symptoms.has(sortKey(text)))
        symptoms.set(sortKey(text), symptomOf(index, page, text));
  return [...symptoms.values()];
}

const forHousehold = (index: LabIndex, { id }: Page): boolean =>
  (index.from.get(id) ?? []).some(
    ({ relation, to }) => relation === 'covers' && index.services.get(to)?.data['household'] === true,
  );

function symptomOf(index: LabIndex, page: Page, text: string): Symptom {
  const heading = headingOf(page);
  const fix = page.kind === 'postmortem' ? page.data['fix'] : undefined;
  return {
    text,
    page: { title: page.title, url: page.url },
    heading: heading && {
      text: heading.text,
      url: `${page.url}#${encodeURIComponent(anchorOf(index.anchors, page, heading.id))}`,
    },
    fix: typeof fix === 'string' ? fix : '',
  };
}

function headingOf({ kind, parsed: { headings } }: Page) {
  const roles = headings.map(({ text }) => ROLE_OF(text));
  const wanted = (kind === 'runbook' ? IN_RUNBOOK : IN_POSTMORTEM).find((role) => roles.includes(role));
  return wanted === undefined ? undefined : headings[roles.indexOf(wanted)];
}

const IN_RUNBOOK: readonly SectionRole[] = ['mitigation', 'fix', 'diagnosis'];
const IN_POSTMORTEM: readonly SectionRole[] = ['fix', 'mitigation'];
const ROLE_OF = sectionRoles({});
