import { expect, test } from 'vitest';
import { labOf } from '../../lab-of.ts';

const titleOf = (path: string, text: string) => labOf({ [path]: text }).pages[0]?.title;

test.each([
  ['# Mail\n\n## Quick start', 'Mail'],
  ['### Mail for all\n\n#### Quick start', 'Mail for all'],
  ['## Quick start\n\nA.\n\n## Upgrade\n\nB.', 'Post office'],
  ['# Post-mortem: the mail is slow', 'The mail is slow'],
  ['# ポストモーテム: 郵便の停止', '郵便の停止'],
  ['# Runbook - mail', 'Mail'],
  ['# Postmortem: mail-relay was full', 'mail-relay was full'],
  ['# Runbook-driven mail', 'Runbook-driven mail'],
  ['# Postmortem:', 'Postmortem:'],
  ['## Symptoms\n\n### Slow\n\n## Resolution', 'Post office'],
])('the title of %j is %s', (text, title) => {
  expect(titleOf('post-office.md', text)).toBe(title);
});

test('a heading below a text is that of a section, not of the page', () => {
  expect(titleOf('rss-feed.md', 'It makes a feed.\n\n## Settings\n\nNone.')).toBe('Rss feed');
});

test('READMEs of one heading are called by their folders', () => {
  const { pages } = labOf({
    'mail/README.md': '# Sample application',
    'dns-proxy/README.md': '# Sample Application',
    'web/README.md': '# The web',
    'a/app/README.md': '# Frontend',
    'b/app/README.md': '# Frontend',
  });
  expect(pages.map(({ title }) => title)).toEqual(['Frontend', 'Frontend', 'Dns proxy', 'Mail', 'The web']);
});
