import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/core/front-matter/read-front-matter.ts';
import type { Flaw } from '../../../src/core/model/finding.ts';

const said = (flaws: readonly Flaw[]): string[] =>
  flaws.map(
    ({ line, rule, severity, message, hint }) => `${line} ${severity} ${rule}: ${message} -> ${hint}`,
  );

const flawsOf = (text: string): string[] => said(readFrontMatter(text).flaws);
const dataOf = (text: string): unknown => readFrontMatter(text).frontMatter.data;

describe('a file with front matter', () => {
  test('is split into data, the lines of its keys, and the body as it stands', () => {
    expect(readFrontMatter('---\ntitle: DNS\n\n# order\ntags: [a, b]\n---\n\n# Body\n---\n')).toEqual({
      frontMatter: {
        data: { title: 'DNS', tags: ['a', 'b'] },
        lines: { title: 2, tags: 5 },
        format: 'yaml',
      },
      body: '\n# Body\n---\n',
      bodyLine: 7,
      flaws: [],
    });
  });

  test('may have a byte order mark, CRLF, and blank lines or blanks in front', () => {
    const { frontMatter, body, bodyLine, flaws } = readFrontMatter(
      '\uFEFF\r\n ---\r\ntitle: DNS\r\n---\r\nBody\r\n',
    );
    expect(frontMatter).toEqual({ data: { title: 'DNS' }, lines: { title: 3 }, format: 'yaml' });
    expect({ body, bodyLine, flaws }).toEqual({ body: 'Body\r\n', bodyLine: 5, flaws: [] });
  });

  test.each([
    ['---yaml\ntitle: DNS\n---\nB', 'yaml'],
    ['--- yml\ntitle: DNS\n...\nB', 'yaml'],
    ['+++\ntitle = "DNS"\n+++\nB', 'toml'],
    ['---toml\ntitle = "DNS"\n---\nB', 'toml'],
    ['---json\n{ "title": "DNS" }\n---\nB', 'json'],
    [';;;\n{ "title": "DNS" }\n;;;\nB', 'json'],
    [';;;\n"title": "DNS"\n;;;\nB', 'json'],
  ])('is read in its language: %j', (text, format) => {
    expect(readFrontMatter(text)).toEqual({
      frontMatter: { data: { title: 'DNS' }, lines: { title: 2 }, format },
      body: 'B',
      bodyLine: 4,
      flaws: [],
    });
  });

  test.each(['---\n---\nB', '---\n# nothing yet\n---\nB', '+++\n+++\nB', ';;;\n;;;\nB'])(
    'may be empty: %j',
    (text) => {
      const { frontMatter, body, flaws } = readFrontMatter(text);
      expect({ data: frontMatter.data, body, flaws }).toEqual({ data: {}, body: 'B', flaws: [] });
    },
  );

  test('ends at a line of three dashes alone', () => {
    const { frontMatter, body } = readFrontMatter('---\na: |\n  ----\n  --- x\nb: 1\n---  \nB');
    expect(frontMatter.data).toEqual({ a: '----\n--- x\n', b: 1 });
    expect(body).toBe('B');
  });
});

describe('values', () => {
  test('stay as they were written: dates, versions, octals, times of day and commits', () => {
    expect(
      dataOf(
        '---\ndate: 2026-03-14\nversion: 1.10\nmode: 010\nat: 12:30\nchange: 12e4567\nbig: 12345678901234567890\n---\n',
      ),
    ).toEqual({
      date: '2026-03-14',
      version: '1.10',
      mode: '010',
      at: '12:30',
      change: '12e4567',
      big: '12345678901234567890',
    });
  });

  test('are those of YAML 1.2', () => {
    expect(dataOf('---\na: yes\nb: true\nc: ~\nd: -3.5\ne: .inf\nf: !!js/function "x"\n---\n')).toEqual({
      a: 'yes',
      b: true,
      c: null,
      d: -3.5,
      e: '.inf',
      f: 'x',
    });
  });

  test('of TOML keep the text of their dates', () => {
    const { frontMatter } = readFrontMatter(
      '+++\nday = 2026-03-14\nat = 2026-03-14T21:05:00+01:00\nlocal = 2026-03-14T21:05:00\n[site.deep]\nbig = 12345678901234567890\n+++\n',
    );
    expect(frontMatter.data).toEqual({
      day: '2026-03-14',
      at: '2026-03-14T21:05:00+01:00',
      local: '2026-03-14T21:05:00',
      site: { deep: { big: '12345678901234567890' } },
    });
    expect(frontMatter.lines).toEqual({ day: 2, at: 3, local: 4, site: 5 });
  });

  test.each([
    '---\n__proto__: { polluted: true }\na: { __proto__: { polluted: true } }\n---\n',
    '+++\na = { "__proto__" = { polluted = true } }\n+++\n',
    ';;;\n{ "__proto__": { "polluted": true }, "a": { "__proto__": { "polluted": true } } }\n;;;\n',
  ])('never reach a prototype: %j', (text) => {
    const { data, lines } = readFrontMatter(text).frontMatter;
    expect(JSON.stringify(data)).toBe('{"a":{}}');
    expect(Object.keys(lines)).toEqual(['a']);
    expect(Object.assign({}, data['a'])).not.toHaveProperty('polluted');
  });
});

