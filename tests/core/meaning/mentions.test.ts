import { expect, test } from 'vitest';
import { page } from '../markdown/page.ts';

test('code spans of one word and distinct words of prose may name a service, with their first line', () => {
  const text =
    '# Pi-hole\n\nThe Pi-hole needs `dns/unbound`\nand `docker compose up`, see https://x.example/traefik. `dns/unbound` 192.168.1.1';
  expect(page(text).mentions).toEqual({ words: 'dns/unbound\npi-hole', lines: [3, 1], code: 1 });
});

test('a page has at most 1,500', () => {
  const words = Array.from({ length: 4000 }, (_, index) => `name${index.toString(36)}x`).join(' ');
  expect(page(words).mentions.lines).toHaveLength(1500);
});
