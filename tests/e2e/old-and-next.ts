import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { MANIFEST } from '../../src/io/output-manifest.ts';
import { hashesOf } from './file-bytes.ts';
import { mustBuild } from './run-build.ts';
import { changeSmallLab, putSmallLab } from './small-lab.ts';

type Files = ReadonlyMap<string, string>;

/** A lab that was changed after its site was built, and what undisturbed builds make of it before and after. */
export type OldAndNext = Readonly<{
  home: string;
  lab: string;
  /** The output folder of the builds that something happens to. */
  out: string;
  env: NodeJS.ProcessEnv;
  nextFiles: Files;
  /** Makes `out` what the build before the change left. */
  startFromOld: () => void;
  /** Every file in `out` is the old one or the next, and none is missing that both sites have. */
  expectWholePages: (when: string) => void;
}>;

export async function oldAndNext(): Promise<OldAndNext> {
  const home = mkdtempSync(join(tmpdir(), 'blackstart-builds-'));
  chmodSync(home, 0o755);
  const [lab, old, next, out] = ['lab', 'old', 'next', 'out'].map((name) => join(home, name)) as Four;
  const env = { BLACKSTART_CACHE: join(home, 'cache') };
  mkdirSync(lab);
  putSmallLab(lab);
  await mustBuild(['--lab', lab, '--out', old], { env });
  changeSmallLab(lab);
  await mustBuild(['--lab', lab, '--out', next], { env });
  const oldFiles = hashesOf(old);
  const nextFiles = hashesOf(next);
  return {
    home,
    lab,
    out,
    env,
    nextFiles,
    startFromOld: () => {
      rmSync(out, { recursive: true, force: true });
      cpSync(old, out, { recursive: true });
    },
    expectWholePages: (when) => {
      const files = hashesOf(out);
      // What was begun beside a page is no page.
      const torn = [...files].filter(
        ([path, hash]) =>
          !path.endsWith('.tmp') &&
          path !== MANIFEST &&
          ![oldFiles.get(path), nextFiles.get(path)].includes(hash),
      );
      const lost = [...oldFiles.keys()].filter((path) => nextFiles.has(path) && !files.has(path));
      expect({ torn, lost }, when).toEqual({ torn: [], lost: [] });
    },
  };
}

type Four = [string, string, string, string];
