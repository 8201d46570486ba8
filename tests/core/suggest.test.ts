import { describe, expect, test } from 'vitest';
import { suggest } from '../../src/core/suggest.ts';

const SERVICES = ['dns/pi-hole', 'dns/unbound', 'proxy/traefik', 'monitoring/prometheus', 'media/jellyfin'];

describe('the name that a word stands for', () => {
  test.each([
    ['pihole', 'dns/pi-hole'],
    ['PI_HOLE', 'dns/pi-hole'],
    ['dns/pihloe', 'dns/pi-hole'],
    ['other/unbound', 'dns/unbound'],
    ['treafik', 'proxy/traefik'],
    ['prom', 'monitoring/prometheus'],
    ['prometheus-server', 'monitoring/prometheus'],
    ['jelyfin', 'media/jellyfin'],
  ])('%s -> %s', (word, name) => {
    expect(suggest(word, SERVICES)).toBe(name);
  });

  test.each(['', '-', 'x', 'dn', 'grafana', 'a'.repeat(10_000)])('is unknown for "%s"', (word) => {
    expect(suggest(word, SERVICES)).toBeUndefined();
  });

  test('is the nearest, and the first of equals', () => {
    expect(suggest('cat', ['cut', 'cats', 'cat'])).toBe('cat');
    expect(suggest('cot', ['cut', 'cat'])).toBe('cut');
  });

  test('is nobody when the last part of many paths fits', () => {
    expect(
      suggest('guides/network.md', ['a-long-way/network.md', 'notes-of-mine/network.md']),
    ).toBeUndefined();
    expect(suggest('guides/network.md', ['a-long-way/network.md', 'notes-of-mine/ups.md'])).toBe(
      'a-long-way/network.md',
    );
  });

  test.each([
    ['jira-05.png', 'jira-06.png'],
    ['img.png', 'img_2.png'],
    ['incidents/2026-03-14/img_2.png', 'incidents/2026-01-07/img_1.png'],
    ['node2', 'node1'],
  ])('is not one that differs only in digits: %s is not %s', (word, name) => {
    expect(suggest(word, [name])).toBeUndefined();
    expect(suggest(word, [name, word.toUpperCase()])).toBe(word.toUpperCase());
  });

  test.each(['.../...', '…', 'notes/…', '#TODO-notes', 'TBD', 'todo: notes'])(
    'is nobody for the placeholder %s',
    (word) => {
      expect(suggest(word, ['notes', 'todo-notes', word.replace(/\W+/g, '')])).toBeUndefined();
    },
  );

  test('is found among thousands that look alike', () => {
    const paths = Array.from(
      { length: 5_000 },
      (_, index) => `docs/folder${index % 77}/page-number-${index}.md`,
    );
    for (let index = 0; index < 20; index += 1)
      expect(suggest(`docs/fodler${index}/page-nmber-${index}.md`, paths)).toBeDefined();
  });
});
