import type { Lab, Page } from '../model/lab.ts';
import { describePage } from '../views/description.ts';
import { listedKind } from '../views/lists.ts';
import { dayOf } from '../views/relations.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

type Addresses = Readonly<{
  /** Whole address of a path of the site, such as `https://handbook.example.net/runbooks/dns-down/`. */
  whole: (url: string) => string;
}>;

/**
 * `feed.xml`: what failed, by the day of the incident, and which runbooks changed, by their last commit; newest first.
 * Private pages are not in it, nor is what has no date. Ids are the addresses of pages, which do not change.
 */
export function atomFeed(lab: Lab, { whole }: Addresses): string {
  const entries = newest(lab);
  const updated = entries.map((entry) => entry.updated).sort(byTime)[0] ?? lab.asOf;
  return [
    XML_HEAD,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(lab.language)}">`,
    `  <id>${escapeXml(whole('/feed.xml'))}</id>`,
    `  <title>${escapeXml(oneLine(lab.title))}</title>`,
    `  <updated>${escapeXml(updated)}</updated>`,
    `  <author><name>${escapeXml(oneLine(lab.title))}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(whole('/feed.xml'))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(whole('/'))}"/>`,
    ...entries.flatMap((entry) => entryLines(entry, whole(entry.page.url))),
    '</feed>',
    '',
  ].join('\n');
}

const MOST = 50;
const LONGEST_TITLE = 200;

/** `at` decides the place of an entry, `updated` is when its text last changed. */
type Entry = Readonly<{ page: Page; at: string; published: string | undefined; updated: string }>;

function newest({ pages }: Lab): Entry[] {
  const seen = new Set<string>();
  return pages
    .flatMap((page) => entryOf(page) ?? [])
    .sort((a, b) => byTime(a.at, b.at) || (a.page.path < b.page.path ? -1 : 1))
    .filter(({ page: { url } }) => !seen.has(url) && seen.add(url))
    .slice(0, MOST);
}

function entryOf(page: Page): Entry | undefined {
  const { kind, lastChange } = page;
  if (page.private || listedKind(page.url) || (kind !== 'postmortem' && kind !== 'runbook')) return undefined;
  const published = kind === 'postmortem' ? began(page) : undefined;
  const updated = lastChange?.at ?? published;
  return updated === undefined ? undefined : { page, at: published ?? updated, published, updated };
}

/** Atom wants a moment with its offset: a time without one counts as its day. */
function began(page: Page): string | undefined {
  const { began: said } = page.data;
  const [, minute, second = ':00', offset] = typeof said === 'string' ? (MOMENT.exec(said) ?? []) : [];
  if (minute !== undefined && offset !== undefined) return minute + second + offset;
  const day = dayOf(page);
  return day === undefined ? undefined : `${day}T00:00:00Z`;
}

const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

function entryLines({ page, published, updated }: Entry, address: string): string[] {
  const summary = describePage(page);
  return [
    '  <entry>',
    `    <id>${escapeXml(address)}</id>`,
    `    <title>${escapeXml(oneLine(page.title))}</title>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
    ...(published === undefined ? [] : [`    <published>${published}</published>`]),
    `    <updated>${escapeXml(updated)}</updated>`,
    `    <category term="${page.kind}"/>`,
    ...(summary === '' ? [] : [`    <summary>${escapeXml(summary)}</summary>`]),
    '  </entry>',
  ];
}

/** The latest first. */
const byTime = (a: string, b: string): number => Date.parse(b) - Date.parse(a);

const oneLine = (text: string): string => text.slice(0, LONGEST_TITLE).replaceAll(/\s+/g, ' ').trim();
