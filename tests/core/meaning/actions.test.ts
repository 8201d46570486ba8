import { expect, test } from 'vitest';
import { page } from '../markdown/page.ts';

const actions = (text: string) => page(`## Action items\n${text}`).actions;

test('a task says who, what for and until when', () => {
  expect(actions('- [ ] Probe `port 53` @mara (prevent) due: 2026-04-01\n- [x] Print it @jonas')).toEqual([
    { text: 'Probe port 53', state: 'open', owner: 'mara', type: 'prevent', due: '2026-04-01', line: 2 },
    { text: 'Print it', state: 'done', owner: 'jonas', line: 3 },
  ]);
});

test('a plain item is done when it is struck through or marked, and else says nothing of its state', () => {
  expect(actions('- ~~a~~\n- ✅ b\n- c [done]\n- d').map(({ text, state }) => `${text} ${state}`)).toEqual([
    'a done',
    'b done',
    'c done',
    'd unstated',
  ]);
});

test('nested tasks count, nested remarks do not', () => {
  expect(actions('- [ ] a\n  - remark\n  - [ ] b').map(({ text }) => text)).toEqual(['a', 'b']);
});

test('a table is read by the names of its columns', () => {
  const text =
    '\n| # | Action | Owner | Due date | Status | Type |\n| - | - | - | - | - | - |\n| 1 | Alert | @mara | 2026-04-01 | Done | Detect |\n| 2 | Print | - | soon | open | |';
  expect(actions(text)).toEqual([
    { text: 'Alert', state: 'done', owner: 'mara', type: 'detect', due: '2026-04-01', line: 5 },
    { text: 'Print', state: 'open', line: 6 },
  ]);
});

test('a row without a word on its state says nothing of it', () => {
  expect(actions('\n| Action | Status |\n| - | - |\n| a | |\n| b | - |')).toMatchObject([
    { text: 'a', state: 'unstated' },
    { text: 'b', state: 'unstated' },
  ]);
  expect(actions('\n| Action | Owner |\n| - | - |\n| a | mara |')).toMatchObject([{ state: 'unstated' }]);
});

test('an address is no owner, and brackets of other words stay', () => {
  expect(actions('- mail a@b.example (later)')).toEqual([
    { text: 'mail a@b.example (later)', state: 'unstated', line: 2 },
  ]);
});
