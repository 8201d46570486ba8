import chromiumForServers from '@sparticuz/chromium';
import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Starts a real browser that test files connect to. Throws when there is none: a check that did not run has not passed. */
export async function startBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(await launchOptions());
}

export const connect = (endpoint: string): Promise<Browser> => chromium.connect(endpoint);

/** The browser from the package registry where it fits, else the Chrome of the machine. */
async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  return { executablePath: await chromiumForServers.executablePath(), args: ARGS };
}

// Not the package's own arguments: with its --single-process the browser dies when a context closes.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'];
