import { expect, test } from 'vitest';
import { page } from '../markdown/page.ts';

const timeline = (text: string) =>
  page(text).timeline.map(({ at, text: said, line }) => `${line} [${at}] ${said}`);

test('items, rows and lines below such a heading are entries when they begin with a time', () => {
  const text = `# T

## Timeline of the evening

- **21:05** – \`pihole\` gone
  - 21:06 nested
- no time
- [21:10] back

| When | What | Who |
| --- | --- | --- |
| 2026-03-14 21:15 | all well | me |
| 2026-03-15 | 08:00 | thanks |

21:20 one
21:25 two

## After

- 22:00 is no entry`;
  expect(timeline(text)).toEqual([
    '5 [21:05] pihole gone',
    '6 [21:06] nested',
    '8 [21:10] back',
    '12 [2026-03-14 21:15] all well – me',
    '13 [2026-03-15 08:00] thanks',
    '15 [21:20] one',
    '16 [21:25] two',
  ]);
});

test('a heading that is a day gives it to the first time below it', () => {
  expect(timeline('## Timeline\n### 2026-03-14\n- 21:05 a\n- 21:06 b\n### 2026-03-15\n- 08:00 c')).toEqual([
    '3 [2026-03-14 21:05] a',
    '4 [21:06] b',
    '6 [2026-03-15 08:00] c',
  ]);
  expect(timeline('## Timeline (2026-03-14)\n- 21:05 a\n- 21:06 b')).toEqual([
    '2 [2026-03-14 21:05] a',
    '3 [21:06] b',
  ]);
});

test('a heading that is a time is an entry, told by what stands below', () => {
  expect(timeline('## Timeline\n### 2026-03-14 21:05\nIt **fell** over.\n### 21:10 back')).toEqual([
    '2 [2026-03-14 21:05] It fell over.',
    '4 [21:10] back',
  ]);
});

test.each([
  'Zeitverlauf',
  'Chronologie',
  'Cronología',
  'Linha do tempo',
  '时间线',
  'タイムライン',
  '3. Timeline ⏱️',
  'TIMELINE (UTC)',
])('%s is a timeline', (heading) => expect(timeline(`## ${heading}\n- 21:05 a`)).toEqual(['2 [21:05] a']));
