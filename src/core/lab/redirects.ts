import type { Finding } from '../model/finding.ts';
import type { Id, Page } from '../model/lab.ts';
import { urlOf } from './urls.ts';

/** Old addresses of pages (`aliases:`) that lead to the new ones; one that is taken stays with its holder. */
export function redirectsOf(
  pages: readonly Page[],
  urls: ReadonlyMap<Id, string>,
): { redirects: ReadonlyMap<string, string>; findings: readonly Finding[] } {
  const taken = new Set(urls.values());
  const redirects = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { data, parsed, path, url } of pages)
    for (const alias of [data['aliases']].flat()) {
      // Obsidian keeps other names of a note under the same key; only an address begins with a slash.
      if (typeof alias !== 'string' || !alias.startsWith('/')) continue;
      const old = urlOf(alias.replace(/\/index\.html?$|\.html?$/i, ''));
      if (old === url) continue;
      if (!taken.has(old) && !redirects.has(old)) redirects.set(old, url);
      else
        findings.push({
          rule: 'duplicate-url',
          severity: 'warning',
          place: { path, line: parsed.frontMatter.lines['aliases'] ?? 1 },
          message: `The old address ${alias} belongs to another page.`,
          hint: 'Remove it from `aliases`, or rename the other page.',
        });
    }
  return { redirects, findings };
}
