import { expect, test } from 'vitest';
import type { Finding } from '../../../src/core/model/finding.ts';
import { gatheredFindings } from '../../../src/core/views/gathered-findings.ts';

const finding = (rule: string, message: string, line: number): Finding => ({
  rule,
  severity: rule === 'credential' ? 'error' : 'warning',
  message,
  place: { path: 'a.md', line },
});

test('findings stand by rule, the worst first, and the same words once', () => {
  const found = gatheredFindings([
    finding('dead-link', 'No b.md.', 1),
    finding('dead-link', 'No c.md.', 2),
    finding('dead-link', 'No b.md.', 3),
    finding('credential', 'A key.', 4),
  ]);
  expect(found.map(({ rule, findings }) => [rule, findings])).toEqual([
    ['credential', 1],
    ['dead-link', 3],
  ]);
  expect(
    found[1]?.rows.map(({ message, places, all }) => [message, places.map(({ line }) => line), all]),
  ).toEqual([
    ['No b.md.', [1, 3], 2],
    ['No c.md.', [2], 1],
  ]);
});

test('a rule that found thousands shows a few, and says how many there are', () => {
  const many = Array.from({ length: 2000 }, (_, at) => finding('dead-link', `No ${at}.md.`, at));
  const same = Array.from({ length: 2000 }, (_, at) => finding('image', 'No a.png.', at));
  const [links, images] = gatheredFindings([...many, ...same]);
  expect([links?.all, (links?.rows.length ?? 0) < 100]).toEqual([2000, true]);
  expect([images?.rows[0]?.all, (images?.rows[0]?.places.length ?? 0) < 10]).toEqual([2000, true]);
});
