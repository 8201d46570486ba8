import type { Page, Service } from '../model/lab.ts';
import type { Place } from './lab-index.ts';

/** What a place is about, in one or two sentences of its author, else in its facts; '' when there is neither. */
export function describe(place: Place): string {
  switch (place.type) {
    case 'page':
      return describePage(place.page);
    case 'service':
      return firstOf(place.pages.map(describePage)) || describeService(place.service);
    case 'project':
      return (
        firstOf(place.pages.map(describePage)) ||
        shortened(place.services.map(({ title }) => title).join(', '))
      );
  }
}

/** The description that the author wrote for another tool, the first paragraph, a fact, or what the sections are. */
export function describePage({ kind, data, parsed }: Page): string {
  const { description, summary } = parsed.frontMatter.data;
  const sections = parsed.headings.filter(({ depth }) => depth === 2).slice(0, MOST_SECTIONS);
  return shortened(
    firstOf([
      textOf(description),
      textOf(summary),
      parsed.excerpt,
      ...FACTS[kind].map((key) => textOf(data[key])),
      sections.map(({ text }) => text).join(' · '),
    ]),
  );
}

/** The facts of each kind that say what its page is about, the best first. */
const FACTS: Readonly<Record<Page['kind'], readonly string[]>> = {
  service: ['url'],
  runbook: ['symptoms', 'alerts', 'signatures'],
  postmortem: ['fix', 'trigger', 'symptoms'],
  drill: ['hypothesis', 'method'],
  goal: ['question'],
  host: ['role', 'address'],
  note: ['tags'],
};

const LONGEST = 200;
const MOST_SECTIONS = 6;

/** What identifies a service, and what it runs. */
export const describeService = ({ project, name, compose, source }: Service): string =>
  shortened(
    [project ? `${project}/${name}` : name, compose?.image?.display ?? compose?.build?.display, source.path]
      .filter(Boolean)
      .join(' · '),
  );

const textOf = (value: unknown): string =>
  [value]
    .flat()
    .filter((item) => typeof item === 'string')
    .join('; ');

const firstOf = (texts: readonly string[]): string => texts.find((text) => text.trim() !== '') ?? '';

/** `text` on one line, cut behind a word. */
export function shortened(text: string, longest = LONGEST): string {
  const line = text
    .slice(0, 2 * longest)
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > longest / 2 ? cut.slice(0, word) : cut).toWellFormed()}…`;
}
