import { expect, test } from 'vitest';
import { labOf } from '../../lab-of.ts';

const began = (path: string, text: string) =>
  labOf({ [`postmortems/${path}`]: text }).pages[0]?.data['began'];

test.each([
  ['in its title', 'dns.md', '---\ntitle: DNS was gone on October 15, 2025\n---\nGone.', '2025-10-15'],
  ['in a span of days', 'dns.md', '# DNS\n\n**Date:** January 14-19, 2026', '2026-01-14'],
  [
    'in its first words',
    'dns.md',
    '# DNS\n\n## Summary\n\nOn Monday 7 January 2019 all names were gone.',
    '2019-01-07',
  ],
  [
    'in its timeline',
    'dns.md',
    '# DNS\n\nGone.\n\n## Timeline\n\n| Time | What |\n|---|---|\n| 2020-01-20 13:50 | Gone |',
    '2020-01-20',
  ],
])('a postmortem has the date that stands %s', (...[, path, text, date]) => {
  expect(began(path, text)).toBe(date);
});

const text = (title: string, day: string) => `# ${title}, DNS\n\n## Timeline\n\n- ${day} 10:00 it broke\n`;

test('where path and title differ, the timeline decides, else the path counts', () => {
  expect(began('2026-01-18-dns.md', text('2026-01-11', '2026-01-11'))).toBe('2026-01-11');
  expect(began('2026-01-18-dns.md', text('2026-01-11', '2026-01-18'))).toBe('2026-01-18');
  expect(began('2026-01-18-dns.md', '# 2026-01-11, DNS')).toBe('2026-01-18');
});

test('the title that a template left is none', () => {
  const titles = labOf({
    'postmortems/2026-01-02-stolen_keys.md': '# ISSUE NAME\n\nStolen.',
    'postmortems/mail.md': '# Incident title\n\nGone.',
  }).pages.map(({ title }) => title);
  expect(titles).toEqual(['Stolen keys', 'Mail']);
});

test('a year in the name chooses among the days of the timeline', () => {
  const timeline = '# DNS\n\nGone.\n\n## Timeline\n\n- 2020-12-21 10:00 set\n- 2022-05-25 10:00 it broke\n';
  expect(began('PM2022-006 - DNS.md', timeline)).toBe('2022-05-25');
  expect(began('PM2023-006 - DNS.md', timeline)).toBe('2020-12-21');
});
