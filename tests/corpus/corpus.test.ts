import { existsSync, readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportLab } from '../../src/core/export/export-lab.ts';
import { labJson } from '../../src/core/export/lab-schema.ts';
import type { Lab } from '../../src/core/model/lab.ts';
import { parse } from '../../src/core/parse.ts';
import { loadLab } from '../../src/io/load-lab.ts';
import { chosenLabs, CORPUS, leftOut } from './labs.ts';
import { existsOnDisk, plainLinks, wayOf } from './links.ts';

const labs = chosenLabs();
const cache = mkdtempSync(join(tmpdir(), 'blackstart-corpus-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

if (labs.length === 0) console.log(`SKIPPED: the corpus tests need real repositories' files in ${CORPUS}.`);
else console.log(`Corpus labs of this run: ${labs.join(', ')}`);

const MARKDOWN = /\.(md|mdx|markdown|md\.erb)$/i;

describe.skipIf(labs.length === 0)('every real repository', () => {
  const totals = { labs: 0, pages: 0, services: 0, findings: 0, links: 0, dead: 0 };
  afterAll(() => console.log(`Corpus totals: ${JSON.stringify(totals)}`));

  test.each(labs)('%s becomes a lab that loses nothing', { timeout: 120_000 }, async (name) => {
    const root = join(CORPUS, name);
    const lab = await loadLab(root, { cache });
    const json = exportLab(lab);
    expect(labJson.safeParse(json).error?.issues ?? []).toEqual([]);
    expect(json.pages.length).toBe(lab.pages.filter((page) => !page.private).length);
    expect(new Set(lab.services.map(({ id }) => id)).size).toBe(lab.services.length);
    const { checked, wrong } = linksOf(lab, root, leftOut(name));
    expect(wrong).toEqual([]);
    totals.labs += 1;
    totals.pages += lab.pages.length;
    totals.services += lab.services.length;
    totals.findings += lab.findings.length;
    totals.links += checked;
    totals.dead += lab.findings.filter(({ rule }) => rule === 'dead-link').length;
  });

  test('every Markdown file that Git would list is a page', async () => {
    const name = labs[0] ?? '';
    const lab = await loadLab(join(CORPUS, name), { cache });
    const listed = [...lab.files.keys()].filter((path) => MARKDOWN.test(path));
    expect(listed).toEqual([]);
    expect(lab.pages.length).toBeGreaterThan(0);
  });
});

/** Links that the source has and the model lost, and those that lead nowhere without anybody saying so. */
function linksOf(lab: Lab, root: string, left: ReadonlySet<string>): { checked: number; wrong: string[] } {
  const said = new Set(lab.findings.map(({ place, rule }) => `${place.path}:${place.line} ${rule}`));
  const wrong: string[] = [];
  let checked = 0;
  for (const { path, parsed, targets } of lab.pages) {
    if (parsed.flaws.some(({ rule }) => rule === 'too-complex' || rule === 'encoding')) continue;
    const found = new Map(
      parsed.slots.map((slot, index) => [slot.target, { target: targets[index], line: slot.line }]),
    );
    const body = bodyOf(readFileSync(join(root, path), 'utf8'), parsed.frontMatter.format);
    for (const { url } of plainLinks(body)) {
      // An address that a template makes is none yet.
      if (/[{}<>]|%7B/.test(url)) continue;
      const slot = found.get(url);
      if (!slot) {
        wrong.push(`${path}: ${url} is no link of the model`);
        continue;
      }
      checked += 1;
      const exists = existsOnDisk(root, path, url);
      const reached = slot.target?.type !== 'text';
      const way = wayOf(path, url);
      const excused = way !== undefined && (left.has(way) || left.has(`${way}/`));
      const told = ['dead-link', 'link-out-of-lab'].some((rule) => said.has(`${path}:${slot.line} ${rule}`));
      if (exists && !reached) wrong.push(`${path}: ${url} exists, but the model does not find it`);
      if (!exists && !reached && !told && !excused) wrong.push(`${path}: ${url} is lost without a finding`);
    }
  }
  return { checked, wrong };
}

const bodyOf = (text: string, format: string): string =>
  format === 'none' ? text : text.replace(/^\uFEFF?\s*(---|\+\+\+)[\s\S]*?\r?\n(---|\+\+\+)[ \t]*\r?\n/, '');

const oddities = z.record(z.string(), z.object({ what: z.string(), examples: z.array(z.string()) }));

describe.skipIf(labs.length === 0)('every oddity', () => {
  test('every example of an oddity is parsed without a crash', { timeout: 120_000 }, () => {
    const list = oddities.parse(JSON.parse(readFileSync(join(CORPUS, 'oddities.json'), 'utf8')));
    const paths = new Set(Object.values(list).flatMap(({ examples }) => examples));
    expect(paths.size).toBeGreaterThan(300);
    for (const path of paths) {
      if (!existsSync(join(CORPUS, path))) continue;
      const text = readFileSync(join(CORPUS, path), 'utf8');
      const file = parse({ path, text }, { headingWords: {}, highlight: () => undefined });
      expect(file.path, path).toBe(path);
      expect(JSON.parse(JSON.stringify(file)), path).toEqual(file);
    }
  });
});