describe('what is no front matter stays in the body', () => {
  test.each([
    '',
    '# Title\n\n---\n\ntext\n\n---\n',
    '---\n\nProse between two lines.\n\n---\n',
    '---\n- an item\n- another\n---\n',
    '---\n\n# A thematic break first\n\ntitle: x\n',
    '---\nfunction reverse(text) {\n  return text;\n}\n---\n',
    '----\ntitle: x\n----\n',
    '--- draft ---\ntitle: x\n---\n',
    '---ruby\ntitle: x\n---\n',
    '+++\nadded lines\n',
  ])('%j', (text) => {
    const { frontMatter, body, bodyLine, flaws } = readFrontMatter(text);
    expect(frontMatter).toEqual({ data: {}, lines: {}, format: 'none' });
    expect({ body, bodyLine, flaws }).toEqual({ body: text, bodyLine: 1, flaws: [] });
  });
});

describe('broken front matter is a flaw, and the page is still a page', () => {
  test('that names the line and the mistake, and quotes no value', () => {
    const text = '---\ntitle: x\napi: s3cr3t: t0ken\n---\nBody';
    const { frontMatter, body, bodyLine } = readFrontMatter(text);
    expect({ data: frontMatter.data, body, bodyLine }).toEqual({ data: {}, body: 'Body', bodyLine: 5 });
    expect(flawsOf(text)).toMatchInlineSnapshot(`
      [
        "3 error front-matter: The front matter cannot be read, so none of it counts: a value holds a colon and a blank, which YAML takes for another \`key: value\`. -> Put the value in quotes, as in \`title: "Restore: the long way"\`.",
      ]
    `);
    expect(flawsOf(text).join()).not.toMatch(/s3cr3t|t0ken/);
  });

  test('in words', () => {
    const broken = [
      'services: [dns/pihole',
      'title: "DNS',
      'backup:\n\tmethod: restic',
      'title: DNS\n  tags: [a]\n tags: b',
      'owner: @mara',
      'title: *dns*',
      'signatures: ["C:\\data"]',
      'title: DNS\nservices\n',
      'title: "DNS" is down',
      'title: DNS\n--- x\n',
    ];
    expect(broken.map((yaml) => [yaml, flawsOf(`---\n${yaml}\n---\n`)])).toMatchInlineSnapshot(`
      [
        [
          "services: [dns/pihole",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: a bracket that was opened is never closed. -> Close the list or map on the line where it begins, as in \`services: [dns/pihole]\`.",
          ],
        ],
        [
          "title: "DNS",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: a quote, a bracket, a comma, or the colon after a key is missing. -> Close what was opened on this line or above it, and write a colon and a blank after each key.",
          ],
        ],
        [
          "backup:
      	method: restic",
          [
            "3 error front-matter: The front matter cannot be read, so none of it counts: a line is indented with a tab, which YAML does not allow. -> Indent with blanks.",
          ],
        ],
        [
          "title: DNS
        tags: [a]
       tags: b",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: a value holds a colon and a blank, which YAML takes for another \`key: value\`. -> Put the value in quotes, as in \`title: "Restore: the long way"\`.",
          ],
        ],
        [
          "owner: @mara",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: a value begins with a character that means something to YAML, such as \`@\`, \`%\` or a backtick. -> Put the value in quotes, as in \`title: "Restore: the long way"\`.",
          ],
        ],
        [
          "title: *dns*",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: a value begins with \`*\` or \`&\`, which refers to another value in YAML. -> Put the value in quotes, as in \`title: "Restore: the long way"\`.",
          ],
        ],
        [
          "signatures: ["C:\\data"]",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: a backslash in double quotes begins an escape that YAML does not know. -> Put the value in single quotes, as in \`signatures: ['C:\\data']\`.",
          ],
        ],
        [
          "title: DNS
      services
      ",
          [
            "3 error front-matter: The front matter cannot be read, so none of it counts: a quote, a bracket, a comma, or the colon after a key is missing. -> Close what was opened on this line or above it, and write a colon and a blank after each key.",
          ],
        ],
        [
          "title: "DNS" is down",
          [
            "2 error front-matter: The front matter cannot be read, so none of it counts: something follows a value that is already complete, or a bracket is open. -> Put the value in quotes, as in \`title: "Restore: the long way"\`.",
          ],
        ],
        [
          "title: DNS
      --- x
      ",
          [],
        ],
      ]
    `);
  });

  test('in TOML', () => {
    expect(flawsOf('+++\ntitle = "DNS"\ntoken = s3cr3t\n+++\n')).toMatchInlineSnapshot(`
      [
        "3 error front-matter: The front matter cannot be read, so none of it counts: it is not valid TOML. -> Write one \`key = "value"\` on each line, with text in double quotes and each key once.",
      ]
    `);
  });

  test('in JSON', () => {
    expect(flawsOf('---json\n{\n  "title": "DNS",\n  "token": s3cr3t\n}\n---\n')).toMatchInlineSnapshot(`
      [
        "2 error front-matter: The front matter cannot be read, so none of it counts: it is not valid JSON. -> Put keys and texts in double quotes, with a comma between entries and none after the last.",
      ]
    `);
  });

  test('when a template was never filled in', () => {
    expect(flawsOf('---\ntitle: "{{ replace .Name "-" " " | title }}"\n---\n')).toMatchInlineSnapshot(`
      [
        "2 warning front-matter: The front matter cannot be read, so none of it counts: it holds template text that was never filled in. -> Fill it in. A file that must stay a template can be left out with \`exclude\` in blackstart.yaml.",
      ]
    `);
  });

  test('when it never ends; then all of it is text', () => {
    const text = '---\ntitle: DNS\n\n# Heading\n';
    expect(readFrontMatter(text).body).toBe(text);
    expect(flawsOf(text)).toMatchInlineSnapshot(`
      [
        "1 error front-matter: The front matter that begins here never ends, so it shows as text of the page and none of it counts. -> Add a line \`---\` after the last \`key: value\` line.",
      ]
    `);
  });

  test('when it is longer than any page needs', () => {
    expect(flawsOf(`---\ntitle: ${'x'.repeat(40_000)}\n---\n`)).toMatchInlineSnapshot(`
      [
        "1 error front-matter: The front matter that begins here does not end within 32,768 characters, so it shows as text of the page and none of it counts. -> Keep front matter small: facts of the page as \`key: value\` lines, everything else in the text below.",
      ]
    `);
  });

  test('when it is a list of maps', () => {
    const text = '---\n- title: DNS\n- tags: a\n---\nBody';
    expect(readFrontMatter(text).body).toBe(text);
    expect(flawsOf(text)).toMatchInlineSnapshot(`
      [
        "2 warning front-matter: The front matter is a list, so none of it counts and it shows as text of the page. -> Write \`key: value\` lines, such as \`title: Restore the DNS\`.",
      ]
    `);
  });

  test('when a named block holds a single value', () => {
    expect(flawsOf('---yaml\nDNS\n---\n')).toMatchInlineSnapshot(`
      [
        "2 warning front-matter: The front matter is a single value, so none of it counts and it shows as text of the page. -> Write \`key: value\` lines, such as \`title: Restore the DNS\`.",
      ]
    `);
  });

  test('when aliases multiply, or a value holds itself', () => {
    const levels = 'abcdefgh'.replaceAll(/./g, (key) => {
      const alias = key === 'a' ? 'x' : `*${String.fromCodePoint((key.codePointAt(0) ?? 0) - 1)}`;
      return `${key}: &${key} [${Array(9).fill(alias).join(', ')}]\n`;
    });
    expect(flawsOf(`---\n${levels}---\n`)).toMatchInlineSnapshot(`
      [
        "2 error front-matter: The front matter cannot be read, so none of it counts: it is too large, too deep, or refers to itself. -> Keep front matter small: facts of the page as \`key: value\` lines, everything else in the text below.",
      ]
    `);
    expect(flawsOf('---\na: &a [*a]\n---\n')).toHaveLength(1);
  });
});

