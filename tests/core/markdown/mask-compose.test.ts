import { expect, test } from 'vitest';
import { maskComposeIn } from '../../../src/core/markdown/mask-compose.ts';

const COMPOSE = `x-env: &env
  TOKEN: canary-one-1

services:
  web:
    image: nginx:1.27
    environment:
      <<: *env
      OTHER: canary-two-2`;
const behind = (margin: string) => COMPOSE.replaceAll(/^/gm, margin);

test.each([
  ['a fence', `a\n\n\`\`\`yaml\n${COMPOSE}\n\`\`\`\n\nb`],
  ['a fence in a list', `1. a\n\n   ~~~\n${behind('   ')}\n   ~~~\n\nb`],
  ['a fence in a quote', `> - \`\`\`\n${behind('>   ')}\n>   \`\`\`\n\nb`],
  ['indented code', `a\n\n${behind('    ')}\n\nb`],
  ['raw HTML', `<pre>\n${COMPOSE}\n</pre>\n\nb`],
  ['no block at all', `a\n\n${COMPOSE}\n\nb`],
  ['a fence that never closes', `a\n\n\`\`\`\n${COMPOSE}`],
])('values are masked in %s, and all else stays', (_name, text) => {
  const shown = maskComposeIn(text);
  expect(shown).not.toContain('canary');
  expect(shown.split('\n')).toHaveLength(text.split('\n').length);
  expect(shown.replaceAll(/^.*•.*$/gm, '')).toBe(text.replaceAll(/^.*canary.*$/gm, ''));
});

test.each(['The services: all of them.\n\nPassword: none', '```\nservices:\n```', 'a'])(
  '%j stays as it is',
  (text) => expect(maskComposeIn(text)).toBe(text),
);
