import { expect, test } from 'vitest';
import { html, page } from './markdown/page.ts';

const COMPOSE = `services:
  web:
    image: nginx:1.27
    environment:
      TOKEN: correct-horse-battery`;

const everything = (text: string) => JSON.stringify(page(text));

test('a compose fence is read with the lines of the file, and shown without values', () => {
  const parsed = page(
    `---\ntitle: x\n---\n\n# A\n\n- see\n\n  \`\`\`yaml\n${COMPOSE.replaceAll(/^/gm, '  ')}\n  \`\`\``,
  );
  expect(parsed.compose).toMatchObject([
    { line: 10, services: [{ name: 'web', line: 11, image: { display: 'nginx:1.27', line: 12 } }] },
  ]);
  expect(parsed.body.html).toContain('image: nginx:1.27');
  expect(JSON.stringify(parsed)).not.toContain('correct-horse-battery');
});

test.each([
  ['a fence of another language', `\`\`\`text\n${COMPOSE}\n\`\`\``],
  ['indented code', COMPOSE.replaceAll(/^/gm, '    ')],
  ['raw HTML', `<pre>\n${COMPOSE}\n</pre>`],
  ['a fence that never closes', `\`\`\`yaml\n${COMPOSE}`],
  ['a quote', `> \`\`\`\n${COMPOSE.replaceAll(/^/gm, '> ')}\n> \`\`\``],
  [
    'a quote in a page that is too complex',
    `> - \`\`\`\n${COMPOSE.replaceAll(/^/gm, '>   ')}\n>   \`\`\`\n\n${'> '.repeat(500)}x`,
  ],
  ['a page that is too complex', `\`\`\`yaml\n${COMPOSE}\n\`\`\`\n\n${'> '.repeat(500)}x`],
  [
    'a list in a page that is too complex',
    `- a\n\n  \`\`\`yaml\n${COMPOSE.replaceAll(/^/gm, '  ')}\n  \`\`\`\n\n${'> '.repeat(500)}x`,
  ],
])('values of a compose file are masked in %s', (_name, text) => {
  expect(everything(text)).not.toContain('correct-horse-battery');
  expect(everything(text)).toContain('nginx');
});

test('only fences of YAML, or of no language, define services', () => {
  expect(page(`\`\`\`text\n${COMPOSE}\n\`\`\``).compose).toEqual([]);
  expect(page(`\`\`\`docker-compose\n${COMPOSE}\n\`\`\``).compose).toHaveLength(1);
  expect(page(`\`\`\`compose.yaml\n${COMPOSE}\n\`\`\``).compose).toHaveLength(1);
});

test('a credential is masked everywhere, and found at its line', () => {
  const token = ['ghp', 'x7Kq2ZpLm9RtW4vYb8Nc3HdJs6FgA1eU5oTi'].join('_');
  const text = `---\ntitle: x\n---\n\nUse \`${token}\` for it.`;
  expect(everything(text)).not.toContain(token);
  expect(page(text).flaws).toMatchInlineSnapshot(`
    [
      {
        "hint": "Make a new one and revoke this one, then keep the new one in a git-ignored .env file and write only its name here.",
        "line": 5,
        "message": "This line holds what looks like a real credential (GitHub token). It is masked on the site, but anybody who can read the repository has it.",
        "rule": "credential-in-text",
        "severity": "error",
      },
    ]
  `);
});

test('broken front matter is a finding, and the page is still a page', () => {
  const parsed = page('---\na: [\n---\n\n# A');
  expect(parsed.heading).toBe('A');
  expect(parsed.flaws.map(({ rule }) => rule)).toEqual(['front-matter']);
});

test('an empty page is a page', () => {
  expect(html('')).toBe('');
  expect(page('')).toMatchObject({
    form: 'page',
    headings: [],
    words: 0,
    excerpt: '',
    body: { sections: [] },
  });
});

test('the same text gives the same page', () => {
  const text = '# A\n\n- [ ] a\n\n[^1] <b>x</b> [[y]]\n\n[^1]: z';
  expect(page(text)).toEqual(page(text));
});
