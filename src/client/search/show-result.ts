import { kindTexts } from '../../site/texts.ts';
import { nodesOf } from './excerpt.ts';
import type { Result } from './find.ts';

const MOST_SERVICES = 3;

/** Title and heading, then kind, services and day, then the excerpt: the content of a result, wherever it is shown. */
export function shownResult({ title, heading, kind, services, date, excerpt }: Result): {
  name: HTMLElement;
  about: HTMLElement;
  text: HTMLElement;
} {
  const name = element('strong', '');
  name.append(...nodesOf(title));
  if (heading.length > 0) name.append(' › ', ...nodesOf(heading));
  const about = element('span', '', 'about');
  about.append(element('span', kindText(kind), 'badge'));
  for (const service of services.slice(0, MOST_SERVICES)) about.append(' ', element('code', service));
  if (services.length > MOST_SERVICES) about.append(` +${services.length - MOST_SERVICES}`);
  if (date !== undefined) {
    const time = element('time', date);
    time.dateTime = date;
    about.append(' ', time);
  }
  const text = element('span', '', 'excerpt');
  text.append(...nodesOf(excerpt));
  return { name, about, text };
}

export const kindText = (kind: string, form: 'one' | 'many' = 'one'): string =>
  isKind(kind) ? kindTexts[kind][form] : kind;

const isKind = (kind: string): kind is keyof typeof kindTexts => kind in kindTexts;

/** An element with a text that is never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text !== '') made.append(text);
  if (className !== '') made.className = className;
  return made;
}
