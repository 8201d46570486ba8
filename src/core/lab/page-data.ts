import { standsForFolder, folderOf, baseName, stemOf } from '../paths.ts';
import type { Flaw } from '../model/finding.ts';
import type { Kind, PageData } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import { checkData } from '../schema/check-data.ts';
import { dateInPath, dateOf } from '../schema/dates.ts';
import { detectionOf, severityOf, statusOf } from '../schema/vocabulary.ts';

/** Front matter of a page as its kind reads it, completed by what its shape says; and what does not fit. */
export function pageData(page: ParsedPage, kind: Kind): { data: PageData; flaws: readonly Flaw[] } {
  const { data, flaws } = checkData(kind, page.frontMatter);
  return { data: { ...shapeData(page, kind), ...data }, flaws };
}

/** Title in front matter, else the first heading, else the file's name in words (a README: its folder's). */
export function titleOf(page: ParsedPage): string {
  const said = page.frontMatter.data['title'];
  if (typeof said === 'string' && said.trim() !== '') return said.trim();
  if (page.heading !== undefined && page.heading.trim() !== '') return page.heading.trim();
  const name =
    standsForFolder(page.path) && folderOf(page.path) !== ''
      ? baseName(folderOf(page.path))
      : stemOf(page.path);
  const words =
    name
      .replace(/^\d{4}-\d{2}-\d{2}[-_ ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Dates, severity and status that a page states above its first section, or a date in its path. */
function shapeData(page: ParsedPage, kind: Kind): PageData {
  const { facts } = page.shape;
  const date =
    dateOf(facts['began']?.text ?? '') ??
    dateOf(facts['date']?.text ?? '') ??
    dateOf(said(page, 'date')) ??
    dateInPath(page.path) ??
    dateOf(page.heading ?? '');
  if (kind === 'drill') return { ...(date !== undefined && { date }) };
  if (kind !== 'postmortem') return {};
  const severity = severityOf(facts['severity']?.text ?? '');
  const status = statusOf(facts['status']?.text ?? '');
  const detection = detectionOf(facts['detection']?.text ?? '');
  const ended = dateOf(facts['ended']?.text ?? '');
  return {
    ...(date !== undefined && { began: date }),
    ...(ended !== undefined && date !== undefined && ended >= date && { ended }),
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
