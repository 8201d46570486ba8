import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../../src/core/model/lab.ts';
import { oneAtATime } from '../../src/io/watch/one-at-a-time.ts';
import type { LabWatch } from '../../src/io/watch/watch-lab.ts';
import { watchLab } from '../../src/io/watch/watch-lab.ts';
import type { Renderer } from '../../src/site/compile.ts';
import { printable, printableLine } from '../printable.ts';
import { tally } from '../reporters/tally.ts';
import { localsOf, siteFiles } from '../site-files.ts';
import type { LiveSearch } from './live-search.ts';
import type { Pictures } from './pictures.ts';
import type { Shown } from './shown-site.ts';
import { shownSite } from './shown-site.ts';
import { tryTemplates } from './try-templates.ts';
import { watchTemplates } from './watch-templates.ts';

export type LiveInput = Readonly<{
  /** Real path of the lab. */
  root: string;
  base: string;
  /** The lab as it was read at `readAt`, a time of `Date.now()`. */
  lab: Lab;
  readAt: number;
  renderer: Renderer;
  /** Reads the lab after these paths have changed. */
  reload: (changed: readonly string[]) => Promise<Lab>;
  /** Makes ready for the first `reload`. */
  rehearse: () => Promise<void>;
  pictures: (lab: Lab) => Promise<Pictures>;
  search: LiveSearch;
  compile: () => Promise<Renderer>;
  /** Folder of the templates, for tests. */
  templates?: string;
  /** Something is shown differently than before. */
  onShow: () => void;
  note: (text: string) => void;
}>;

/** The site of a lab as it is, and a moment later as it has become. What can't be read leaves what was there before. */
export type LiveSite = Readonly<{
  /** Waits a little for a change that has been heard of. */
  at: (path: string) => Promise<Shown>;
  versionOf: (path: string) => Promise<string>;
  watch: () => Promise<void>;
  close: () => Promise<void>;
}>;

export async function liveSite(input: LiveInput): Promise<LiveSite> {
  const { root, base, onShow, note } = input;
  const problems = new Map<'lab' | 'templates', string>();
  let parts = { lab: input.lab, renderer: input.renderer, images: await input.pictures(input.lab) };
  const filesOf = (these: typeof parts) => {
    const all = { ...these, root, base, live: true };
    return siteFiles(all, localsOf(all));
  };
  let files = filesOf(parts);
  let site = shownSite(files, []);
  const show = (news: Partial<typeof parts>) => {
    const next = { ...parts, ...news };
    files = filesOf(next);
    parts = next;
    tell();
  };
  const tell = () => {
    site = shownSite(files, [...problems.values()]);
    onShow();
  };

  let watching: LabWatch | undefined;
  let heard: readonly string[] = [];
  let stale = false;
  const loading = oneAtATime(async () => {
    const start = performance.now();
    const paths = heard;
    heard = [];
    const settle = watching?.begin();
    try {
      const lab = await input.reload(paths);
      const images = await input.pictures(lab);
      problems.delete('lab');
      show({ lab, images });
      note(`${named(paths)}: ${tally(lab.findings)} (${since(start)})`);
      await settle?.(pathsOf(lab));
    } catch (error) {
      fail('lab', `The lab can't be read, so the site shows how it was before: ${reasonIn(error)}`);
    }
    stale = heard.length > 0;
  });
  const compiling = oneAtATime(async () => {
    try {
      const renderer = await input.compile();
      // They may ask for what this process, started before, does not give them.
      await tryTemplates(filesOf({ ...parts, renderer }), files);
      const broken = problems.delete('templates');
      if (broken || renderer.assets !== parts.renderer.assets) show({ renderer });
    } catch (error) {
      fail('templates', `The templates do not work, so the last ones that did are used: ${reasonIn(error)}`);
    }
  });
  const fail = (what: 'lab' | 'templates', problem: string) => {
    note(problem);
    problems.set(what, problem);
    tell();
  };
  const onChange = (paths: readonly string[]) => {
    heard = [...new Set([...heard, ...paths])];
    stale = true;
    loading.request();
  };

  let templates: Awaited<ReturnType<typeof watchTemplates>> | undefined;
  return {
    at: async (path) => {
      if (stale) await Promise.race([loading.settled(), pause(LONGEST_WAIT, undefined, { ref: false })]);
      return (await input.search(parts.lab, path)) ?? site.at(path);
    },
    versionOf: async (path) => {
      const shown = await site.at(path);
      return shown.type === 'page' ? shown.version : shown.type;
    },
    watch: async () => {
      watching = await watchLab(root, { onChange, onNote: note });
      templates = await watchTemplates(compiling.request, input.templates);
      await watching.begin(input.readAt)(pathsOf(input.lab));
      await input.rehearse();
    },
    close: async () => {
      watching?.close();
      templates?.close();
      await Promise.all([loading.settled(), compiling.settled()]);
    },
  };
}

/** A page that comes late is better than one that was true a moment ago, but not much later. */
const LONGEST_WAIT = 1_000;

const pathsOf = ({ files, pages }: Lab): Set<string> =>
  new Set([...files.keys(), ...pages.map(({ path }) => path)]);

/** Without the way that an error took through the code. */
const reasonIn = (error: unknown): string =>
  printable(error instanceof Error ? error.message : String(error)).replace(/\n +at .*/g, '');

const since = (start: number): string => `${Math.round(performance.now() - start)} ms`;

/** `runbooks/dns.md and 2 more` */
function named(paths: readonly string[]): string {
  const [first = 'The lab', ...more] = paths.filter((path) => path !== '');
  const name = printableLine(first);
  return more.length === 0 ? name : `${name} and ${more.length} more`;
}