describe('a duplicate key', () => {
  test('is a warning for each, and the last one counts', () => {
    const text = '---\ntitle: one\nbackup:\n  db: a\n  db: b\ntitle: two\n---\n';
    expect(dataOf(text)).toEqual({ title: 'two', backup: { db: 'b' } });
    expect(flawsOf(text)).toMatchInlineSnapshot(`
      [
        "6 warning front-matter: In the front matter \`title\` is written more than once, and only the last one counts. -> Keep one of them. Several values go into a list: \`key: [one, two]\`.",
        "5 warning front-matter: In the front matter \`db\` is written more than once, and only the last one counts. -> Keep one of them. Several values go into a list: \`key: [one, two]\`.",
      ]
    `);
  });

  test('in JSON as well', () => {
    expect(flawsOf(';;;\n{ "a": 1,\n  "a": 2 }\n;;;\n')).toHaveLength(1);
  });
});

describe('code is never run', () => {
  test.each(['js', 'javascript', 'JS', 'JavaScript', 'coffee', 'coffeescript', 'cson'])('%s', (language) => {
    const text = `---${language}\n{ title: globalThis.ran = true }\n---\nBody`;
    expect(readFrontMatter(text)).toMatchObject({ frontMatter: { data: {}, format: 'none' }, body: 'Body' });
    expect(flawsOf(text)).toEqual([
      '2 error front-matter: The front matter cannot be read, so none of it counts: it is program code, which is never run. -> Write it as YAML: `key: value` lines between two lines of three dashes.',
    ]);
    expect(globalThis).not.toHaveProperty('ran');
  });
});

test.each([
  '---\ntitle: a: b\nprivate: true\n---\nBody',
  '---\ntitle: x\nprivate: "yes"\n\nBody',
  '+++\ntitle = x\nprivate = true\n+++\nBody',
])('a page that asks to be private stays so when its front matter is broken: %j', (text) => {
  expect(dataOf(text)).toEqual({ private: true });
});
