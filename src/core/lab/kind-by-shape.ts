import type { Kind } from '../model/lab.ts';
import type { ParsedPage, SectionRole } from '../model/parsed.ts';
import { stemOf } from '../paths.ts';
import { dateInPath, dateOf } from '../schema/dates.ts';

/** Kind by headings, facts and names, only when they leave little doubt. */
export function kindByShape(page: ParsedPage): Kind | undefined {
  const has = rolesOf(page);
  const { data } = page.frontMatter;
  if (has('hypothesis') && has('method', 'steady', 'rollback')) return 'drill';
  if ((has('question') && has('evidence')) || 'question' in data) return 'goal';
  const name = nameOf(page);
  if (ABOUT_WRITING.test(name)) return undefined;
  if (isPostmortem(page, name)) return 'postmortem';
  if (
    RUNBOOK_NAME.test(name) &&
    !/ansible/i.test(`${page.path} ${name}`) &&
    page.stepCount + page.headings.length > 1
  )
    return 'runbook';
  if (has('diagnosis') && has('mitigation')) return 'runbook';
  if (has('symptoms') && has('diagnosis', 'mitigation', 'fix')) return 'runbook';
  if (isAlertPage(page) && has('impact', 'diagnosis', 'mitigation')) return 'runbook';
  if (['address', 'vlan'].some((key) => key in data)) return 'host';
  return undefined;
}

/** Whether a page in a folder of alerts helps against one. */
export const saysWhatToDo = (page: ParsedPage): boolean =>
  page.stepCount > 0 || rolesOf(page)('impact', 'symptoms', 'cause', 'diagnosis', 'mitigation', 'fix') > 0;

/** Whether a page in a folder of incidents is about one: it has a date (also in its path `below` the folder), or a section on one. */
export function tellsOfAFailure(page: ParsedPage, below: string): boolean {
  const { facts } = page.shape;
  const { data } = page.frontMatter;
  const keys = ['date', 'began', 'ended', 'severity', 'noticed', 'mitigated'];
  return (
    keys.some((key) => key in data || key in facts) ||
    [dateInPath(below), dateOf(below), dateOf(page.heading ?? ''), dateOf(page.excerpt)].some(Boolean) ||
    page.timeline.length > 0 ||
    rolesOf(page)(...OF_A_FAILURE) > 0
  );
}

const OF_A_FAILURE: readonly SectionRole[] = [
  'impact',
  'detection',
  'cause',
  'trigger',
  'fix',
  'timeline',
  'actions',
  'lessons',
  'well',
  'wrong',
  'lucky',
];

/** Pages on how to write such pages have their shape, too. */
const ABOUT_WRITING =
  /\b(guidelines?|templates?|how to (write|use|run)|writing|contributing|(add|creat)(e|ing)? (a |an )?(new )?(run-?book|play-?book|post-?mortem)s?)\b/;

const RUNBOOK_NAME = /\brun-?book\b|\bplay-?book\b/;

/** `Meaning` is what the usual template for a page of an alert begins with. */
const isAlertPage = ({ headings }: ParsedPage): boolean =>
  headings.some(({ text }) => /^(meaning|alert description|bedeutung)$/i.test(text.trim()));

function isPostmortem(page: ParsedPage, name: string): boolean {
  const has = rolesOf(page);
  const failure =
    has('impact', 'cause', 'detection', 'actions', 'timeline', 'trigger', 'fix') +
    (has('lessons', 'well', 'wrong', 'lucky') ? 1 : 0);
  const named = /post-?mortem|incident|outage|\brca\b|retrospective|störung|ausfall|故障|障害|事故/.test(
    name,
  );
  const { facts } = page.shape;
  const dated = 'date' in facts || 'began' in facts || /\d{4}-?\d{2}-?\d{2}/.test(name);
  if ((named && dated && failure > 0) || isOver(page)) return true;
  if (page.timeline.length > 2 && failure > 1 && has('lessons', 'cause', 'impact', 'fix')) return true;
  return failure >= (named || dated ? 2 : 4) && has('timeline', 'cause', 'impact') > 0;
}

/** Front matter that says when it began and ended, of something that its words call a failure. */
function isOver({ frontMatter: { data }, heading = '', excerpt }: ParsedPage): boolean {
  const said = (keys: readonly string[]): boolean => keys.some((key) => Boolean(data[key]));
  if (!said(['began', 'start_time', 'started_at']) || !said(['ended', 'end_time', 'resolved_at']))
    return false;
  const words = [data['title'], data['summary'], data['description'], heading, excerpt];
  return words.some((text) => typeof text === 'string' && FAILURE.test(text.slice(0, 1000)));
}

const FAILURE =
  /\b(outages?|incidents?|accidents?|disruptions?|interruptions?|failures?|failed|root cause|downtime|unavailab\w+|degrad\w+|crash\w*|collapsed|went down|took down|bugs?|errors?|timeouts?|congestion|overload\w*|partition|corrupt\w+|breach\w*|leak\w*|attack\w*|malicious|compromised?|data loss)\b/i;

const nameOf = ({ path, heading = '', frontMatter }: ParsedPage): string => {
  const title = frontMatter.data['title'];
  return `${stemOf(path)} ${heading} ${typeof title === 'string' ? title : ''}`.toLowerCase();
};

const rolesOf = (page: ParsedPage): ((...wanted: readonly SectionRole[]) => number) => {
  const roles = new Set(page.shape.roles);
  return (...wanted) => wanted.filter((role) => roles.has(role)).length;
};
