import type { BrowserContext, Page } from 'playwright-core';

/** A link, picture, style sheet or script of a page, as the browser resolves it. */
export type Reference = Readonly<{ tag: string; url: string }>;

/** What one page is and did in the browser. */
export type Visit = Readonly<{
  url: string;
  status: number;
  ids: readonly string[];
  references: readonly Reference[];
  /** Requests to another host. */
  foreign: readonly string[];
  /** Console errors, exceptions, failed requests. */
  errors: readonly string[];
  violations: readonly string[];
  /** How far the page is wider than its window, in CSS pixels. */
  overflow: number;
  text: string;
}>;

declare global {
  interface Window {
    policyViolations: string[];
  }
}

/** Makes the pages of `context` note what breaks their content policy. Called once, before the first visit. */
export async function watchPolicy(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.policyViolations = [];
    window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.policyViolations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
}

/** Opens `url` in `page` and gathers everything that checks want to know of it. */
export async function visit(page: Page, url: string): Promise<Visit> {
  const foreign: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(url);
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    // A lazy picture of the page before, given up when we left.
    if (why !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${why}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    const response = await page.goto(url, { waitUntil: 'load' });
    const found = await page.evaluate(gather);
    return { url, status: response?.status() ?? 0, foreign, errors, ...found };
  } finally {
    page.removeAllListeners();
  }
}

/** Runs in the page. */
function gather() {
  const references = [...document.querySelectorAll('[href], [src]')].map((element) => {
    const { href, src } = element as HTMLAnchorElement & HTMLImageElement;
    return { tag: element.localName, url: src || href };
  });
  const root = document.documentElement;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const overflow = root.scrollWidth - root.clientWidth;
  // What only a script can do is no part of what a page says.
  for (const element of document.querySelectorAll('form.narrow, .overdue, .foot')) element.remove();
  return { ids, references, violations: window.policyViolations, overflow, text: document.body.innerText };
}
