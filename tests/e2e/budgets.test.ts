import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { folderOf } from '../io/folders.ts';
import { connect } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';
import { mustBuild } from './run-build.ts';

const KB = 1024;
const packed = (bytes: string | Buffer): number => gzipSync(bytes, { level: 9 }).length;

const demo = (): string => inject('sites')[0]?.folder ?? '';
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));

test('the frame of a page takes at most 5 KB', () => {
  const frames = filesIn(demo(), '.html').flatMap((path) => {
    const html = readFileSync(path, 'utf8');
    const [start, end] = [html.indexOf('<main'), html.indexOf('</main>')];
    return start === -1 ? [] : [{ path, size: Buffer.byteLength(html.slice(0, start) + html.slice(end)) }];
  });
  expect(frames.length).toBeGreaterThan(100);
  expect(frames.filter(({ size }) => size > 5 * KB)).toEqual([]);
});

test('the style sheet and the entry script stay small', () => {
  const assets = join(demo(), '_assets');
  const styles = filesIn(assets, '.css');
  expect(styles).toHaveLength(1);
  expect(packed(readFileSync(styles[0] ?? ''))).toBeLessThanOrEqual(6 * KB);
  const home = readFileSync(join(demo(), 'index.html'), 'utf8');
  const scripts = [...home.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(scripts).toHaveLength(1);
  expect(packed(readFileSync(join(demo(), scripts[0] ?? '')))).toBeLessThanOrEqual(4 * KB);
});

/** A runbook of 690 words, with headings, commands and links as runbooks have them. */
function runbook(): string {
  const words =
    'the service that answers names on this network stopped and nobody noticed before breakfast'.split(' ');
  const prose = (count: number): string =>
    Array.from({ length: count }, (_, index) => words[(index * 7) % words.length]).join(' ');
  const section = (number: number): string =>
    `## Part ${number}\n\n${prose(50)}\n\n1. ${prose(15)}\n2. ${prose(15)}, see [part one](#part-1)\n\n\`\`\`bash check\ndocker logs --tail ${number} pihole\n\`\`\`\n`;
  return `---\nservices: [pihole]\n---\n# DNS is down\n\n${prose(40)}\n\n${[1, 2, 3, 4, 5, 6, 7].map(section).join('\n')}`;
}

test('a page of 690 words takes at most 12 KB, packed 4 KB', async () => {
  const text = runbook();
  expect(text.split(/\s+/).length).toBeGreaterThan(690);
  const home = folderOf({
    'lab/runbooks/dns.md': text,
    'lab/dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole:2026.1\n',
  });
  const out = join(home, 'site');
  await mustBuild(['--lab', join(home, 'lab'), '--out', out], {
    env: { BLACKSTART_CACHE: join(home, 'cache') },
  });
  const html = readFileSync(join(out, 'runbooks/dns/index.html'));
  expect(html.length).toBeLessThanOrEqual(12 * KB);
  expect(packed(html)).toBeLessThanOrEqual(4 * KB);
});

test('a page asks for at most 6 files', async () => {
  const browser = await connect(inject('browser'));
  const context = await browser.newContext();
  const page = await context.newPage();
  const { origin } = inject('sites')[0] ?? { origin: '' };
  const asked: Record<string, number> = {};
  for (const [type, url] of Object.entries(PAGE_TYPES)) {
    const seen = new Set<string>();
    page.on('request', (request) => seen.add(request.url()));
    await page.goto(origin + url, { waitUntil: 'networkidle' });
    page.removeAllListeners('request');
    asked[type] = seen.size;
  }
  await browser.close();
  expect(Object.entries(asked).filter(([, count]) => count > 6)).toEqual([]);
});
