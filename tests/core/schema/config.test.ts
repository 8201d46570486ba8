import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG, readConfig } from '../../../src/core/schema/config.ts';

const flawsOf = (yaml: string): string[] =>
  readConfig(yaml).flaws.map(
    ({ line, severity, rule, message, hint }) => `${line} ${severity} ${rule}: ${message} -> ${hint}`,
  );

test('a full configuration', () => {
  const yaml = `title: The lab at number 12
language: pt_BR
timezone: Europe/Berlin
electricity: 0,34 €
household: 60
include: docs/
exclude: [drafts/, '*.tmp']
folders:
  runbook: [Meine Rezepte]
headings: { lessons: Merksätze }
compose: stacks/*/app.yaml
forge: https://git.example.net/mara/lab
ignore: dead-anchor
site:
  url: https://handbook.example.net/
  needs: [dns/pihole]
  index: yes
  offline: false
`;
  expect(readConfig(yaml)).toEqual({
    config: {
      title: 'The lab at number 12',
      language: 'pt-BR',
      timezone: 'Europe/Berlin',
      electricity: 0.34,
      household: 60,
      include: ['docs/'],
      exclude: ['drafts/', '*.tmp'],
      folderWords: { runbook: ['meine-rezepte'] },
      headingWords: { lessons: ['Merksätze'] },
      composeGlobs: ['stacks/*/app.yaml'],
      forge: 'https://git.example.net/mara/lab',
      ignoreRules: ['dead-anchor'],
      site: { url: 'https://handbook.example.net/', needs: ['dns/pihole'], index: true, offline: false },
    },
    flaws: [],
  });
});

test.each(['', '# nothing yet\n', '\uFEFF---\n', 'title:\nsite:\n'])(
  'an empty file leaves the defaults: %j',
  (yaml) => {
    expect(readConfig(yaml)).toEqual({ config: DEFAULT_CONFIG, flaws: [] });
  },
);

test('an unknown key is answered with the nearest one, at its own line', () => {
  expect(flawsOf('titel: x\nsite:\n  indx: true\nfolders:\n  runbooks: [x]\nheadings:\n  zzz: [x]\nqqq: 1\n'))
    .toMatchInlineSnapshot(`
    [
      "1 warning config: \`titel\` is not a key of blackstart.yaml, so it has no effect. -> Did you mean \`title\`?",
      "3 warning config: \`indx\` is not a key of \`site\` in blackstart.yaml, so it has no effect. -> Did you mean \`index\`?",
      "5 warning config: \`runbooks\` is not a key of \`folders\` in blackstart.yaml, so it has no effect. -> Did you mean \`runbook\`?",
      "7 warning config: \`zzz\` is not a key of \`headings\` in blackstart.yaml, so it has no effect. -> Its keys are \`summary\`, \`impact\`, \`symptoms\`, \`detection\`, \`cause\`, \`trigger\`, \`fix\`, \`timeline\`, \`actions\`, \`lessons\`, \`well\`, \`wrong\`, \`lucky\`, \`diagnosis\`, \`mitigation\`, \`verification\`, \`rollback\`, \`prerequisites\`, \`hypothesis\`, \`method\`, \`steady\`, \`question\`, \`evidence\`, \`hardware\`.",
      "8 warning config: \`qqq\` is not a key of blackstart.yaml, so it has no effect. -> Its keys are \`title\`, \`language\`, \`timezone\`, \`electricity\`, \`household\`, \`include\`, \`exclude\`, \`folders\`, \`headings\`, \`compose\`, \`site\`, \`forge\`, \`ignore\`.",
    ]
  `);
});

test('a value that does not fit is left out, and the rest is kept', () => {
  const yaml =
    'title: [a]\nlanguage: klingon!\ntimezone: Mars/Base\nhousehold: lots\nsite:\n  url: handbook\n  offline: maybe\n  index: true\nforge: git@example.net:lab\nfolders: [a]\n';
  expect(readConfig(yaml).config).toEqual({
    ...DEFAULT_CONFIG,
    site: { ...DEFAULT_CONFIG.site, index: true },
  });
  expect(flawsOf(yaml)).toMatchInlineSnapshot(`
    [
      "1 warning config: \`title\` is a list, but must be a text. -> Write \`title: The lab at number 12\`, for example.",
      "2 warning config: \`language\` is a text, but must be a language code, such as \`de\` or \`pt-BR\`. -> Write \`language: en\`, for example.",
      "3 warning config: \`timezone\` is a text, but must be the name of a time zone. -> Write \`timezone: Europe/Berlin\`, for example.",
      "4 warning config: \`household\` is \`lots\`, but must be a number of minutes. -> Write \`household: 60\`, for example.",
      "6 warning config: \`url\` is \`handbook\`, but must be an address that begins with \`https://\` or \`http://\`. -> Write \`url: https://handbook.example.net/\`, for example.",
      "7 warning config: \`offline\` is \`maybe\`, but must be \`true\` or \`false\`. -> Write \`offline: false\`, for example.",
      "9 warning config: \`forge\` is a text, but must be an address that begins with \`https://\` or \`http://\`. -> Write \`forge: https://git.example.net/mara/lab\`, for example.",
      "10 warning config: \`folders\` is a list, but must be a map of keys and values. -> Write \`folders: {runbook: [recipes]}\`, for example.",
    ]
  `);
});

test.each(['../other/*.yaml', '/etc/*.yaml', 'a/../../b.yaml', '~/x.yaml', 'C:\\x.yaml', '..\\x', '!x.yaml'])(
  'no compose pattern leads out of the lab: %s',
  (glob) => {
    const yaml = `compose: ['stacks/a.yaml', '${glob}']`;
    expect(readConfig(yaml).config.composeGlobs).toEqual([]);
    expect(flawsOf(yaml)).toEqual([
      '1 warning config: An item of `compose` does not fit: it must be a path or a pattern below the lab, without `..` and without `/` in front. -> Write `compose: [stacks/*/app.yaml]`, for example.',
    ]);
  },
);

test('a file that cannot be read is an error, and the defaults hold', () => {
  expect(readConfig('title: a: b').config).toBe(DEFAULT_CONFIG);
  expect(flawsOf('title: x\nforge: a: b')).toMatchInlineSnapshot(`
    [
      "2 error config: blackstart.yaml cannot be read, so none of it counts: a value holds a colon and a blank, which YAML takes for another \`key: value\`. -> Put the value in quotes, as in \`title: "Restore: the long way"\`.",
    ]
  `);
  expect(flawsOf('- title')).toMatchInlineSnapshot(`
    [
      "1 error config: blackstart.yaml cannot be read, so none of it counts: it is not made of \`key: value\` lines. -> Write \`title: My lab\`, for example.",
    ]
  `);
  expect(flawsOf(`title: ${'x'.repeat(100_001)}`)).toHaveLength(1);
});

test('a duplicate key is a warning', () => {
  expect(flawsOf('title: a\ntitle: b')).toMatchInlineSnapshot(`
    [
      "2 warning config: \`title\` is written more than once, and only the last one counts. -> Keep one of them. Several values go into a list: \`key: [one, two]\`.",
    ]
  `);
});

test('any text gives a configuration', () => {
  const parts = fc.constantFrom(
    ...'title: x\n|site:\n|  url: y\n|  |- |: |[|]|{|}|folders: |headings: |compose: |runbook|"|*a|&a |__proto__: 1\n|\0|x\n'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), (list) => {
      const { config, flaws } = readConfig(list.join(''));
      expect(JSON.parse(JSON.stringify(config))).toEqual(config);
      for (const { line } of flaws) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
