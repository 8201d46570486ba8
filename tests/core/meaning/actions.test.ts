import { expect, test } from 'vitest';
import { page } from '../markdown/page.ts';

const actions = (text: string) => page(`## Action items\n${text}`).actions;

test('a task says who, what for and until when', () => {
  expect(actions('- [ ] Probe `port 53` @mara (prevent) due: 2026-04-01\n- [x] Print it @jonas')).toEqual([
    { text: 'Probe port 53', done: false, owner: 'mara', type: 'prevent', due: '2026-04-01', line: 2 },
    { text: 'Print it', done: true, owner: 'jonas', line: 3 },
  ]);
});

test('a plain item is done when it is struck through or marked', () => {
  expect(actions('- ~~a~~\n- ✅ b\n- c [done]\n- d').map(({ text, done }) => `${text} ${done}`)).toEqual([
    'a true',
    'b true',
    'c true',
    'd false',
  ]);
});

test('nested tasks count, nested remarks do not', () => {
  expect(actions('- [ ] a\n  - remark\n  - [ ] b').map(({ text }) => text)).toEqual(['a', 'b']);
});

test('a table is read by the names of its columns', () => {
  const text =
    '\n| # | Action | Owner | Due date | Status | Type |\n| - | - | - | - | - | - |\n| 1 | Alert | @mara | 2026-04-01 | Done | Detect |\n| 2 | Print | - | soon | open | |';
  expect(actions(text)).toEqual([
    { text: 'Alert', done: true, owner: 'mara', type: 'detect', due: '2026-04-01', line: 5 },
    { text: 'Print', done: false, line: 6 },
  ]);
});

test('an address is no owner, and brackets of other words stay', () => {
  expect(actions('- mail a@b.example (later)')).toEqual([
    { text: 'mail a@b.example (later)', done: false, line: 2 },
  ]);
});
