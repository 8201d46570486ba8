import { expect, test } from 'vitest';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { dueAgain, nextRunOf } from '../../../src/core/views/next-run.ts';
import { labOf } from '../../lab-of.ts';

test.each([
  ['2026-04-11', '6 months', '2026-10-11'],
  ['2026-01-31', 'month', '2026-02-28'],
  ['2026-08-31', 'every 6 months', '2027-02-28'],
  ['2026-04-11', '1 year', '2027-04-11'],
  ['2026-04-11', '2 weeks', '2026-04-25'],
  ['2026-04-11', 'P90D', '2026-07-10'],
  ['2026-04-11T09:30+02:00', '1 day', '2026-04-12'],
])('a drill of %s that is repeated every %s is due on %s', (date, every, due) => {
  expect(dueAgain({ date, repeat_every: every, status: 'completed' })).toBe(due);
});

test.each([
  { date: '2026-04-11', repeat_every: 'sometimes' },
  { date: '2026-04-11', repeat_every: '9999999 years' },
  { date: 'spring', repeat_every: '6 months' },
  { date: '2026-04-11', repeat_every: '6 months', status: 'planned' },
  { repeat_every: '6 months' },
])('nothing is due where no day follows: %o', (data) => {
  expect(dueAgain(data)).toBeUndefined();
});

const drill = (date: string, services: string, status = 'completed'): string =>
  `---\ndate: ${date}\nservices: [${services}]\nstatus: ${status}\nrepeat_every: 3 months\n---\n# Drill of ${date}\n`;

test('a drill is due no more when all that it rehearsed has been rehearsed since', () => {
  const index = indexLab(
    labOf({
      'dns/compose.yaml': 'services:\n  pihole:\n    image: x\n  unbound:\n    image: x\n',
      'drills/first.md': drill('2026-01-01', 'pihole'),
      'drills/other.md': drill('2026-02-01', 'unbound'),
      'drills/wider.md': drill('2026-05-01', 'pihole, unbound'),
      'drills/planned.md': drill('2026-12-01', 'pihole', 'planned'),
    }),
  );
  const next = (path: string) => {
    const page = index.pageByPath.get(path);
    const run = page && nextRunOf(index, page);
    return run && ('due' in run ? run.due : run.by.title);
  };
  expect(next('drills/first.md')).toBe('Drill of 2026-05-01');
  expect(next('drills/wider.md')).toBe('2026-08-01');
  expect(next('drills/planned.md')).toBeUndefined();
});
