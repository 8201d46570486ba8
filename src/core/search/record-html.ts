import { escapeHtml } from '../views/fill-slots.ts';
import type { Filter } from './filters.ts';
import type { SearchRecord } from './search-records.ts';

/**
 * A record as the small page that Pagefind reads: its words and headings, and nothing of the frame of a real page.
 * Pagefind takes the weight of a word from its element.
 */
export function recordHtml(record: SearchRecord): string {
  const { title, kind, language, date, signs, facts, sections } = record;
  const first = sections.findIndex(({ heading }) => heading !== '');
  const top = first === -1 ? sections.length : first;
  return [
    `<!doctype html><html lang="${escaped(language)}"><body>`,
    `<h1 data-pagefind-meta="title" data-pagefind-weight="${kind === 'project' ? WEIGHTS.project : WEIGHTS.title}">${escaped(title)}</h1>`,
    ...filtersOf(record).map(
      ([key, value]) => `<i data-pagefind-filter="${key}[data-value]" data-value="${escaped(value)}"></i>`,
    ),
    date === undefined ? '' : `<i data-pagefind-meta="date[data-value]" data-value="${escaped(date)}"></i>`,
    ...signs.map((text) => `<p data-pagefind-weight="${WEIGHTS.sign}">${escaped(text)}</p>`),
    ...sections.slice(0, top).map(sectionHtml),
    // A page shows its facts before its first heading, so what matches them leads to its top.
    facts.length === 0 ? '' : `<p data-pagefind-weight="${WEIGHTS.fact}">${escaped(facts.join(', '))}</p>`,
    ...sections.slice(top).map(sectionHtml),
    '</body></html>',
  ].join('\n');
}

/** Beside 1 of a plain word, and 6 of a heading. A project is named like a service in it, and says less. */
const WEIGHTS = { title: 8, project: 3, sign: 7, fact: 0.5 } as const;

function filtersOf({ kind, services, mode, severity, date }: SearchRecord): [Filter, string][] {
  const year = date?.slice(0, 4);
  return [
    ['kind', kind],
    ...services.map((service): [Filter, string] => ['service', service]),
    ...(mode ? [['mode', mode] as [Filter, string]] : []),
    ...(severity === undefined ? [] : [['severity', severity] as [Filter, string]]),
    ...(year === undefined ? [] : [['year', year] as [Filter, string]]),
  ];
}

function sectionHtml({ id, heading, text }: SearchRecord['sections'][number]): string {
  const words = text.split('\n\n').map(paragraph).join('');
  if (heading === '') return words;
  // A quotation mark in an id makes Pagefind lose the heading; in an address it is written so anyway.
  const anchor = id === '' ? '' : ` id="${escaped(id.replaceAll('"', '%22'))}"`;
  return `<h2${anchor}>${escaped(heading)}</h2>${words}`;
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** Half a character and control characters are no text, and Pagefind could not carry them. */
const escaped = (text: string): string => escapeHtml(text.toWellFormed().replace(CONTROLS, ' '));

// oxlint-disable-next-line no-control-regex -- these are what it is about
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
