import { expect, test } from 'vitest';
import { readConfig } from '../../src/core/schema/config.ts';
import { labOf } from '../lab-of.ts';
import { DOCS, fencesOf, read } from './markdown.ts';

/** The examples below a heading of the page of a rule, each as a file of a lab. */
function filesBelow(rule: string, heading: string): Record<string, string> {
  const page = read(`docs/rules/${rule}.md`);
  const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split(/^## /m)[1] ?? '';
  return Object.fromEntries(
    fencesOf(section)
      .filter(({ info }) => /^(?:markdown|mdx|yaml)\b/.test(info))
      .map(({ info, text }, index) => [
        /file=(\S+)/.exec(info)?.[1] ??
          (info === 'yaml' ? `${index}/compose.yaml` : `runbooks/page-${index}.md`),
        text,
      ]),
  );
}

const findingsOf = (files: Readonly<Record<string, string>>) => labOf(files).findings;

test.each([
  'compose-cycle',
  'compose-duplicate-key',
  'compose-missing-file',
  'compose-yaml',
  'dead-link',
  'front-matter',
  'front-matter-type',
  'link-out-of-lab',
  'mdx-not-trusted',
  'times-out-of-order',
  'unknown-host',
  'unknown-key',
  'unknown-service',
  'unresolved-wiki-link',
  'wiki-link-in-table',
])('the example of %s is found by it, with the severity that its page and the list name', (rule) => {
  const found = findingsOf(filesBelow(rule, 'An example')).filter((finding) => finding.rule === rule);
  expect(found.length).toBeGreaterThan(0);
  const severity = found[0]?.severity ?? '';
  expect(read(`docs/rules/${rule}.md`)).toMatch(new RegExp(`^Severity: .*\\b${severity}\\b`, 'm'));
  expect(read('docs/rules/README.md')).toContain(`| [${rule}](${rule}.md) | ${severity} |`);
});

test('the example of config is found by it', () => {
  const settings = filesBelow('config', 'An example')['blackstart.yaml'] ?? '';
  expect(readConfig(settings).flaws.map(({ rule }) => rule)).toContain('config');
});

test('every page of a rule says why it matters and how to mend it, and silences no other rule', () => {
  for (const path of DOCS.filter((each) => /^docs\/rules\/[a-z-]+\.md$/.test(each))) {
    const rule = /([a-z-]+)\.md$/.exec(path)?.[1] ?? '';
    const page = read(path);
    for (const part of ['Severity: ', '## Why it matters', '## How to mend it'])
      expect(page, path).toContain(part);
    for (const [, named] of page.matchAll(/^ignore: \[([^\]]*)\]$/gm)) expect(named, path).toBe(rule);
  }
});
