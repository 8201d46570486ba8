import type { Finding } from '../../core/model/finding.ts';
import { readingGit } from '../git.ts';
import type { Listing } from './tree.ts';
import { unreadable } from './tree-findings.ts';

/**
 * The paths below `root` that Git tracks or would track; undefined when `root` is no work tree of Git, when Git
 * refuses to read it, or when the repository around it ignores it: then it is a folder like any other.
 */
export async function listWithGit(root: string): Promise<Listing | undefined> {
  let warnings = '';
  const git = readingGit(root).outputHandler((_command, _stdout, stderr) => {
    stderr.on('data', (chunk: Buffer) => (warnings += chunk.toString()));
  });
  let output: string;
  try {
    output = await git.raw('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  } catch {
    return undefined; // why Git could not is said once, where the history is read
  }
  // A path that ends in `/` is a repository of its own.
  const paths = new Set(output.split('\0').filter((path) => path !== '' && !path.endsWith('/')));
  return paths.size === 0 ? undefined : { paths: [...paths], findings: foldersNotOpened(warnings) };
}

function foldersNotOpened(warnings: string): Finding[] {
  return [...warnings.matchAll(/^warning: could not open directory '(.*?)\/?': (.*)$/gm)].map(
    ([, path = '', reason = '']) => unreadable(path, reason.toLowerCase()),
  );
}
