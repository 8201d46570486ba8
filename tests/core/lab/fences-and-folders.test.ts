import { expect, test } from 'vitest';
import { drawn, labOf } from '../../lab-of.ts';

const FENCE = '# How we write stacks\n\n```yaml\nservices:\n  jellyfin:\n    image: jellyfin:1\n```\n';

test('compose YAML inside a page says nothing of the pages beside it', () => {
  expect(drawn(labOf({ 'docs/stacks.md': FENCE, 'docs/power.md': '# Power' }))).toEqual([
    'docs/stacks.md mentions service:docs/jellyfin',
  ]);
});

test('a page in the folder of a compose file is about its service', () => {
  const compose = 'services:\n  jellyfin:\n    image: jellyfin:1\n';
  expect(drawn(labOf({ 'tv/compose.yml': compose, 'tv/upgrade.md': '# Upgrade' }))).toEqual([
    'tv/upgrade.md mentions service:tv/jellyfin',
  ]);
});

test('what a template has yet to name is no service', () => {
  const text = 'services:\n  (@= name @):\n    image: a\n  web.1:\n    image: b\n';
  expect(labOf({ 'a/compose.yml': text }).services.map(({ id }) => id)).toEqual(['service:a/web.1']);
});

test('fences of manuals, tests and examples are services only in a lab without compose files', () => {
  const pages = {
    'docs/setup.md': fence('myservice'),
    'tests/e2e/README.md': fence('fixture'),
    'CONTRIBUTING.md': fence('template'),
    'docs/services/music.md': fence('music'),
    'docs/services/pihole.md': fence('pihole'),
    'media/jellyfin.md': fence('jellyfin'),
  };
  expect(ids({ ...pages, 'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole\n' })).toEqual([
    'service:dns/pihole',
    'service:media/jellyfin',
    'service:services/music',
  ]);
  expect(ids(pages)).toEqual(expect.arrayContaining(['service:docs/myservice', 'service:e2e/fixture']));
});

const fence = (name: string): string => `# How\n\n\`\`\`yaml\nservices:\n  ${name}:\n    image: x\n\`\`\`\n`;

const ids = (files: Readonly<Record<string, string>>): string[] => labOf(files).services.map(({ id }) => id);
