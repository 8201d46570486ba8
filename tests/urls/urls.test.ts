import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { indexLab } from '../../src/core/views/lab-index.ts';
import { loadLab } from '../../src/io/load-lab.ts';
import { siteUrls } from '../../src/site/site-urls.ts';

const DEMO = fileURLToPath(new URL('../../content', import.meta.url));

/** Bookmarks, printed pages and alerts name these addresses. A page that moves keeps its old one with `aliases`. */
test('the URLs of the demo lab stay', { timeout: 60_000 }, async () => {
  const lab = await loadLab(DEMO, { cache: false, trust: true });
  const pages = siteUrls(indexLab(lab)).filter((url) => !url.startsWith('/source/'));
  const redirects = [...lab.redirects].map(([from, to]) => `${from} -> ${to}`).sort();
  await expect(`${[...pages, ...redirects].join('\n')}\n`).toMatchFileSnapshot('demo-lab.txt');
});
