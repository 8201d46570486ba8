import type { ComposeSettings } from '../model/compose.ts';
import { baseName } from '../paths.ts';

/** Whether a file is one from which Compose takes its own settings. */
export function isSettingsFile(path: string): boolean {
  return baseName(path) === '.env';
}

/** What a `.env` file tells Compose itself. No other variable is looked at, and none that is made of others is believed. */
export function readSettings(text: string): ComposeSettings | undefined {
  const said = new Map<string, string>();
  for (const [, name = '', single, double, bare = ''] of text.matchAll(SETTING)) {
    const value = single ?? double ?? bare.replace(/\s#.*$/, '').trim();
    if (!value.includes('$')) said.set(name, value);
  }
  const separator = said.get('COMPOSE_PATH_SEPARATOR') || ':';
  const files = (said.get('COMPOSE_FILE') ?? '').split(separator).filter((path) => path !== '');
  const projectName = said.get('COMPOSE_PROJECT_NAME');
  if (files.length === 0 && !projectName) return undefined;
  return { files, ...(projectName && { projectName }) };
}

const SETTING =
  /^[ \t]*(?:export[ \t]+)?(COMPOSE_FILE|COMPOSE_PROJECT_NAME|COMPOSE_PATH_SEPARATOR)[ \t]*[=:][ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|([^\r\n]*))/gm;
