import { expect, test } from 'vitest';
import { labOf } from '../../lab-of.ts';

const kindOf = (path: string, text: string) =>
  labOf({ [path]: text }).pages.map(({ kind, kindFrom }) => `${kind} by ${kindFrom}`)[0];

test.each([
  ['K8s Playbooks/01-Control-Plane/api.md', 'runbook by folder'],
  ['docs/deprecated_runbooks/api.md', 'runbook by folder'],
  ['past-incidents/api.md', 'postmortem by folder'],
  ['ansible/runbooks/dns.md', 'runbook by folder'],
  ['docs/adr/0007-incident.md', 'note by folder'],
])('the folders of %s make it a %s', (path, kind) => {
  const report = '# Incident\n\nDate: 2026-01-02\n\n## Impact\n\nAll.\n\n## Cause\n\nOne.';
  expect(kindOf(path, report)).toBe(kind);
});

test('playbooks of Ansible are code', () => {
  expect(kindOf('ansible/playbooks/dns/README.md', '# Sets up the names')).toBe('note by shape');
  expect(kindOf('playbooks/dns/README.md', '# Names are gone')).toBe('runbook by folder');
});

test('a folder of alerts holds runbooks where its pages say what to do', () => {
  expect(kindOf('alerts/dns/DnsDown.md', '# DnsDown\n\n## Impact\n\nNo names.')).toBe('runbook by folder');
  expect(kindOf('alerts/dns/Restart.md', '# Restart\n\n1. Stop it.\n2. Start it.')).toBe('runbook by folder');
  expect(kindOf('alerts/labels.md', '# How labels are named\n\nIn lower case.')).toBe('note by shape');
});

test('the README of a folder with two meanings says nothing inside a folder with one', () => {
  const lab = labOf({ 'runbooks/nodes/README.md': '# Nodes', 'learning/README.md': '# Learning' });
  expect(lab.pages.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    'note /goals/',
    'runbook /runbooks/nodes/',
  ]);
});

test.each([
  ['# DnsDown\n\n## Meaning\n\nIt is down.\n\n## Mitigation\n\nStart it.', 'runbook'],
  ['# A full queue\n\n## Symptoms\n\nSlow.\n\n## Possible checks\n\nLook.', 'runbook'],
  ['# A full queue\n\n## Symptoms\n\nSlow.\n\n## Resolution\n\nEmpty it.', 'runbook'],
  ['# Runbook review guidelines\n\n## Diagnosis\n\nA.\n\n## Mitigation\n\nB.', 'note'],
  ['# Adding a new runbook\n\n1. Copy.\n2. Write.', 'note'],
  ['# Anatomy of an Ansible playbook\n\n## Plays\n\nA play.', 'note'],
  ['# Risks\n\n## Impact\n\nLow.\n\n## Mitigation\n\nNone.', 'note'],
  [
    '# Post-mortem of the leak on 2026-01-02\n\n## What to do now\n\nRotate.\n\n## Why did it happen?\n\nHaste.',
    'postmortem',
  ],
  ['# 2026-01-02 An outage of mail\n\n## Summary\n\nShort.\n\n## Impact on users\n\nSome.', 'postmortem'],
  ['# A leak\n\n## Timeline\n\n- 10:00 a\n- 10:05 b\n- 10:07 c\n\n## Lessons learned\n\n- d', 'postmortem'],
  ['# Advisory\n\n## Mitigations\n\nUpdate.\n\n## Timeline\n\n- 10:00 a\n- 10:05 b\n- 10:07 c', 'note'],
  ['# How to write a post-mortem\n\n## Timeline\n\nTell it.\n\n## Root cause\n\nSay why.', 'note'],
  [
    '---\nstart_time: 2026-01-02T10:00:00Z\nend_time: 2026-01-02T11:00:00Z\nsummary: An outage of mail.\n---\nIt was down.',
    'postmortem',
  ],
  ["---\nstart_time: ''\nend_time: ''\nsummary: An outage of mail.\n---\nIt was down.", 'note'],
  [
    '---\nstart_time: 2026-01-02T10:00:00Z\nend_time: 2026-01-02T11:00:00Z\nsummary: An attacker compromised an account.\n---\nAll is well.',
    'postmortem',
  ],
  [
    '---\nstart_time: 2026-01-02T10:00:00Z\nend_time: 2026-01-02T11:00:00Z\n---\nCome and see our summer party.',
    'note',
  ],
])('the shape of %j is that of a %s', (text, kind) => {
  expect(kindOf('a.md', text)).toBe(`${kind} by shape`);
});

test('what Hugo shows as the list of a folder is a note', () => {
  const lab = labOf({ 'runbooks/dns/_index.md': '# DNS', 'runbooks/dns/down.md': '# Down' });
  expect(lab.pages.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    'note /runbooks/dns/',
    'runbook /runbooks/dns/down/',
  ]);
});
