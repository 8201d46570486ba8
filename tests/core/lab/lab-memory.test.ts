import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLab, type LabInput } from '../../../src/core/lab/build-lab.ts';
import { labMemory } from '../../../src/core/lab/lab-memory.ts';
import type { Page } from '../../../src/core/model/lab.ts';
import type { ParsedFile } from '../../../src/core/model/parsed.ts';
import { DEFAULT_CONFIG } from '../../../src/core/schema/config.ts';
import { NO_HISTORY, parsed } from '../../lab-of.ts';

type Files = Readonly<Record<string, string>>;

const FILES: Files = {
  'docs/links.md':
    '# Links\n\n[a](../notes/a.md#more) [b](b.md) [c](../recipes/) [[a]] [[unbound]] [[Two Words]] [up](../../x.md)\n',
  'docs/names.md': '# pihole\n\n`pihole`, unbound, pihole2, `db` and dns/pihole.\n',
  'notes/a.md': '# A\n\n## More\n',
  'recipes/dns.md': '---\nservices: [pihole, unbund]\nseverity: high\n---\n# DNS is down\n\n[a](/a)\n',
  'recipes/other/deep.md': '# Deep\n\n## Symptoms\n\n## Fix\n',
  'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
};

const paths = fc.constantFrom(
  ...Object.keys(FILES),
  'docs/b.md',
  'a.md',
  'README.md',
  'dns/README.md',
  'services/unbound.md',
  'two-words.md',
  'recipes/README.md',
  'notes/A.md',
  'vpn/compose.yaml',
  'notes/compose.yaml',
);
const texts = fc.constantFrom(
  ...Object.values(FILES),
  '# A\n\n## Less\n',
  '---\nkind: runbook\n---\n# A\n\n[more](../notes/a.md#Mroe) and [[a#More]]\n',
  '---\nkind: service\nservice: unbound\nprovides: [dns]\nmode: sandbox\n---\n# Unbound\n',
  '---\nprivate: true\nkind: host\naddress: 3\n---\n# A\n\n## More\n\n[[links#nothing]]\n',
  'services:\n  unbound:\n    image: mvance/unbound\n    container_name: pihole2\n  db:\n    image: postgres\n',
  'services:\n  pihole:\n    image: pihole/pihole\n',
);
const configs = fc.constantFrom<LabInput['config']>(
  DEFAULT_CONFIG,
  { ...DEFAULT_CONFIG, folderWords: { runbook: ['recipes'] } },
  { ...DEFAULT_CONFIG, folderWords: { postmortem: ['recipes'], host: ['docs'] } },
  { ...DEFAULT_CONFIG, ignoreRules: ['dead-link'] },
);
const change = fc.oneof(
  { weight: 8, arbitrary: fc.record({ path: paths, text: fc.option(texts, { freq: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ config: configs }) },
);

/** A file whose text is the same is the same object, as where a lab is read again. */
function reader(): (files: Files) => readonly ParsedFile[] {
  const known = new Map<string, ParsedFile>();
  const read = (path: string, text: string): ParsedFile => {
    const file = known.get(`${path}\0${text}`) ?? parsed(path, text);
    known.set(`${path}\0${text}`, file);
    return file;
  };
  return (files) =>
    Object.keys(files)
      .sort()
      .map((path) => read(path, files[path] ?? ''));
}

const inputOf = (files: readonly ParsedFile[]): LabInput => ({
  files,
  findings: [],
  history: NO_HISTORY,
  asOf: '2026-11-01T12:00:00+00:00',
  config: DEFAULT_CONFIG,
  trust: false,
  name: 'lab',
});

function edited(files: Files, path: string, text: string | null): Files {
  const { [path]: _, ...others } = files;
  return text === null ? others : { ...others, [path]: text };
}

test('a lab built with what earlier builds found out is the one built from nothing, whatever has changed', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 20, maxLength: 40 }), (all) => {
      const [memory, read] = [labMemory(), reader()];
      let [files, config] = [FILES, DEFAULT_CONFIG];
      for (const one of all) {
        if ('config' in one) config = one.config;
        else files = edited(files, one.path, one.text);
        const input = { ...inputOf(read(files)), config };
        expect(buildLab({ ...input, memory })).toEqual(buildLab(input));
      }
    }),
    { numRuns: 12, seed: 20_260_314 },
  );
});

