import { expect, test } from 'vitest';
import { atomFeed } from '../../../src/core/export/feed.ts';
import { labOf } from '../../lab-of.ts';
import { xmlProblem } from './well-formed.ts';

const whole = (url: string) => `https://handbook.example.net${url}`;
const change = (at: string) => ({ at, commit: 'c0ffee' });

const FILES = {
  'postmortems/2026-03-14-dns.md':
    '---\nbegan: 2026-03-14T20:05+01:00\nfix: Start it.\n---\n# No DNS & no <internet>\n\n"Is it gone?"\n',
  'postmortems/2025-11-09-certificate.md': '# The certificate\n\n**Date**: 2025-11-09\n',
  'postmortems/2026-05-01-secret.md': '---\nprivate: true\n---\n# PRIVATE\n\nPRIVATE text\n',
  'postmortems/README.md': '# What failed\n',
  'postmortems/some-day.md': '# Nobody knows when\n',
  'runbooks/dns-down.md': '---\nsymptoms: [no name resolves]\n---\n# DNS is down\n',
  'runbooks/new.md': '# Not committed yet\n',
  'guides/ups.md': '# UPS\n',
};

const HISTORY = {
  lastChange: new Map([
    ['postmortems/2026-03-14-dns.md', change('2026-03-16T08:00:00+01:00')],
    ['postmortems/2026-05-01-secret.md', change('2026-05-02T08:00:00+01:00')],
    ['postmortems/README.md', change('2026-05-02T08:00:00+01:00')],
    ['runbooks/dns-down.md', change('2026-03-15T09:00:00+01:00')],
    ['guides/ups.md', change('2026-09-01T09:00:00+01:00')],
  ]),
};

const feed = (files: Readonly<Record<string, string>> = FILES, history = HISTORY) =>
  atomFeed(labOf(files, { history }), { whole });

test('the feed has postmortems by the day of the incident and runbooks by their last change, newest first', () => {
  expect(feed()).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <id>https://handbook.example.net/feed.xml</id>
      <title>lab</title>
      <updated>2026-03-16T08:00:00+01:00</updated>
      <author><name>lab</name></author>
      <link rel="self" type="application/atom+xml" href="https://handbook.example.net/feed.xml"/>
      <link rel="alternate" type="text/html" href="https://handbook.example.net/"/>
      <entry>
        <id>https://handbook.example.net/runbooks/dns-down/</id>
        <title>DNS is down</title>
        <link rel="alternate" type="text/html" href="https://handbook.example.net/runbooks/dns-down/"/>
        <updated>2026-03-15T09:00:00+01:00</updated>
        <category term="runbook"/>
        <summary>no name resolves</summary>
      </entry>
      <entry>
        <id>https://handbook.example.net/postmortems/2026-03-14-dns/</id>
        <title>No DNS &amp; no &lt;internet&gt;</title>
        <link rel="alternate" type="text/html" href="https://handbook.example.net/postmortems/2026-03-14-dns/"/>
        <published>2026-03-14T20:05:00+01:00</published>
        <updated>2026-03-16T08:00:00+01:00</updated>
        <category term="postmortem"/>
        <summary>&quot;Is it gone?&quot;</summary>
      </entry>
      <entry>
        <id>https://handbook.example.net/postmortems/2025-11-09-certificate/</id>
        <title>The certificate</title>
        <link rel="alternate" type="text/html" href="https://handbook.example.net/postmortems/2025-11-09-certificate/"/>
        <published>2025-11-09T00:00:00Z</published>
        <updated>2025-11-09T00:00:00Z</updated>
        <category term="postmortem"/>
      </entry>
    </feed>
    "
  `);
});

test('what is private, has no date or is a list is not in the feed', () => {
  expect(feed()).not.toMatch(/PRIVATE|secret|What failed|Nobody knows|Not committed|UPS/);
});

test('a time without offset counts as its day, since a feed wants moments', () => {
  expect(feed({ 'postmortems/a.md': '---\nbegan: 2026-03-14T20:05\n---\n# A\n' })).toContain(
    '<published>2026-03-14T00:00:00Z</published>',
  );
});

test('the feed ends at fifty entries', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      return [`postmortems/p${index}.md`, `---\nbegan: 2026-01-${day}\n---\n# Number ${index}\n`];
    }),
  );
  const entries = feed(many).match(/<entry>/g);
  expect(entries).toHaveLength(50);
  expect(feed(many)).toBe(feed(Object.fromEntries(Object.entries(many).toReversed())));
});

test('a feed of hostile texts is well-formed, and so is one without entries', () => {
  const hostile = `<script>]]>&amp;"'${'\u0000\u0008\ud800'}${'x'.repeat(100_000)}`;
  const text = feed({ 'postmortems/a.md': `---\nbegan: 2026-03-14\n---\n# ${hostile}\n\n${hostile}\n` });
  expect(xmlProblem(text)).toBeUndefined();
  expect(text.length).toBeLessThan(3000);
  expect(xmlProblem(feed({}))).toBeUndefined();
  expect(xmlProblem(feed())).toBeUndefined();
});

test('the feed is last updated when an entry was, whatever else was committed since', () => {
  expect(feed()).toContain('  <updated>2026-03-16T08:00:00+01:00</updated>');
});
