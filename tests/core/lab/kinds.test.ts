import { expect, test } from 'vitest';
import { labOf } from '../../lab-of.ts';

const kinds = (files: Record<string, string>) =>
  Object.fromEntries(labOf(files).pages.map(({ path, kind, url }) => [path, `${kind} ${decodeURI(url)}`]));

const REPORT =
  '# Outage of mail on 2026-01-02\n\n## Impact\n\nNo mail.\n\n## Root cause\n\nA full disk.\n\n## Timeline\n\n- 10:00 it broke\n';

test('the nearest folder with a meaning decides the kind and the URL, in any of the languages', () => {
  expect(
    kinds({
      'docs/Runbooks/dns/down.md': '# Down',
      'incidents/2026-01-01-dns.md': '# DNS',
      'runbooks/incidents/old.md': '# Old\n\n## Impact\n\nAll.',
      'betrieb/Störungen/strom.md': '# Strom',
      'drills/disk.md': '# Disk',
      'til/dig.md': '# dig',
      'hosts/nas.md': '# nas',
      'README.md': '# Lab',
      'ideas.md': '# Ideas',
    }),
  ).toEqual({
    'docs/Runbooks/dns/down.md': 'runbook /runbooks/dns/down/',
    'incidents/2026-01-01-dns.md': 'postmortem /postmortems/2026-01-01-dns/',
    'runbooks/incidents/old.md': 'postmortem /postmortems/old/',
    'betrieb/Störungen/strom.md': 'postmortem /postmortems/strom/',
    'drills/disk.md': 'drill /drills/disk/',
    'til/dig.md': 'goal /goals/dig/',
    'hosts/nas.md': 'host /hosts/nas/',
    'README.md': 'note /notes/readme/',
    'ideas.md': 'note /notes/ideas/',
  });
});

test('front matter decides before the folder, and shape decides the kind but never the URL', () => {
  expect(
    kinds({
      'runbooks/plan.md': '---\nkind: note\n---\n# Plan',
      'docs/mail.md': REPORT,
    }),
  ).toEqual({ 'runbooks/plan.md': 'note /notes/plan/', 'docs/mail.md': 'postmortem /notes/docs/mail/' });
});

test('folder names that mean other things too ask for the shape', () => {
  expect(
    kinds({
      'learning/go.md': '# Go',
      'learning/dns.md': '---\nquestion: Why does DNS need a clock?\n---\n# DNS',
      'network/vlans.md': '# VLANs',
      'network/router.md': '---\naddress: 192.168.1.1\n---\n# Router',
    }),
  ).toEqual({
    'learning/go.md': 'note /notes/learning/go/',
    'learning/dns.md': 'goal /goals/dns/',
    'network/vlans.md': 'note /notes/network/vlans/',
    'network/router.md': 'host /hosts/router/',
  });
});

test('a folder of incidents holds postmortems where its pages tell of one', () => {
  expect(
    kinds({
      'incidents/checklist.md': '# Who does what\n\n## Communication\n\nSay it.',
      'incidents/everything-is-down.md': '# Playbook: everything is down\n\n1. Breathe.\n2. Look.',
      'incidents/2026-01-02-dns/index.md': '# Names',
      'incidents/named.md': '# Names on 3 March 2026',
      'incidents/told.md': '# Names\n\n## Root cause\n\nA full disk.',
      'incidents/stated.md': '---\nseverity: sev2\n---\n# Names',
      'runbooks/outages/who-to-call.md': '# Who to call',
      'postmortems/short.md': '# Short',
    }),
  ).toEqual({
    'incidents/checklist.md': 'note /notes/incidents/checklist/',
    'incidents/everything-is-down.md': 'runbook /notes/incidents/everything-is-down/',
    'incidents/2026-01-02-dns/index.md': 'postmortem /postmortems/2026-01-02-dns/',
    'incidents/named.md': 'postmortem /postmortems/named/',
    'incidents/told.md': 'postmortem /postmortems/told/',
    'incidents/stated.md': 'postmortem /postmortems/stated/',
    'runbooks/outages/who-to-call.md': 'runbook /runbooks/outages/who-to-call/',
    'postmortems/short.md': 'postmortem /postmortems/short/',
  });
});

test('the README of a kind’s folder introduces the list, and a template is a note', () => {
  expect(
    kinds({
      'runbooks/README.md': '# All',
      'runbooks/dns/README.md': '# DNS',
      'postmortems/template.md': REPORT,
    }),
  ).toEqual({
    'runbooks/README.md': 'note /runbooks/',
    'runbooks/dns/README.md': 'runbook /runbooks/dns/',
    'postmortems/template.md': 'note /notes/postmortems/template/',
  });
});

test('a postmortem without front matter has its date, severity and fix from its shape', () => {
  const [page] = labOf({
    'incidents/dns.md':
      '# DNS was gone\n\n**Date**: 14 March 2026\n**Severity**: SEV-2\n\n## Resolution\n\nStarted the container again. Then slept.\n',
  }).pages;
  expect(page?.data).toMatchObject({
    began: '2026-03-14',
    severity: 'sev2',
    fix: 'Started the container again.',
  });
});
