import type { SimpleGit } from 'simple-git';
import type { Finding } from '../../core/model/finding.ts';
import type { History, LastChange } from '../../core/model/lab.ts';
import { readingGit } from '../git.ts';
import { failureOf } from './git-failure.ts';
import { readOrigin } from './origin.ts';
import { LOG_FORMAT, parseLog, type LoggedChange } from './parse-log.ts';
import { readRepository, type Repository } from './repository.ts';
import { repositoryInSight } from './repository-in-sight.ts';
import { type Changes, keepHistory, storedHistory, type StoredHistory } from './stored-history.ts';

export type ReadHistory = Readonly<{
  history: History;
  /** Time of the commit at HEAD; undefined without one. */
  committedAt?: string;
  findings: readonly Finding[];
}>;

/** A longer way from the stored commit to HEAD is read anew. */
const LONGEST_WAY = 1_000;
const NO_HISTORY: History = { shallow: false, prefix: '', lastChange: new Map() };

/**
 * What Git knows of the lab at `root`: nothing without Git, without a commit, or when Git refuses (then with a finding).
 * What was read is kept in `cache`, so that the next reading costs nothing, not even a start of Git, or only the commits
 * made since.
 */
export async function readHistory(root: string, cache?: string): Promise<ReadHistory> {
  const known = cache === undefined ? undefined : knownHistory(root, cache);
  if (known) return known;
  const git = readingGit(root);
  try {
    const repository = await readRepository(git, root);
    if (!repository) return { history: NO_HISTORY, findings: [] };
    const before = cache === undefined ? undefined : storedHistory(cache, repository);
    const isKnown = before?.settings === repository.settings;
    const [changes, origin] = await Promise.all([
      before?.head === repository.head ? before : readChanges(git, repository, before),
      isKnown ? before.origin : readOrigin(git),
    ]);
    const now = { ...changes, settings: repository.settings, ...(origin !== undefined && { origin }) };
    if (cache !== undefined && !(isKnown && changes === before)) keepHistory(cache, repository, now);
    return { ...asHistory(now, repository), findings: [] };
  } catch (error) {
    return { history: NO_HISTORY, findings: failureOf(error) };
  }
}

/** What was kept, as long as the repository looks as it did when Git told it. */
function knownHistory(root: string, cache: string): ReadHistory | undefined {
  const repository = repositoryInSight(root);
  const stored = repository && storedHistory(cache, repository);
  if (!stored || stored.head !== repository.head || stored.settings !== repository.settings) return undefined;
  return { ...asHistory(stored, repository), findings: [] };
}

async function readChanges(
  git: SimpleGit,
  repository: Repository,
  before: StoredHistory | undefined,
): Promise<Changes> {
  const since = before && (await leadsStraight(git, before.head)) ? before : undefined;
  const [output, seconds] = await Promise.all([
    log(git, since ? `${since.head}..HEAD` : 'HEAD'),
    secondsOfHead(git),
  ]);
  const read = parseLog(output);
  const boundary = new Set(repository.boundary);
  const changes = new Map(since?.changes);
  for (const [path, change] of read) {
    if (change && !boundary.has(change.commit)) changes.set(path, change);
    else changes.delete(path);
  }
  return { head: repository.head, seconds, changes };
}

/**
 * Whether HEAD is reached from `commit` without a merge. Only then is the log of HEAD the log since `commit` followed
 * by the log of `commit`, so that what was stored gives the same answer as reading everything anew.
 */
async function leadsStraight(git: SimpleGit, commit: string): Promise<boolean> {
  const way = await git
    .raw('rev-list', '--parents', `--max-count=${LONGEST_WAY}`, `${commit}..HEAD`)
    .catch(() => ''); // the commit may be gone, after a rewritten history
  const steps = way
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return steps.every(([, parent, ...more], index) => {
    const next = index + 1 < steps.length ? steps[index + 1]?.[0] : commit;
    return more.length === 0 && parent === next;
  });
}

/**
 * Renames are left undivided into removal and addition: the newest change of a renamed file is its renaming either way,
 * and looking for pairs costs the square of what a commit touches. A merge names what differs from all of its parents.
 */
const log = (git: SimpleGit, range: string): Promise<string> =>
  git.raw(
    'log',
    '-z',
    `--format=${LOG_FORMAT}`,
    '--name-status',
    '--no-renames',
    '--diff-merges=combined',
    '--relative',
    '--no-color',
    '--no-decorate',
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
    range,
    '--',
    '.',
  );

const secondsOfHead = async (git: SimpleGit): Promise<number> =>
  Number(await git.raw('log', '-1', '--format=%ct', '--no-show-signature', 'HEAD'));

function asHistory(stored: StoredHistory, { head, prefix, boundary }: Repository) {
  const { origin } = stored;
  const lastChange = new Map<string, LastChange>();
  for (const [path, change] of stored.changes) {
    const at = timeOf(change);
    if (at) lastChange.set(path, { at, commit: change.commit });
  }
  const committedAt = timeOf(stored);
  const history: History = {
    head,
    shallow: boundary.length > 0,
    prefix,
    ...(origin !== undefined && { origin }),
    lastChange,
  };
  return { history, ...(committedAt !== undefined && { committedAt }) };
}

/** In UTC, so that times sort as text. A commit may claim any time; one that no calendar has is unknown. */
function timeOf({ seconds }: Pick<LoggedChange, 'seconds'>): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}
