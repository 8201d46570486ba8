import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/core/model/lab.ts';
import { blackstart, folderWith } from './labs.ts';

const LAB = {
  'dns/compose.yaml':
    'services:\n  pihole:\n    image: pihole/pihole:2025.03.0\n  unbound:\n    image: unbound:1.2\n',
  'old/compose.yaml': 'services:\n  unbound:\n    image: unbound:1.1\n',
  'hosts/nuc.md': '# nuc\n',
  'ops/incidents/2025/2025-01-01-power.md': '# Power\n',
  'runbooks/DNS is (often) down.md': '---\nservices: [pihole]\n---\n# DNS is down\n\n1. Look.\n',
};

test.each(KINDS)('a new %s passes check without findings', async (kind) => {
  const cwd = await folderWith(LAB);
  const about = kind === 'host' ? [] : ['--services', 'pihole'];
  const host = kind === 'service' ? ['--host', 'nuc'] : [];
  const title = `It's 50 % "full": <disk> [sda] # 1`;
  const made = await blackstart(['new', kind, title, '--lab', '.', ...about, ...host], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout, stderr } = await blackstart(['check', '--lab', '.'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'No findings.' });
  expect(stderr).toContain(kind === 'service' ? '1 service page' : kind);
});

test.each(KINDS)('a new %s in an empty folder passes too, and is taken for one', async (kind) => {
  const cwd = await folderWith({});
  expect(await blackstart(['new', kind, 'First', '--lab', '.'], { cwd })).toMatchObject({ code: 0 });
  const { stdout, stderr } = await blackstart(['check', '--lab', '.'], { cwd });
  expect(stdout).toBe('No findings.');
  expect(stderr).toContain(kind === 'service' ? '1 service; 1 service page' : `0 services; 1 ${kind}`);
});

test('a postmortem goes where the others are, with its day in front', async () => {
  const cwd = await folderWith(LAB);
  const { stdout } = await blackstart(['new', 'postmortem', 'DNS', 'was', 'down', '--lab', '.'], { cwd });
  expect(stdout).toMatch(/^ops\/incidents\/2025\/2026-03-1[45]-dns-was-down\.md$/);
});

test('a postmortem knows the minute, its services and their runbooks', async () => {
  const cwd = await folderWith(LAB);
  const args = [
    'new',
    'postmortem',
    'DNS was down',
    '--services',
    'pihole',
    '--date',
    '2026-03-14T21:05+01:00',
  ];
  const { stdout } = await blackstart([...args, '--lab', '.', '--stdout'], { cwd });
  expect(stdout).toMatchInlineSnapshot(`""`);
});

test('a runbook for a service of a compose file has its commands', async () => {
  const cwd = await folderWith(LAB);
  const { stdout } = await blackstart(
    ['new', 'runbook', 'DNS', '--services', 'dns/unbound', '--lab', '.', '--stdout'],
    {
      cwd,
    },
  );
  expect(stdout).toContain('docker compose restart unbound');
});

describe('refuses', () => {
  test.each([
    [['--services', 'pihol'], 'This lab has no service `pihol`. Did you mean `pihole`?'],
    [['--services', 'unbound'], '`unbound` may be `dns/unbound` or `old/unbound`. Write one of them.'],
    [['--host', 'nuk'], 'This lab has no host `nuk`. Did you mean `nuc`?'],
  ])('%j, and says what to write', async (args, message) => {
    const cwd = await folderWith(LAB);
    expect(await blackstart(['new', 'service', 'X', '--lab', '.', ...args], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: message,
    });
  });

  test('to overwrite a page', async () => {
    const cwd = await folderWith({ 'notes/mine.md': '# Mine\n' });
    const { code, stderr } = await blackstart(['new', 'note', 'Mine', '--lab', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('exists already, and stays as it is. Choose another title.');
    expect(await readFile(join(cwd, 'notes/mine.md'), 'utf8')).toBe('# Mine\n');
  });

  test('a title without letters', async () => {
    const cwd = await folderWith({});
    const { code, stderr } = await blackstart(['new', 'note', '?!', '--lab', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('`?!` has no letter or digit to name a file after. Write another title.');
  });

  test('to guess a title when nobody can be asked', async () => {
    const cwd = await folderWith({});
    const { code, stderr } = await blackstart(['new', 'note', '--lab', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('Write a title: `blackstart new note "Its title"`.');
  });
});

describe('on a terminal', () => {
  const answering = (...answers: string[]) => {
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift() ?? '';
    };
    return { asked, ask };
  };

  test('asks for what was not said', async () => {
    const cwd = await folderWith(LAB);
    const { asked, ask } = answering('DNS was down', 'pihole', '');
    const { code, stdout } = await blackstart(['new', 'runbook', '--lab', '.'], { cwd, ask });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'runbooks/dns-was-down.md' });
    expect(asked).toMatchInlineSnapshot();
  });

  test('writes nothing without consent', async () => {
    const cwd = await folderWith(LAB);
    const { ask } = answering('DNS was down', '', 'no');
    expect(await blackstart(['new', 'runbook', '--lab', '.'], { cwd, ask })).toMatchObject({
      code: 130,
      stdout: '',
    });
    await expect(readFile(join(cwd, 'runbooks/dns-was-down.md'))).rejects.toThrow('ENOENT');
  });

  test('asks nothing when the title was given', async () => {
    const cwd = await folderWith({});
    const { asked, ask } = answering();
    await blackstart(['new', 'note', 'Said', '--lab', '.'], { cwd, ask });
    expect(asked).toEqual([]);
  });
});

test.each([
  ['Pi-hole: won’t start!', 'pi-hole-wont-start'],
  ['  Überlauf  —  Größe ', 'überlauf-größe'],
  ['数据库故障', '数据库故障'],
  ['../../etc/passwd', 'etcpasswd'],
  ['con', 'con-'],
  ['x'.repeat(300), 'x'.repeat(80)],
])('a page called %j is named after it', async (title, name) => {
  const cwd = await folderWith({});
  const { stdout } = await blackstart(['new', 'note', title, '--lab', '.'], { cwd });
  expect(stdout).toMatch(new RegExp(`^notes/${name}[0-9a-f]{0,6}\\.md$`, 'u'));
});

test('a folder of the kind wins over a page that only looks like one', async () => {
  const cwd = await folderWith({});
  await writeFile(
    join(cwd, 'incident.md'),
    '# Incident 2026-01-01\n\n## Impact\n\nx\n\n## Timeline\n\n## Cause\n\nx\n',
  );
  const { stdout } = await blackstart(['new', 'postmortem', 'X', '--lab', '.', '--date', '2026-01-02'], {
    cwd,
  });
  expect(stdout).toBe('postmortems/2026-01-02-x.md');
});