const COMPOSE = 'services:\n  pihole:\n    image: pihole/pihole\n';

test.each<[string, Files, Files]>([
  ['a file comes', { 'a.md': '[a](b.txt)\n' }, { 'b.txt': '' }],
  [
    'a page gets another kind and address',
    { 'a.md': '[b](b.md)\n', 'b.md': '# B\n' },
    { 'b.md': '---\nkind: goal\n---\n# B\n' },
  ],
  [
    'a folder loses its list',
    { 'a.md': '[b](runbooks/)\n', 'runbooks/b.md': '# B\n' },
    { 'runbooks/b.md': '---\nkind: runbook\n---\n# B\n' },
  ],
  ['a heading comes', { 'a.md': '[b](b.md#c)\n', 'b.md': '# B\n' }, { 'b.md': '# B\n\n## C\n' }],
  [
    'a service gets another name',
    { 'a.md': '[[hole]]\n', 'dns/compose.yaml': COMPOSE },
    { 'dns/compose.yaml': `${COMPOSE}    container_name: hole\n` },
  ],
  ['a name comes', { 'a.md': 'Ask the pihole.\n' }, { 'dns/compose.yaml': COMPOSE }],
  [
    'a compose file comes to stand beside a page',
    { 'dns/compose.yaml': COMPOSE, 'copy/README.md': '# Copy\n' },
    { 'copy/compose.yaml': `name: dns\n${COMPOSE}` },
  ],
  [
    'a page has its service defined',
    { 'dns/compose.yaml': COMPOSE, 'services/dns/db.md': '# B\n' },
    { 'dns/compose.yaml': COMPOSE.replaceAll('pihole', 'db') },
  ],
])('the lab is another when %s', (_, before, after) => {
  const [memory, read] = [labMemory(), reader()];
  const old = buildLab({ ...inputOf(read(before)), memory });
  const input = inputOf(read({ ...before, ...after }));
  const lab = buildLab(input);
  expect(buildLab({ ...input, memory })).toEqual(lab);
  expect([lab.pages, lab.named]).not.toEqual([old.pages, old.named]);
});

test('the lab is another when its folder in the repository or the meaning of folders is another', () => {
  const files = reader()({ 'a.md': '[b](../b.md)\n', 'recipes/c.md': '# C\n' });
  const memory = labMemory();
  buildLab({ ...inputOf(files), memory });
  for (const other of [
    { history: { ...NO_HISTORY, prefix: 'lab/' } },
    { config: { ...DEFAULT_CONFIG, folderWords: { runbook: ['recipes'] } } },
  ])
    expect(buildLab({ ...inputOf(files), ...other, memory })).toEqual(
      buildLab({ ...inputOf(files), ...other }),
    );
});

test('what has not changed is not found out again', () => {
  const [memory, read] = [labMemory(), reader()];
  const build = (files: Files) => buildLab({ ...inputOf(read(files)), memory }).pages;
  const before = build(FILES);
  const after = build({ ...FILES, 'recipes/dns.md': '# DNS is slow\n' });
  const kept = (part: (page: Page) => unknown) =>
    after.filter((page, index) => part(page) === part(before[index] ?? page)).map(({ path }) => path);
  const others = ['docs/links.md', 'docs/names.md', 'notes/a.md', 'recipes/other/deep.md'];
  expect(kept(({ data }) => data)).toEqual(others);
  expect(kept(({ targets }) => targets[0])).toContain('docs/links.md');
});
