import { expect, test } from 'vitest';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { languageOf, withoutTranslations } from '../../../src/core/views/language.ts';
import { listView } from '../../../src/core/views/lists.ts';
import { labOf } from '../../lab-of.ts';

const languageIn = (path: string, text = '# A\n\nText.') => {
  const [page] = labOf({ [path]: text }).pages;
  return page && languageOf(page);
};

test.each([
  ['dns.es.md', 'es'],
  ['guides/dns_pt-BR.md', 'pt-BR'],
  ['README-zh.md', 'zh'],
  ['docs/de/dns.md', 'de'],
  ['hosts/de/dns.md', undefined],
  ['check-it.md', undefined],
  ['main.js.md', undefined],
])('the language of %s is %s', (path, language) => {
  expect(languageIn(path)).toBe(language);
});

test.each([
  ['---\nlang: fr\n---\n# A', 'fr'],
  ['# mTLS 証明書の期限切れ', 'ja'],
  ['# 证书过期', 'zh'],
  ['# The word 証明書 in a title of many other words', undefined],
])('the language of %j is %s', (text, language) => {
  expect(languageIn('a.md', text)).toBe(language);
});

test('a list in two languages is narrowed by them', () => {
  const files = Array.from({ length: 5 }, (_, at) => [`a${at}.md`, `a${at}.es.md`]).flat();
  const lab = labOf(Object.fromEntries(files.map((path) => [path, `# ${path}\n\nText.`])));
  expect(listView(indexLab(lab), 'note').narrowings).toEqual([{ facet: 'language', values: ['en', 'es'] }]);
});

test('of translations one is shown: in the language of the page, else the original', () => {
  const items = ['a.es.md', 'a.md', 'README.md', 'README-fr.md', 'b.fr.md', 'b.es.md'].map((path) => ({
    id: `page:${path}` as const,
    path,
  }));
  const shown = (from: string) => withoutTranslations(items, from).map(({ path }) => path);
  expect(shown('c.md')).toEqual(['a.md', 'README.md', 'b.fr.md']);
  expect(shown('c.es.md')).toEqual(['a.es.md', 'README.md', 'b.es.md']);
});
