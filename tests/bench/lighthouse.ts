/**
 * Lighthouse on the home page, a service and a runbook of the demo lab, as a phone and as a desktop sees them. Run by hand on a
 * quiet machine; the package is no dependency, for it is larger than all others together:
 *
 *   npm exec --yes --package=lighthouse@13.5.0 -- node tests/bench/lighthouse.ts
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { siteInBrowser } from '../pictures/site-in-browser.ts';

type Report = Readonly<{
  categories: Readonly<Record<string, Readonly<{ score: number }>>>;
  audits: Readonly<Record<string, Readonly<{ score: number | null; numericValue?: number }>>>;
}>;

const DEMO = fileURLToPath(new URL('../../content', import.meta.url));
const PAGES = { home: '', service: 'services/dns/pihole/', runbook: 'runbooks/dns-down/' };
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const CHROME = [
  '--headless',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--hide-scrollbars',
];
const run = promisify(execFile);

await siteInBrowser(DEMO, async ({ url }) => {
  for (const [name, path] of Object.entries(PAGES))
    for (const device of ['phone', 'desktop']) {
      const { categories, audits } = await reportOn(url + path, device);
      const scores = CATEGORIES.map((each) => `${each} ${Math.round((categories[each]?.score ?? 0) * 100)}`);
      const shift = audits['cumulative-layout-shift']?.numericValue ?? 'unknown';
      const failed = Object.entries(audits).filter(([, { score }]) => score !== null && score < 0.9);
      console.log(`${name}, ${device}: ${scores.join(', ')}; layout shift ${shift}`);
      if (failed.length > 0) console.log(`  below 90: ${failed.map(([id]) => id).join(', ')}`);
    }
});

async function reportOn(url: string, device: string): Promise<Report> {
  const { stdout } = await run(
    'lighthouse',
    [
      url,
      '--output=json',
      '--quiet',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${CHROME.join(' ')}`,
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: await chromium.executablePath() }, maxBuffer: 64e6 },
  );
  return JSON.parse(stdout);
}
