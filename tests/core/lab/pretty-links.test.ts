import { expect, test } from 'vitest';
import { labOf, listed } from '../../lab-of.ts';

const FILES = {
  'docs/accounts/_index.md': '# Accounts',
  'docs/accounts/bots.md': '# Bots',
  'docs/rules/_index.md': '# Rules',
  'docs/accounts/badge.png': '',
};
const leads = (path: string, markdown: string) => {
  const lab = labOf({ ...FILES, [path]: markdown });
  const page = lab.pages.find((one) => one.path === path);
  const [target] = page?.targets ?? [];
  return [target && 'url' in target ? target.url : target?.type, ...listed(lab)];
};

test.each([
  ['[a](../bots/)', '/notes/docs/accounts/bots/'],
  ['[a](../../rules/)', '/notes/docs/rules/'],
  ['![a](../badge.png)', 'image'],
  ['[a](bots.md)', '/notes/docs/accounts/bots/'],
])('%s, written for a site where each page is a folder, leads to its page', (markdown, url) => {
  expect(leads('docs/accounts/people.md', markdown)).toEqual([url]);
});

test('the page of a folder is read as a forge reads it', () => {
  expect(leads('docs/README.md', '[a](../accounts/bots/)')).toEqual(['text', 'docs/README.md:1 dead-link']);
});

test('`#readme` is the top of a page, as a forge has it', () => {
  expect(leads('docs/a.md', '[a](rules#readme)')).toEqual(['/notes/docs/rules/']);
});
