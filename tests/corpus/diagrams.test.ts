import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawDiagram } from '../../src/core/diagrams/draw-diagram.ts';
import { loadLayout } from '../../src/io/diagrams/layout-engine.ts';
import { CORPUS } from './labs.ts';

const there = existsSync(CORPUS);
if (!there) console.log(`SKIPPED: the drawings of real repositories need their files in ${CORPUS}.`);

const LARGEST = 8_192;
const FENCE = /^([ \t]*)(`{3,}|~{3,})[ \t]*\{?\.?mermaid\b[^\n]*\n([\s\S]*?)\n[ \t]*\2/gim;
const TYPE = /^[ \t]*(flowchart|graph|sequenceDiagram|stateDiagram)/m;

test.skipIf(!there)(
  'nine in ten diagrams of real repositories are drawn, each within its budget',
  async () => {
    const layOut = await loadLayout();
    const counts = new Map<string, { all: number; drawn: number }>();
    const missed: string[] = [];
    const large: string[] = [];
    const sizes: number[] = [];
    for (const { path, type, source } of diagrams()) {
      const result = drawDiagram(source, layOut);
      const count = counts.get(type) ?? { all: 0, drawn: 0 };
      const drawn = result.type === 'drawn';
      counts.set(type, { all: count.all + 1, drawn: count.drawn + (drawn ? 1 : 0) });
      if (!drawn) {
        missed.push(`${path}: ${result.reason}`);
        continue;
      }
      const size = gzipSync(result.svg).length;
      sizes.push(size);
      if (size > LARGEST) large.push(`${path}: ${size}`);
      expect(result.svg, path).not.toMatch(/NaN|style=|<style|<script|foreignObject| id="/);
    }
    sizes.sort((a, b) => a - b);
    console.log(`Diagrams drawn: ${JSON.stringify(Object.fromEntries(counts))}`);
    console.log(`Packed sizes: median ${sizes[sizes.length >> 1]}, largest ${sizes.at(-1)}`);
    if (missed.length > 0) console.log(`Not drawn:\n${missed.join('\n')}`);
    expect(counts.size).toBe(4);
    for (const [type, { all, drawn }] of counts) expect(drawn / all, type).toBeGreaterThanOrEqual(0.9);
    expect(large).toEqual([]);
  },
);

function* diagrams(): Generator<Readonly<{ path: string; type: string; source: string }>> {
  for (const path of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.(?:md|mdx|markdown)$/i.test(path)) continue;
    const text = readFileSync(join(CORPUS, path), 'utf8');
    for (const [, indent = '', , inside = ''] of text.matchAll(FENCE)) {
      const source = inside.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
      const first = source.replaceAll(/^---\n[\s\S]*?\n---\n|^[ \t]*%%[^\n]*\n/gm, '').trimStart();
      const type = TYPE.exec(first.split('\n', 1)[0] ?? '')?.[1];
      if (type !== undefined) yield { path, type, source };
    }
  }
}
