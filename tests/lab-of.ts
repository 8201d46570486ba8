import { buildLab } from '../src/core/lab/build-lab.ts';
import type { History, Lab, LabConfig } from '../src/core/model/lab.ts';
import type { ParsedFile } from '../src/core/model/parsed.ts';
import { parse } from '../src/core/parse.ts';
import { DEFAULT_CONFIG } from '../src/core/schema/config.ts';

export const NO_HISTORY: History = { shallow: false, prefix: '', lastChange: new Map() };

type Options = Readonly<{ config?: Partial<LabConfig>; history?: Partial<History>; name?: string }>;

/** The lab that these files make: `labOf({ 'runbooks/dns.md': '# DNS is down' })`. */
export function labOf(
  files: Readonly<Record<string, string>>,
  { config, history, name = 'lab' }: Options = {},
): Lab {
  return buildLab({
    files: Object.entries(files).map(([path, text]) => parsed(path, text)),
    findings: [],
    history: { ...NO_HISTORY, ...history },
    asOf: '2026-11-01T12:00:00+00:00',
    config: { ...DEFAULT_CONFIG, ...config },
    trust: false,
    name,
  });
}

/** The file of this path, which says by its ending how it is read. */
export const parsed = (path: string, text: string): ParsedFile =>
  /\.(md|mdx|ya?ml)$/.test(path)
    ? parse({ path, text }, { headingWords: {}, highlight: () => undefined })
    : { form: 'file', path, size: text.length, text: !path.endsWith('.png'), flaws: [] };

/** `pathA -relation-> pathB` for each edge, ids without `page:`. */
export const drawn = ({ edges }: Lab): string[] =>
  edges.map(
    ({ from, to, relation }) => `${from.replace('page:', '')} ${relation} ${to.replace('page:', '')}`,
  );

/** `path:line rule` for each finding. */
export const listed = ({ findings }: Lab): string[] =>
  findings.map(({ place, rule }) => `${place.path}:${place.line} ${rule}`);
