/**
 * The two pictures in README.md, made from the built demo lab and kept small. Run by hand when the site looks different:
 *
 *   npm run pictures
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { type Look, siteInBrowser } from './site-in-browser.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const DEMO = fileURLToPath(new URL('../../content', import.meta.url));
const PICTURES: Readonly<Record<string, Look & { path: string }>> = {
  phone: { path: '/runbooks/dns-down/', width: 390, height: 760, scheme: 'dark', scale: 1.5 },
  desktop: { path: '/services/dns/pihole/', width: 1200, height: 760, scheme: 'light', scale: 1.25 },
};

mkdirSync(FOLDER, { recursive: true });
await siteInBrowser(
  DEMO,
  async ({ open }) => {
    for (const [name, { path, ...look }] of Object.entries(PICTURES)) {
      const page = await open(path, look);
      const { size } = await sharp(await page.screenshot())
        .png({ palette: true, colours: 64, effort: 10 })
        .toFile(`${FOLDER}${name}.png`);
      console.log(`${name}.png, ${Math.round(size / 1024)} KB`);
      await page.context().close();
    }
  },
  ['--trust'],
);
