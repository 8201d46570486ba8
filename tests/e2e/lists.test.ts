import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { connect } from './browser.ts';
import { putListLab } from './list-lab.ts';
import { mustBuild } from './run-build.ts';

const BASE = '/a/b/';
const home = mkdtempSync(join(tmpdir(), 'blackstart-lists-'));
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  browser = await connect(inject('browser'));
  putListLab(join(home, 'lab'));
  const folder = join(home, 'site');
  const env = { BLACKSTART_CACHE: join(home, 'cache') };
  await mustBuild(['--lab', join(home, 'lab'), '--out', folder, '--base', BASE], { env });
  server = await serveFolder({ host: 'localhost', port: 0, folder, base: BASE, policies: HEADER_POLICIES });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

/** A page of the site at `path`, and what its console complains about. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  onTestFinished(() => context.close());
  await page.goto(server.url + path);
  return { page, complaints };
}

const shown = (page: Page) => page.locator('.rows > li:visible > a').allInnerTexts();
const status = (page: Page) => page.locator('list-filter [role="status"]').innerText();
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe('a list is narrowed', () => {
  test('by its address', async () => {
    const { page, complaints } = await open('postmortems/?service=dns/pihole&year=2026');
    await page.getByText('3 of 9 shown').waitFor();
    expect(await shown(page)).toEqual(['No names at breakfast', 'Names, but slowly', 'Names of yesterday']);
    expect(await page.getByLabel('Service').inputValue()).toBe('dns/pihole');
    expect(await page.locator('h2:visible').allInnerTexts()).toEqual(['2026']);
    expect(complaints).toEqual([]);
  });

  test('by what is chosen and typed, and the way back undoes it', async () => {
    const { page } = await open('postmortems/');
    expect(await shown(page)).toHaveLength(9);
    await page.getByLabel('Severity').selectOption('sev3');
    expect(query(page)).toBe('?severity=sev3');
    await page.getByLabel('Words').fill('CAFE nobody');
    expect(await shown(page)).toEqual(['A café that nobody reaches']);
    await page.waitForURL(/q=CAFE/);
    expect(await status(page)).toBe('1 of 9 shown');
    await page.goBack();
    expect(query(page)).toBe('?severity=sev3');
    expect(await shown(page)).toHaveLength(3);
    await page.goBack();
    expect(await shown(page)).toHaveLength(9);
    expect(await status(page)).toBe('');
    await page.goForward();
    expect(await shown(page)).toHaveLength(3);
  });

  test('to nothing, with a way out', async () => {
    const { page } = await open('postmortems/?severity=sev1&year=1999');
    await page.getByText('Nothing here fits').waitFor();
    expect(await status(page)).toBe('0 of 9 shown');
    expect(await page.getByLabel('Year').inputValue()).toBe('1999');
    await page.getByRole('link', { name: 'Show everything' }).click();
    await page.waitForURL(`${server.url}postmortems/`);
    expect(await shown(page)).toHaveLength(9);
  });

  test('spellings of a tag that differ in case are one', async () => {
    const { page } = await open('postmortems/?tag=dns');
    await page.getByText('5 of 9 shown').waitFor();
    // Also where a page once was: the lab has an alias of this address.
    await page.goto(`${server.url}tags/dns/`);
    expect(await shown(page)).toHaveLength(5);
  });

  test('what is done is opened when it fits', async () => {
    const { page } = await open('actions/');
    expect(await page.locator('.rows > li:visible').count()).toBe(5);
    await page.getByLabel('Words').fill('the gate is closed');
    expect(await page.locator('.rows > li:visible').count()).toBe(1);
    await page.getByText('overdue').first().waitFor({ state: 'attached' });
  });
});

describe('without scripts', () => {
  test('a list is whole, its years have addresses, and nothing is there that does not work', async () => {
    const { page } = await open('postmortems/?service=dns/pihole', { javaScriptEnabled: false });
    expect(await shown(page)).toHaveLength(9);
    expect(await page.locator('list-filter form').isVisible()).toBe(false);
    await page.getByRole('link', { name: '2025 4' }).click();
    expect(page.url()).toMatch(/#2025$/);
  });

  test('the menu of a phone opens, and leads to a list', async () => {
    const { page } = await open('runbooks/gate/', { javaScriptEnabled: false });
    const link = page
      .getByRole('navigation', { name: 'In this lab' })
      .getByRole('link', { name: 'Postmortems' });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await link.click();
    await page.waitForURL(`${server.url}postmortems/`);
  });
});

test('an alert has a page under its exact name, and a safe one under any other', async () => {
  const { page } = await open('alerts/DnsDown/');
  expect(await page.locator('h1').innerText()).toBe('DnsDown');
  expect((await shown(page)).slice(0, 2)).toEqual(['DNS is down', 'pihole']);
  expect(await page.getByText('No names at breakfast').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Alerts' }).click();
  await page.getByRole('link', { name: 'Disk 90% / full?' }).click();
  expect(await page.locator('h1').innerText()).toBe('Disk 90% / full?');
});
