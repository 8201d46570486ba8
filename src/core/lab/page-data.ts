import { standsForFolder, folderOf, baseName, stemOf } from '../paths.ts';
import type { Flaw } from '../model/finding.ts';
import type { Kind, PageData } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import { checkData } from '../schema/check-data.ts';
import { dateInPath, dateOf, timeOf } from '../schema/dates.ts';
import { detectionOf, severityOf, statusOf } from '../schema/vocabulary.ts';
import { withoutLabel } from './title-label.ts';

/** Data of a page, and what in its front matter does not fit. */
export type ReadData = Readonly<{ data: PageData; flaws: readonly Flaw[] }>;

/** Front matter of a page as its kind reads it, completed by what its shape says; and what does not fit. */
export function pageData(page: ParsedPage, kind: Kind): ReadData {
  const { data, flaws } = checkData(kind, page.frontMatter);
  return { data: { ...shapeData(page, kind), ...data }, flaws };
}

/** Title in front matter, else the first heading, else the file's name in words (a README: its folder's). */
export function titleOf(page: ParsedPage): string {
  const said = page.frontMatter.data['title'];
  if (typeof said === 'string' && said.trim() !== '') return withoutLabel(said.trim());
  const heading = page.heading?.trim() ?? '';
  if (heading !== '' && !LEFT_BY_TEMPLATE.test(heading)) return withoutLabel(heading);
  return nameInWords(page.path);
}

/** The file's name in words; a README's is that of its folder. */
export function nameInWords(path: string): string {
  const name = standsForFolder(path) && folderOf(path) !== '' ? baseName(folderOf(path)) : stemOf(path);
  const words =
    name
      .replace(/^\d{4}-\d{2}-\d{2}[-_ ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Titles of templates that nobody filled in. */
const LEFT_BY_TEMPLATE =
  /^[[<{]*(issue|incident|outage|post-?mortem|page|runbook|alert)? ?(name|title)[\]>}]*$/i;

/** Dates, severity and status that a page states above its first section, or a date in its path. */
function shapeData(page: ParsedPage, kind: Kind): PageData {
  const { facts } = page.shape;
  const date = dateIn(page, kind);
  if (kind === 'drill') return { ...(date !== undefined && { date }) };
  if (kind !== 'postmortem') return {};
  const severity = severityOf(facts['severity']?.text ?? '');
  const status = statusOf(facts['status']?.text ?? '');
  const detection = detectionOf(facts['detection']?.text ?? '');
  const [start, ended] = ['began', 'ended'].map((key) => timeOf(facts[key]?.text ?? ''));
  const began = start?.slice(0, 10) === date ? start : date;
  return {
    ...(began !== undefined && { began }),
    ...(ended !== undefined && began !== undefined && ended.slice(0, 10) >= began.slice(0, 10) && { ended }),
    ...(facts['services'] && {
      services: facts['services'].text
        .split(/[,;、，]|\band\b/)
        .map((name) => name.trim())
        .filter(Boolean),
    }),
    ...(detection !== undefined && { detection }),
    ...(severity !== undefined && { severity }),
    ...(status !== undefined && { status }),
    ...(page.fix !== undefined && { fix: page.fix }),
    ...(page.symptoms.length > 0 && { symptoms: page.symptoms }),
  };
}

const said = (page: ParsedPage, key: string): string => {
  const value = page.frontMatter.data[key];
  return typeof value === 'string' ? value : '';
};

/** The day that a page states, else that of its path or title, else, for a postmortem, the first that its summary or timeline names. */
function dateIn(page: ParsedPage, kind: Kind): string | undefined {
  const { facts } = page.shape;
  const stated =
    dateOf(facts['began']?.text ?? '') ?? dateOf(facts['date']?.text ?? '') ?? dateOf(said(page, 'date'));
  if (stated !== undefined) return stated;
  const ofPath = dateInPath(page.path);
  const ofTitle = dateOf(titleOf(page));
  if (kind !== 'postmortem') return ofPath ?? ofTitle;
  const days = page.timeline.flatMap(({ at }) => dateOf(at) ?? []);
  // What led to it may have begun years before the year that its name says.
  const [year] = /(?<!\d)20\d\d(?!\d)/.exec(baseName(page.path)) ?? [];
  const told = days.find((day) => year !== undefined && day.startsWith(year)) ?? days[0];
  // A file is often named after the day it was written.
  if (ofTitle !== undefined && ofTitle === told) return ofTitle;
  return ofPath ?? ofTitle ?? dateOf(page.excerpt) ?? told;
}
