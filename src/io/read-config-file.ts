import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Flaw } from '../core/model/finding.ts';
import type { LabConfig } from '../core/model/lab.ts';
import { readConfig } from '../core/schema/config.ts';
import { fileReader } from './tree/file-reader.ts';
import { followLink } from './tree/follow-link.ts';

const NAME = 'blackstart.yaml';

/** The lab's own settings: the default where the file is missing or can't be read, which reading the tree will say. */
export function readConfigFile(root: string): Readonly<{ config: LabConfig; findings: readonly Finding[] }> {
  const { config, flaws } = readConfig(textOf(root));
  return { config, findings: flaws.map(inConfig) };
}

const inConfig = ({ line, ...flaw }: Flaw): Finding => ({ ...flaw, place: { path: NAME, line } });

function textOf(root: string): string {
  const stats = lstatSync(join(root, NAME), { throwIfNoEntry: false });
  const target = stats?.isSymbolicLink() ? followLink(root, NAME) : { type: 'inside' as const, path: NAME };
  if (!stats || target.type !== 'inside') return '';
  return fileReader(root).readSource(target.path, stats.size).file.source ?? '';
}
