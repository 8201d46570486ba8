import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { joinFiles } from '../../src/core/compose/join-files.ts';
import { defineServices } from '../../src/core/lab/compose-projects.ts';
import { parse } from '../../src/core/parse.ts';
import { CORPUS, labsIn } from './labs.ts';

const labs = labsIn(['homelab', 'compose']);
if (labs.length === 0)
  console.log(`SKIPPED: identities are counted over real repositories' files in ${CORPUS}.`);

/** The services that the compose files of a lab define, Markdown aside. */
function definedIn(lab: string) {
  const root = join(CORPUS, lab);
  const sources = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file.slice(root.length + 1), text: readFileSync(file, 'utf8') }));
  const parsed = sources.map((file) => parse(file, { headingWords: {}, highlight: () => undefined }));
  const { files, projects } = joinFiles(parsed);
  return { files, defined: defineServices(files, { labName: 'lab', belongings: projects }) };
}

describe.skipIf(labs.length === 0)('identities over all labs with compose files', () => {
  test('are unique in each, and as many as ever', { timeout: 240_000 }, () => {
    const total = { files: 0, services: 0, withFolder: 0, variants: 0 };
    for (const lab of labs) {
      const { files, defined } = definedIn(lab);
      expect(new Set(defined.map(({ id }) => id)).size, lab).toBe(defined.length);
      total.files += files.filter(({ form }) => form === 'compose').length;
      total.services += defined.length;
      total.withFolder += defined.filter(({ id }) => id.includes('@')).length;
      total.variants += defined.filter(({ variants }) => variants.length > 1).length;
    }
    expect(total).toMatchInlineSnapshot(`
      {
        "files": 2091,
        "services": 3270,
        "variants": 769,
        "withFolder": 89,
      }
    `);
  });
});
