import {
  createCssVariablesTheme,
  createHighlighterCoreSync,
  type HighlighterCore,
  type LanguageRegistration,
  type ThemedToken,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import type { Highlight } from '../core/model/parsed.ts';

/** Words that people write after a fence, for grammars that go by another name. */
const ALIASES: Readonly<Record<string, string>> = {
  apacheconf: 'apache',
  ash: 'bash',
  cfg: 'ini',
  compose: 'yaml',
  conf: 'ini',
  config: 'ini',
  'docker-compose': 'yaml',
  env: 'dotenv',
  golang: 'go',
  htaccess: 'apache',
  'html+jinja': 'jinja',
  jinja2: 'jinja',
  ksh: 'bash',
  mariadb: 'sql',
  markup: 'html',
  mongo: 'javascript',
  mysql: 'sql',
  patch: 'diff',
  postgres: 'sql',
  postgresql: 'sql',
  psql: 'sql',
  service: 'systemd',
  'shell-session': 'shellsession',
  unit: 'systemd',
};
const LONGEST_CODE = 100_000;
const LONGEST_LINE = 5_000;
const THEME = 'classes';

/**
 * A highlighter for those of `languages` that there is a grammar for: code as HTML, every span with a class such as
 * `t-keyword`. Very long code stays plain.
 */
export async function createHighlight(languages: Iterable<string>): Promise<Highlight> {
  const names = new Set([...languages].map(grammarOf).filter((name) => name !== undefined));
  const grammars = await Promise.all(
    [...names].map(async (name) => [name, await bundledLanguages[name]()] as const),
  );
  // One for each language: a grammar would otherwise use those that happen to be there, and the same code would look
  // different in other company.
  const byName = new Map(
    grammars.map(([name, { default: grammar }]) => [name, lazily(() => highlighterFor(grammar))]),
  );
  return (code, language) => {
    const name = grammarOf(language);
    const shiki = name && byName.get(name)?.();
    if (!shiki || isTooLong(code)) return undefined;
    // No time limit: what a page looks like must not depend on how busy the machine is.
    return shiki
      .codeToTokensBase(code, { lang: name, theme: THEME, tokenizeTimeLimit: 0 })
      .map(htmlOf)
      .join('\n');
  };
}

const highlighterFor = (grammar: LanguageRegistration[]): HighlighterCore =>
  createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: THEME, fontStyle: false })],
    langs: grammar,
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    warnings: false, // about there being more than one
  });

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

type Grammar = keyof typeof bundledLanguages;
const isGrammar = (name: string): name is Grammar => Object.hasOwn(bundledLanguages, name);

function grammarOf(language: string): Grammar | undefined {
  const word = language.toLowerCase();
  const name = Object.hasOwn(ALIASES, word) ? (ALIASES[word] ?? word) : word;
  return isGrammar(name) ? name : undefined;
}

const isTooLong = (code: string): boolean =>
  code.length > LONGEST_CODE || code.split('\n').some((line) => line.length > LONGEST_LINE);

/** One line. Neighbours of one class share a span, and white space joins what it follows. */
function htmlOf(line: readonly ThemedToken[]): string {
  let html = '';
  let open = '';
  for (const { content, color } of line) {
    const name = content.trim() === '' ? open : classOf(color);
    if (name !== open) html += (open && '</span>') + (name && `<span class="${name}">`);
    open = name;
    html += escape(content);
  }
  return html + (open && '</span>');
}

/** `var(--shiki-token-keyword)` is `t-keyword`; the colour of plain text needs no class. */
const classOf = (color = ''): string =>
  color.replace(/^var\(--shiki-(?:token-([\w-]+)|[\w-]+)\)$/, (_, token?: string) =>
    token ? `t-${token}` : '',
  );

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
