import { describe, expect, test } from 'vitest';
import { github } from '../../scripts/reporters/github.ts';
import { json } from '../../scripts/reporters/json.ts';
import { tally } from '../../scripts/reporters/tally.ts';
import { text } from '../../scripts/reporters/text.ts';
import type { Finding } from '../../src/core/model/finding.ts';

const deadLink: Finding = {
  rule: 'dead-link',
  severity: 'error',
  place: { path: 'runbooks/dns.md', line: 12 },
  message: 'The link leads to `dsn.md`, which is not in this lab.',
  hint: 'Did you mean `dns.md`?',
};
const unknownKey: Finding = {
  rule: 'unknown-key',
  severity: 'warning',
  place: { path: 'goals/scrape.md', line: 3 },
  message: '`staus` is not a key of a goal.',
};
const on = (line: number): Finding => ({ ...unknownKey, place: { path: 'a.md', line } });
const plain = (_: string, words: string) => words;

describe('text', () => {
  test('says where, how bad, what, what to write instead, and which rule', () => {
    expect(text([unknownKey, deadLink], plain)).toMatchInlineSnapshot(`
      "goals/scrape.md:3  warning  \`staus\` is not a key of a goal.  (unknown-key)
      runbooks/dns.md:12  error  The link leads to \`dsn.md\`, which is not in this lab.  (dead-link)
            Did you mean \`dns.md\`?

      1 error, 1 warning in 2 files (dead-link 1, unknown-key 1)"
    `);
  });

  test('groups many findings by file', () => {
    const many = Array.from({ length: 13 }, (_, index) => ({
      ...(index < 11 ? deadLink : unknownKey),
      message: `Number ${index}.`,
      place: { path: index < 11 ? 'a.md' : 'b.md', line: index + 1 },
    }));
    const lines = text(many, plain).split('\n');
    expect(lines.slice(0, 3)).toMatchInlineSnapshot(`
      [
        "a.md",
        "   1  error    Number 0.  (dead-link)",
        "      Did you mean \`dns.md\`?",
      ]
    `);
    expect(lines.filter((line) => /^\S+\.md$/.test(line))).toEqual(['a.md', 'b.md']);
    expect(lines.at(-1)).toMatchInlineSnapshot(
      `"11 errors, 2 warnings in 2 files (dead-link 11, unknown-key 2)"`,
    );
  });

  test('says once what is wrong on several lines of a file', () => {
    expect(text([1, 1, 2].map(on), plain)).toMatchInlineSnapshot(`
      "a.md:1  warning  \`staus\` is not a key of a goal.  (unknown-key, also on line 2)

      3 warnings in 1 file (unknown-key 3)"
    `);
    expect(text([1, 2, 3, 4, 5, 6, 7, 8].map(on), plain)).toMatchInlineSnapshot(`
      "a.md:1  warning  \`staus\` is not a key of a goal.  (unknown-key, also on lines 2, 3, 4, 5, 6 and 2 more)

      8 warnings in 1 file (unknown-key 8)"
    `);
    expect(text([on(1), { ...on(1), place: { path: 'b.md', line: 1 } }], plain).split('\n')).toHaveLength(4);
  });

  test('prints nothing that a terminal would obey', () => {
    const hostile = '\u001b[2J\u001b]0;owned\u0007Clean\r\u009b31m\u202Eme\n\0';
    const printed = text(
      [{ ...deadLink, place: { path: `${hostile}.md`, line: 1 }, message: hostile, hint: hostile }],
      plain,
    );
    expect(printed).not.toMatch(/[^\n\x20-\x7e]/);
    expect(printed).toContain('Clean');
    expect(printed.split('\n')).toHaveLength(4);
  });

  test('says so when there is nothing to say', () => {
    expect(text([], plain)).toBe('No findings.');
  });
});

describe('json', () => {
  test('has the fields that findings have in lab.json', () => {
    expect(JSON.parse(json([deadLink, unknownKey]))).toEqual([
      {
        rule: 'dead-link',
        severity: 'error',
        path: 'runbooks/dns.md',
        line: 12,
        message: 'The link leads to `dsn.md`, which is not in this lab.',
        hint: 'Did you mean `dns.md`?',
      },
      {
        rule: 'unknown-key',
        severity: 'warning',
        path: 'goals/scrape.md',
        line: 3,
        message: '`staus` is not a key of a goal.',
      },
    ]);
  });

  test('keeps every character of a message, escaped where a terminal would obey it', () => {
    const message = 'a\u009b31mb\u202Ec\u001bd';
    const printed = json([{ ...deadLink, message }]);
    expect(printed).not.toMatch(/[^\n\x20-\x7e]/);
    expect(JSON.parse(printed)[0].message).toBe(message);
  });
});

describe('github', () => {
  test('writes one workflow command for each finding', () => {
    expect(github([deadLink, unknownKey])).toMatchInlineSnapshot(`
      "::error file=runbooks/dns.md,line=12,title=dead-link::The link leads to \`dsn.md\`, which is not in this lab.%0ADid you mean \`dns.md\`?
      ::warning file=goals/scrape.md,line=3,title=unknown-key::\`staus\` is not a key of a goal."
    `);
  });

  test('escapes what would end a property or begin a command of its own', () => {
    const place = { path: 'a,b:c%.md', line: 1 };
    const hint = 'one\n::error::two';
    expect(github([{ ...deadLink, place, message: '50 %', hint }])).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=1,title=dead-link::50 %25%0Aone%0A::error::two',
    );
  });
});

test('the tally counts by severity, file and rule, most frequent rule first', () => {
  expect(tally([unknownKey, deadLink, { ...deadLink, severity: 'hint' }])).toBe(
    '1 error, 1 warning, 1 hint in 2 files (dead-link 2, unknown-key 1)',
  );
});
