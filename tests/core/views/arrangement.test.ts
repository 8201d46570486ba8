import { expect, test } from 'vitest';
import { arrangementOf } from '../../../src/core/views/arrangement.ts';
import type { GlanceLine } from '../../../src/core/views/glance.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { pageView } from '../../../src/core/views/page-view.ts';
import { labOf } from '../../lab-of.ts';

function arranged(url: string, files: Readonly<Record<string, string>>) {
  const index = indexLab(labOf(files));
  const place = index.places.get(url);
  if (!place) throw new Error(`Nothing is at ${url}`);
  return arrangementOf(index, place, pageView(index, place));
}

/** `key: values` of each line. */
const said = (lines: readonly GlanceLine[]): string[] =>
  lines.map((line) => {
    switch (line.type) {
      case 'fact':
        return `${line.fact.key}: ${line.fact.values.map(({ text }) => text).join(', ')}`;
      case 'related':
        return `${line.relation} ${line.direction}: ${line.items.map(({ title }) => title).join(', ')}`;
      case 'failure':
      case 'proof':
        return `${line.type}: ${line.item.title}`;
      case 'times':
        return `times: ${line.moments.map(({ key }) => key).join(', ')}`;
      case 'next':
        return 'due' in line.next ? `due: ${line.next.due}` : `by: ${line.next.by.title}`;
    }
  });

const LAB = {
  'dns/compose.yaml': `services:
  pihole:
    image: pihole/pihole
    depends_on: [unbound]
    volumes: ["config:/etc/pihole", "/etc/localtime:/etc/localtime:ro"]
    x-blackstart: { mode: production, host: heron, url: "https://pihole.example.net", owner: mara }
  unbound:
    image: x
volumes:
  config:
`,
  'hosts/heron.md': '---\naddress: 192.168.1.2\n---\n# heron\n',
  'runbooks/dns.md':
    '---\nservices: [pihole]\nrisk: safe\nminutes: 5\nsymptoms: [a, b, c, d, e]\nsignatures: [SERVFAIL]\ninputs: { resolver: 192.168.1.2 }\ntags: [dns]\n---\n# DNS is down\n',
  'postmortems/a.md':
    '---\nservices: [pihole]\nrunbooks: [runbooks/dns.md]\nbegan: 2026-03-14T20:05Z\nnoticed: 2026-03-14T20:12Z\nended: 2026-03-14T21:00Z\nseverity: sev2\nstatus: closed\nfix: Start it.\ntrigger: An update\n---\n# The outage\n',
};

test('a service says first where it runs, what it hangs on, which runbook, and how it failed last', () => {
  const { glance, first, facts } = arranged('/services/dns/pihole/', LAB);
  expect(said(glance)).toEqual([
    'runs-on out: heron',
    'url: https://pihole.example.net',
    'depends-on out: dns/unbound',
    'covers in: DNS is down',
    'failure: The outage',
  ]);
  // The only failure and the host are told as a whole.
  expect(first.map(({ relation }) => relation)).toEqual(['covers']);
  expect(facts.map(({ key }) => key)).toEqual(['owner']);
});

test('what a service writes can be lost; what it only reads is looked up', () => {
  const { state, technical } = arranged('/services/dns/pihole/', LAB);
  expect(state?.facts.map(({ key, values }) => `${key} ${values.map(({ text }) => text).join()}`)).toEqual([
    'mounts config:/etc/pihole',
  ]);
  expect(state).toMatchObject({ unsaid: true, unproven: false });
  expect(technical.map(({ key }) => key)).toEqual(['image', 'reads']);
});

test('a backup is a hope until a drill has restored it', () => {
  const backup = LAB['dns/compose.yaml'].replace(
    'owner: mara',
    'backup: { config: { method: restic, target: heron } }',
  );
  const lab = { ...LAB, 'dns/compose.yaml': backup };
  const { state } = arranged('/services/dns/pihole/', lab);
  expect(state).toMatchObject({ unsaid: false, unproven: true });
  expect(state?.facts.at(-1)?.values[0]?.text).toBe('config: restic, to heron');
  const drill = '---\ndate: 2026-04-01\nstatus: completed\nrestores: [dns/config]\n---\n# Restore it\n';
  const proven = arranged('/services/dns/pihole/', { ...lab, 'drills/a.md': drill }).state;
  expect(proven?.unproven).toBe(false);
  expect(proven?.proven?.items.map(({ title }) => title)).toEqual(['Restore it']);
});

test('a runbook says what it is for and what last proved it; what was seen is not told twice', () => {
  const { glance, bits, facts, technical, last } = arranged('/runbooks/dns/', LAB);
  expect(said(glance)).toEqual([
    'symptoms: a, b, c, d',
    'covers out: dns/pihole',
    'inputs: resolver: 192.168.1.2',
    'proof: The outage',
  ]);
  expect(bits).toEqual([{ type: 'minutes', count: 5 }]);
  expect(facts.map(({ key }) => key)).toEqual(['symptoms', 'tags']);
  expect(technical.map(({ key }) => key)).toEqual(['signatures']);
  expect(last.map(({ relation, direction }) => `${relation} ${direction}`)).toEqual(['fixed-by in']);
});

test('a postmortem says its fix, what broke and how long what took', () => {
  const { glance, date, bits, facts, last } = arranged('/postmortems/a/', LAB);
  expect(said(glance)).toEqual([
    'fix: Start it.',
    'broke out: dns/pihole',
    'fixed-by out: DNS is down',
    'times: began, noticed, ended',
  ]);
  expect(date).toBe('2026-03-14');
  expect(bits).toEqual([
    { type: 'severity', text: 'sev2' },
    { type: 'lasted', count: 55 },
    { type: 'status', text: 'closed' },
  ]);
  expect(facts.map(({ key }) => key)).toEqual(['trigger']);
  expect(last).toEqual([]);
});

const goal = (status: string) =>
  arranged('/goals/a/', { 'goals/a.md': `---\nquestion: Who answers?\nstatus: ${status}\n---\n# DNS\n` });

test('a goal stands on its path, or beside it', () => {
  expect(goal('breaking')).toMatchObject({
    path: { at: 2, left: false },
    question: 'Who answers?',
    bits: [],
  });
  expect(goal('judged').path).toEqual({ at: 5, left: false });
  expect(goal('walked-away').path).toEqual({ at: -1, left: true });
  expect(arranged('/goals/a/', { 'goals/a.md': '# DNS\n' }).path).toBeUndefined();
});

test('a host shows what runs on it before its text, and how that failed', () => {
  const { glance, first } = arranged('/hosts/heron/', LAB);
  expect(said(glance)).toEqual(['address: 192.168.1.2', 'covers in: DNS is down', 'failure: The outage']);
  expect(first.map(({ relation, direction }) => `${relation} ${direction}`)).toEqual(['runs-on in']);
});

test('a page that says nothing of itself has nothing above its text', () => {
  expect(arranged('/notes/a/', { 'a.md': '# A note\n' })).toMatchObject({ glance: [], facts: [], bits: [] });
});
