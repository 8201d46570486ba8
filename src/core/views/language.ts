import type { Id, Page } from '../model/lab.ts';

/**
 * Language of a page: what it says, else what its path says (`dns.es.md`, `docs/pt-BR/dns.md`), else what only one
 * language is written with. Undefined: that of the lab.
 */
export function languageOf({ data, path, parsed }: Page): string | undefined {
  const said = data['lang'];
  if (typeof said === 'string') return said;
  return inPath(path) ?? writtenIn(`${parsed.heading ?? ''} ${parsed.excerpt}`);
}

/** Of pages that are translations of each other the one in the language of `from`, else the original, else the first. */
export function withoutTranslations<T extends Readonly<{ id: Id; path: string }>>(
  items: readonly T[],
  from: string,
): T[] {
  const wanted = languageEnding(from);
  const best = new Map<string, T>();
  for (const item of items) {
    const key = originalOf(item);
    const known = best.get(key);
    const language = languageEnding(item.path);
    if (!known || language === wanted || (language === undefined && languageEnding(known.path) !== wanted))
      best.set(key, item);
  }
  return [...best.values()];
}

const languageEnding = (path: string): string | undefined => ENDING.exec(path)?.[1];

/** What else than pages comes from one file is no translation of each other. */
const originalOf = ({ id, path }: Readonly<{ id: Id; path: string }>): string => {
  const language = languageEnding(path);
  return id.startsWith('page:') && language !== undefined
    ? `page:${path.replace(ENDING, (ending) => ending.replace(new RegExp(`[._-]${language}(?=\\.)`), ''))}`
    : id;
};

function inPath(path: string): string | undefined {
  const code = ENDING.exec(path)?.[1] ?? FOLDER.exec(path)?.[1];
  if (code === undefined) return undefined;
  const [language = '', region] = code.split(/[-_]/);
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${region}`;
}

// Two letters are also `js`, `go`, `db`: only languages that documents are translated into.
const CODE =
  '((?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|it|ja|ko|lt|lv|nb|nl|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_](?:[A-Z]{2}|Hans|Hant))?)';
const ENDING = new RegExp(`(?:[^/][._]|(?:^|/)readme-)${CODE}\\.(?:md|mdx|markdown)$`, 'i');
// `hosts/de` is a place, not a translation.
const FOLDER = new RegExp(`(?:^|(?:^|/)(?:docs?|content|i18n|locales?|translations?)/)${CODE}/`, 'i');

function writtenIn(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / letters;
  if (letters === 0) return undefined;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > SOME) return 'ja';
  if (share(/\p{Script=Hangul}/gu) > SOME) return 'ko';
  return share(/\p{Script=Han}/gu) > SOME ? 'zh' : undefined;
}

/** Names and commands in the text are in Latin letters. */
const SOME = 0.1;
