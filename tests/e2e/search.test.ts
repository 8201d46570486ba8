import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { connect } from './browser.ts';
import { mustBuild } from './run-build.ts';
import { putSearchLab } from './search-lab.ts';

const BASE = '/a/b/';
const home = mkdtempSync(join(tmpdir(), 'blackstart-search-'));
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  browser = await connect(inject('browser'));
  putSearchLab(join(home, 'lab'));
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

/** A page of the site at `path`; the test fails when its console has something to complain about. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await context.close();
  });
  await prepare?.(page);
  await page.goto(server.url + path);
  return { page, complaints };
}

const rows = (page: Page) => page.locator('.results > li');
const titles = (page: Page) => page.locator('.results > li > a').allInnerTexts();
const status = (page: Page) => page.getByRole('status');
const options = (page: Page) => page.getByRole('option');

describe('the field', () => {
  test('by keyboard alone: / goes there, arrows choose, Enter opens the heading, Escape closes', async () => {
    const { page, complaints } = await open('notes/evil/');
    await page.keyboard.press('/');
    await page.keyboard.type('both hands');
    await options(page).first().waitFor();
    const input = page.getByRole('combobox');
    expect(await input.inputValue()).toBe('both hands');
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    const active = await input.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await options(page).count()).toBe(0);
    expect(await input.inputValue()).toBe('both hands');
    await page.keyboard.press('ArrowDown');
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}runbooks/dns-down/#restart-the-resolver`);
    expect(complaints).toEqual([]);
  });

  test('by mouse: a click on a result opens it, a click elsewhere closes the list', async () => {
    const { page } = await open('', { viewport: { width: 1280, height: 800 } });
    await page.locator('site-search input').click();
    await page.locator('site-search input').fill('stecker');
    await options(page).first().waitFor();
    await page.locator('h1').click();
    expect(await options(page).count()).toBe(0);
    await page.locator('site-search input').fill('stecker ziehen');
    await options(page).first().click();
    await page.waitForURL(`${server.url}runbooks/internet/#den-stecker-ziehen`);
  });

  test('Enter without a choice, and the last option, lead to all results', async () => {
    const { page } = await open('');
    await page.locator('site-search input').fill('manifold');
    await options(page).filter({ hasText: 'Show all 14 results' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}search/?q=manifold`);
    await page.goBack();
    await page.locator('site-search input').fill('lamp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}search/?q=lamp`);
  });

  test('/ stays a sign where somebody writes', async () => {
    const { page } = await open('');
    await page.locator('site-search input').fill('');
    await page.keyboard.type('a/b');
    expect(await page.locator('site-search input').inputValue()).toBe('a/b');
  });

  test('a page loads nothing of search before it is used', async () => {
    const asked: string[] = [];
    await open('', {}, async (opened) => opened.on('request', (request) => asked.push(request.url())));
    await pause(300);
    expect(asked.filter((url) => /pagefind|search-/.test(url))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

describe('the search page', () => {
  test('shows kind, service, day and the highlighted excerpt, and leads to the heading', async () => {
    const { page, complaints } = await open('search/?q=lamp+again');
    await rows(page).first().waitFor();
    const first = rows(page).first();
    expect(await first.innerText()).toContain('The lamp went out again');
    expect(await first.locator('.badge').innerText()).toBe('Postmortem');
    expect(await first.locator('code').allInnerTexts()).toEqual(['dns/pihole']);
    expect(await first.locator('time').getAttribute('datetime')).toBe('2026-01-02');
    expect((await first.locator('mark').allInnerTexts()).join(' ').toLowerCase()).toContain('lamp');
    expect(complaints).toEqual([]);
  });

  test('finds German and English in one index, from a page in either', async () => {
    for (const [query, title] of [
      ['resolver restart', 'DNS is down'],
      ['auflösers', 'Das Internet geht nicht'],
      ['DNS_PROBE_FINISHED_NXDOMAIN', 'DNS is down'],
      ['FTLCONF_dns_upstreams', 'pihole'],
    ]) {
      const { page } = await open(`search/?${new URLSearchParams({ q: query ?? '' })}`);
      await rows(page).first().waitFor();
      expect((await titles(page))[0]).toContain(title);
    }
    const { page } = await open('runbooks/internet/');
    await page.keyboard.press('/');
    await page.keyboard.type('both hands');
    await options(page).first().waitFor();
    expect(await options(page).first().innerText()).toContain('DNS is down');
  });

  test('filters narrow the results, stand in the address, and Back takes them away again', async () => {
    const { page } = await open('search/?q=lamp');
    await rows(page).nth(3).waitFor();
    const all = await titles(page);
    await page.getByLabel('Kind').selectOption('postmortem');
    await status(page).filter({ hasText: '2 results' }).waitFor();
    await page.getByLabel('Year').selectOption('2025');
    await status(page).filter({ hasText: 'One result' }).waitFor();
    expect(await titles(page)).toEqual(['The lamp went out']);
    expect(new URL(page.url()).search).toBe('?q=lamp&kind=postmortem&year=2025');
    await rows(page).first().locator('a').click();
    await page.waitForURL(/2025-03-04-lamp/);
    await page.goBack();
    await status(page).filter({ hasText: 'One result' }).waitFor();
    expect(await page.getByLabel('Year').inputValue()).toBe('2025');
    await page.goBack();
    await status(page).filter({ hasText: '2 results' }).waitFor();
    await page.goBack();
    await rows(page).nth(3).waitFor();
    expect(await titles(page)).toEqual(all);
    expect(await page.getByLabel('Kind').inputValue()).toBe('');
  });

  test.each([
    ['kind=runbook', ['DNS is down', 'Das Internet geht nicht']],
    ['severity=sev1', ['The lamp went out']],
    ['mode=production', ['pihole']],
    ['service=dns/pihole&year=2026', ['The lamp went out again']],
  ])('a filter alone lists what has it: %s', async (query, expected) => {
    const { page } = await open(`search/?${query}`);
    await rows(page).first().waitFor();
    expect((await titles(page)).sort()).toEqual(expected.sort());
  });

  test('by keyboard: down into the results and back, Enter opens, the query is there after Back', async () => {
    const { page } = await open('search/');
    await page.keyboard.type('manifold');
    await status(page).filter({ hasText: '14 results' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=manifold');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.locator(':focus').innerText();
    expect(second).toBe((await titles(page))[1]);
    await page.keyboard.press('Escape');
    expect(await page.locator(':focus').inputValue()).toBe('manifold');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/notes\/many/);
    await page.goBack();
    await status(page).filter({ hasText: '14 results' }).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows(page).nth(13).waitFor();
    expect(await page.getByRole('button', { name: 'Show more' }).isVisible()).toBe(false);
  });

  test('what is not there is said, with the lists that hold everything', async () => {
    const { page } = await open('search/?q=zzyzx');
    await status(page).filter({ hasText: 'Nothing was found.' }).waitFor();
    await page.getByRole('link', { name: 'Runbooks' }).last().click();
    await page.waitForURL(`${server.url}runbooks/`);
  });

  test('a private page is not found', async () => {
    for (const query of ['xylophonist', 'diary']) {
      const { page } = await open(`search/?q=${query}`);
      await status(page).filter({ hasText: 'Nothing was found.' }).waitFor();
    }
  });

  test('what an author writes is shown and never runs', async () => {
    const { page, complaints } = await open('search/?q=mischief');
    await rows(page).first().waitFor();
    const text = await rows(page).first().innerText();
    expect(text).toContain('Evil <img src=x onerror="document.title=1">');
    expect(text).toContain('<img src=x onerror="document.title=3">');
    expect(await page.locator('.results :is(img, script, b)').count()).toBe(0);
    expect(await page.title()).toContain('Search');
    const evil = await open(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> = "')}`);
    await status(evil.page)
      .filter({ hasText: /result|Nothing/ })
      .waitFor();
    expect([...complaints, ...evil.complaints]).toEqual([]);
  });

  test('a sign that stands alone hinders nothing', async () => {
    const { page } = await open(`search/?q=${encodeURIComponent('lamp = - saw')}`);
    await rows(page).first().waitFor();
    expect(await titles(page)).toContain('The lamp went out');
  });
});

describe('when things are not as they should be', () => {
  test('a slow network is waited for, and the last question is the one that is answered', async () => {
    const { page } = await open('search/', {}, (opened) =>
      opened.route('**/pagefind/**', async (route) => {
        await pause(200 + Math.random() * 200);
        await route.continue();
      }),
    );
    const input = page.getByRole('searchbox');
    await input.fill('lamp');
    await pause(200);
    await status(page).filter({ hasText: 'Searching' }).waitFor();
    await input.fill('manifold');
    await status(page).filter({ hasText: '14 results' }).waitFor();
    expect((await titles(page))[0]).toContain('Note');
  });

  test.each(['search/?q=lamp', ''])('without an index, %j says so and leads to the lists', async (path) => {
    const { page } = await open(path, {}, (opened) =>
      opened.route('**/pagefind/**', (route) => route.abort()),
    );
    if (path === '') await page.locator('site-search input').fill('lamp');
    await status(page).filter({ hasText: 'Search could not be loaded' }).waitFor();
    expect(await page.getByRole('link', { name: 'Runbooks' }).first().isVisible()).toBe(true);
  });

  test('with a broken index, too', async () => {
    const { page } = await open('search/?q=lamp', {}, (opened) =>
      opened.route('**/pagefind-entry.json*', (route) => route.fulfill({ body: '' })),
    );
    await status(page).filter({ hasText: 'Search could not be loaded' }).waitFor();
  });

  test('without JavaScript Enter leads to the search page, which offers the lists', async () => {
    const { page } = await open('runbooks/dns-down/', { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('lamp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}search/?q=lamp`);
    expect(await page.locator('main').innerText()).toContain('Search needs JavaScript');
    await page.locator('main').getByRole('link', { name: 'Runbooks' }).click();
    await page.waitForURL(`${server.url}runbooks/`);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([390, 1280])('nothing stands in the way of anybody, %s px wide', async (width) => {
    const { page } = await open('search/?q=lamp', { colorScheme, viewport: { width, height: 800 } });
    await rows(page).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}search/?q=zzyzx`);
    await status(page).filter({ hasText: 'Nothing' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(server.url);
    await page.locator('site-search input').fill('manifold');
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    const small = await page
      .locator('site-search :is(input, button, a)')
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility())
          .flatMap((each) => (each.clientHeight < 42 ? each.outerHTML : [])),
      );
    expect(small).toEqual([]);
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
