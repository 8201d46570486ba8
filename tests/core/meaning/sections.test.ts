import { expect, test } from 'vitest';
import { parsePage } from '../../../src/core/parse-page.ts';
import { page } from '../markdown/page.ts';

const roles = (...headings: string[]) =>
  page(headings.map((heading) => `## ${heading}`).join('\n')).shape.roles;

test('headings mean what they say, in seven languages and any dress', () => {
  expect(roles('Impact', '2. Root Cause(s)', '**What went well?** 🎉', 'Symptoms – what people see')).toEqual(
    ['impact', 'cause', 'well', 'symptoms'],
  );
  expect(
    roles(
      'Auswirkungen',
      'Causes racines',
      'Lecciones aprendidas',
      'Ações corretivas',
      '教训',
      '検知（Detect）',
    ),
  ).toEqual(['impact', 'cause', 'lessons', 'actions', 'detection']);
  expect(roles('Fix the bike', 'Impactful words', 'Notes')).toEqual([]);
});

test('a lab adds words of its own', () => {
  const { shape } = parsePage(
    { path: 'a.md', text: '## What the cat did' },
    { headingWords: { trigger: ['what the cat did'] }, highlight: () => undefined },
  );
  expect(shape.roles).toEqual(['trigger']);
});

test('the title has no meaning of its own', () => {
  const { shape, heading, stepCount } = page('# Timeline of a disaster\n\n1. a');
  expect([shape.roles, heading, stepCount]).toEqual([[], 'Timeline of a disaster', 1]);
});

test('where every section is a title, none of them names the page', () => {
  expect(page('# Summary\na\n# Impact\nb').heading).toBeUndefined();
  expect(page('## Timeline\na').heading).toBeUndefined();
  expect(page('## Pi-hole\na').heading).toBe('Pi-hole');
});

test('steps are ordered and task items, but not where a section means something else', () => {
  const text = `# T

1. one \`a\`
   - plain
   1. inner
2. [ ] two

- [x] three

## Root cause

1. why

## Contents

1. [Link](#t)`;
  expect(page(text).body.steps).toMatchObject([
    { text: 'one a', heading: 't', line: 3 },
    { text: 'inner', line: 5 },
    { text: 'two', line: 6, done: false },
    { text: 'three', line: 8, done: true },
  ]);
});

const ids = (text: string) => page(text).body.steps.map(({ id }) => id);

test('a step keeps its id when others come and go, and no two have the same', () => {
  const [one, two, again] = ids('## A\n1. one\n2. two\n3. one');
  expect(ids('## A\n1. new\n2. two')[1]).toBe(two);
  expect(ids('## B\n1. two')[0]).not.toBe(two);
  expect(new Set([one, two, again]).size).toBe(3);
});

test('lessons belong to their group; paragraphs count where there is no list', () => {
  const text =
    '## Lessons\n\n- a\n  - more\n- b\n\n### What went well\n\nAll of it.\n\n**Where we got lucky**\n\n- luck';
  expect(page(text).lessons).toEqual([
    { text: 'a', group: 'lesson', line: 3 },
    { text: 'b', group: 'lesson', line: 5 },
    { text: 'All of it.', group: 'well', line: 9 },
    { text: 'luck', group: 'lucky', line: 13 },
  ]);
});

test('symptoms are items or first sentences, the fix is the first sentence of its section', () => {
  expect(page('## Symptoms\n- `dig` fails\n- no film').symptoms).toEqual(['dig fails', 'no film']);
  expect(page('## Symptome\nDas Netz ist weg. Und so weiter.').symptoms).toEqual(['Das Netz ist weg.']);
  expect(page('## Mitigation\nFor now.\n## Fix\nTBD\n\nSet v1.2 of it, e.g. by hand. Then wait.').fix).toBe(
    'Set v1.2 of it, e.g. by hand.',
  );
  expect(page('## Mitigation\n- For now.').fix).toBe('For now.');
  expect(page('## Impact\nBad.').fix).toBeUndefined();
});

test('headings that sort actions by what they are for tell of no fix', () => {
  const { fix, actions } = page(
    '## Action items\n### Mitigate\n- [ ] Wait less.\n### Detection\n- [x] Ring.',
  );
  expect(fix).toBeUndefined();
  expect(actions.map(({ text }) => text)).toEqual(['Wait less.', 'Ring.']);
});

test('sections hold the plain text of each heading, code included', () => {
  const text =
    'Intro [a](b).\n\n# A `b`\n\n- x\n  1. y\n\n```sh\nls -l\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n## C\n\n<p>raw <b>html</b></p>';
  expect(page(text).body.sections).toEqual([
    { id: '', heading: '', text: 'Intro a.' },
    { id: 'a-b', heading: 'A b', text: '- x\n  1. y\n\nls -l\n\na | b\n1 | 2' },
    { id: 'c', heading: 'C', text: 'raw html' },
  ]);
});

test('the excerpt is the first prose, at most 300 characters', () => {
  expect(page('# A\n\n[![b](b.svg)](c)\n\n**Date**: 2026-01-01\n\n[TOC]\n\nThe *first* prose.').excerpt).toBe(
    'The first prose.',
  );
  expect(page('word '.repeat(100)).excerpt).toMatch(/^(word ){50,}word…$/);
});

test('words are counted, also where none are divided', () => {
  expect(page('# One\n\ntwo `three` 停电了').words).toBe(6);
});

test('the excerpt is no way back, and holds nothing that Hugo would replace', () => {
  expect(page('# A\n\n[← Back](index.md) | [Home](/)\n\n{{% note %}}\n\nIt is {{% b %}}here.').excerpt).toBe(
    'It is here.',
  );
});

test('the place of a table of contents and its title are left out, and are no excerpt', () => {
  const marked = page('# A\n\n## Table of Contents\n\n[[_TOC_]]\n\nProse [TOC] here.');
  expect(marked.headings.map(({ text }) => text)).toEqual(['A']);
  expect(marked.body.html).toContain('<p>Prose [TOC] here.</p>');
  expect(marked.body.html).not.toContain('_TOC_');
  expect(page('# A\n\nTable of Contents generated with DocToc\n\nImport the pool.').excerpt).toBe(
    'Import the pool.',
  );
});
