import { readFile } from 'node:fs/promises';
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
  expect(stdout).toMatchInlineSnapshot(`
    "---
    services:
      - dns/pihole
    status: draft
    began: 2026-03-14T21:05+01:00
    noticed: 2026-03-14T21:05+01:00
    # mitigated: 2026-03-14T20:41+01:00  # When people could work again.
    # ended: 2026-03-14T21:27+01:00  # When all was as it should be.
    # severity: sev2  # From \`sev1\`, everything is down, to \`sev5\`, cosmetic.
    # detection: household  # How it came to light: by an alert, the household, another user, yourself, a drill or a test.
    # causes: [ config-change, dns ]  # What caused it. Known classes are config-change, human-change, update, hardware, power, network, isp, dns, certificate, disk-full, capacity, dependency, cascading-failure, database, permissions, port-conflict, secrets, security, backup, automation, cloud, time, bug.
    # fix: Publish port 53 of Pi-hole on 192.168.10.11 and start it.  # One line that somebody can use at two in the morning.
    # signatures: [ DNS_PROBE_FINISHED_NXDOMAIN, "/lookup \\\\S+: no such host/" ]  # Error text as it is printed, or \`/a regular expression/\`. A pasted log finds the page by it.
    # household_minutes: 36  # Minutes that the household lost.
    ---

    # DNS was down

    ## Summary

    <!-- Two sentences: what broke and what brought it back. Write them last. -->

    ## Impact

    <!-- Who could not do what, and for how long? Count the household too. -->

    ## Timeline

    <!-- Begin each line with a time, and put commands and error messages in as they were. -->

    - 21:05 pihole stops working.
    - 21:05 Noticed.

    ## Root cause

    <!-- Ask why until the answer is something you can change. "Human error" is a question, not an answer. -->

    ## Contributing factors

    <!-- What made it likelier, longer or harder to see? -->

    ## Fix

    <!-- What mended it, as the exact commands. -->

    ## Detection

    <!-- How did you find out, and what would have told you earlier? -->

    ## What went well

    <!-- What do you want to keep? -->

    ## What went wrong

    <!-- What cost time, and what was missing? -->

    ## Where we got lucky

    <!-- What nearly made it worse? Luck is not a plan. -->

    ## Action items

    <!-- Few, small, each with an @owner. The first prevents it, the others shorten it. -->

    - [ ] Decide what keeps this from happening again (prevent)
    - [ ] Decide what would show it sooner (detect)

    ## Lessons

    <!-- What do you know now that you did not know before? Say if you have seen it only at home scale. -->

    ## Runbooks

    <!-- Keep those that helped: a link from here says that they did. -->

    - [DNS is down](../../../runbooks/DNS%20is%20%28often%29%20down.md)"
  `);
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
  test('asks for what was not said', async () => {
    const cwd = await folderWith(LAB);
    const { asked, ask } = answering('DNS was down', 'pihole', '');
    const { code, stdout } = await blackstart(['new', 'runbook', '--lab', '.'], { cwd, ask });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'runbooks/dns-was-down.md' });
    expect(asked).toMatchInlineSnapshot(`
      [
        "Title: ",
        "Services it is about (dns/pihole, dns/unbound, old/unbound), or nothing: ",
        "Write runbooks/dns-was-down.md? [Y/n] ",
      ]
    `);
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

/** Somebody who gives these answers, and what they were asked. */
function answering(...answers: string[]) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift() ?? '';
  };
  return { asked, ask };
}
