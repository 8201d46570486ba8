import { expect, test } from 'vitest';
import { describe } from '../../../src/core/views/description.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { labOf } from '../../lab-of.ts';

const described = (files: Readonly<Record<string, string>>, url: string) => {
  const place = indexLab(labOf(files)).places.get(url);
  return place && describe(place);
};

test('a page is described by what its author wrote for that, else by its first paragraph', () => {
  const text = '# A\n\nThe first paragraph.\n';
  expect(described({ 'a.md': text }, '/notes/a/')).toBe('The first paragraph.');
  expect(described({ 'a.md': `---\ndescription: Said.\n---\n${text}` }, '/notes/a/')).toBe('Said.');
});

test('a page without prose is described by the fact that matters for its kind, else by its sections', () => {
  const runbook = '---\nsymptoms: [no name resolves]\n---\n# A\n\n## Steps\n\n1. Look.\n';
  expect(described({ 'runbooks/a.md': runbook }, '/runbooks/a/')).toBe('no name resolves');
  expect(described({ 'runbooks/a.md': '# A\n\n## Look\n\n1. x\n\n## Mend\n' }, '/runbooks/a/')).toBe(
    'Look · Mend',
  );
});

test('a service without a page is described by what it runs, and a project by its services', () => {
  const files = {
    'dns/compose.yaml':
      'name: dns\nservices:\n  pihole:\n    image: pihole/pihole:1\n  unbound:\n    build: .\n',
  };
  expect(described(files, '/services/dns/pihole/')).toBe('dns/pihole · pihole/pihole:1 · dns/compose.yaml');
  expect(described(files, '/services/dns/')).toBe('pihole, unbound');
});

test('a long description ends at a word', () => {
  const text = described({ 'a.md': `# A\n\n${'word '.repeat(100)}\n` }, '/notes/a/') ?? '';
  expect(text.length).toBeLessThanOrEqual(200);
  expect(text).toMatch(/word…$/);
});
