import { expect, test } from 'vitest';
import { COMMANDS } from '../../scripts/commands.ts';
import { DOCS, fencesOf, read } from './markdown.ts';

/** Options of other programs. */
const OTHERS = new Set(
  '--exclude-standard --strict-peer-deps --omit --prefix --silent --to --help --version --experimental-strip-types'.split(
    ' ',
  ),
);

/** Names of the styles look the same, and end in a number or a sign where they stand for several. */
const TOKENS = read('src/styles/tokens.css');

/** Every call of `blackstart` in the fences and in the code spans of a page: the command, and the options it is given. */
function callsIn(markdown: string): { name: string; flags: string[] }[] {
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const lines = fencesOf(markdown)
    .filter(({ info }) => /^(?:sh|bash|yaml|console)\b/.test(info))
    .flatMap(({ text }) => text.split('\n'));
  return [...spans, ...lines].flatMap((text) =>
    [...text.matchAll(/(?:^|\b(?:run|npx) (?:--silent )?)blackstart (?:-- )?([a-z]+)\b([^|;&#]*)/g)].map(
      ([, name = '', rest = '']) => ({ name, flags: flagsIn(rest) }),
    ),
  );
}

const flagsIn = (text: string): string[] =>
  [...text.matchAll(/(?:^|\s)--([a-z][a-z-]*)/g)].map(([, flag = '']) => flag);

const optionsOf = async (name: string): Promise<string[]> => {
  const command = await COMMANDS[name]?.load();
  return [...Object.keys(command?.options ?? {}), 'help'];
};

test.each(DOCS)('every command and option that %s names exists', async (path) => {
  const text = read(path);
  for (const { name, flags } of callsIn(text)) {
    expect(Object.keys(COMMANDS), path).toContain(name);
    const options = await optionsOf(name);
    for (const flag of flags) expect(options, `${path}: ${name} --${flag}`).toContain(flag);
  }
  const all = (await Promise.all(Object.keys(COMMANDS).map(optionsOf))).flat().map((flag) => `--${flag}`);
  // Its names with two dashes are custom properties.
  if (path === 'docs/design-language.md') return;
  for (const [, flag = ''] of text.matchAll(/`(--[a-z][a-z-]*)[^`]*`/g))
    if (!TOKENS.includes(flag)) expect([...all, ...OTHERS], `${path}: ${flag}`).toContain(flag);
});

test('the calls are found', () => {
  expect(DOCS.flatMap((path) => callsIn(read(path))).length).toBeGreaterThan(20);
  expect(callsIn('`blackstart check --lab x`\n\n```sh\nnpm run blackstart -- build --out y\n```\n')).toEqual([
    { name: 'check', flags: ['lab'] },
    { name: 'build', flags: ['out'] },
  ]);
});
