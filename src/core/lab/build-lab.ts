import { joinFiles } from '../compose/join-files.ts';
import { FOLDER_WORDS } from '../meaning/folder-words.ts';
import type { Finding } from '../model/finding.ts';
import type { History, Id, Kind, Lab, LabConfig, Page } from '../model/lab.ts';
import type { ParsedFile, ParsedPage, PlainFile } from '../model/parsed.ts';
import { folderOf } from '../paths.ts';
import { classify, type Classified } from './classify.ts';
import { defineServices } from './compose-projects.ts';
import { edgesOf } from './edges.ts';
import { labMemory, type LabMemory } from './lab-memory.ts';
import { pageData } from './page-data.ts';
import { hostFinder, pageFinder } from './page-names.ts';
import { linkResolver } from './page-links.ts';
import { labUrls } from './page-urls.ts';
import { pageOf, placed } from './pages.ts';
import { indexPaths } from './path-index.ts';
import { redirectsOf } from './redirects.ts';
import { namedServices } from './mentions.ts';
import { projectEntry, serviceEntry } from './service-entries.ts';
import { KIND_FOLDER, urlOf } from './urls.ts';
import { byPlace } from './with-findings.ts';
import { joinServices, type Join } from './services.ts';
import { withTellingTitles } from './telling-titles.ts';

export type LabInput = Readonly<{
  files: readonly ParsedFile[];
  /** What reading the files found wrong. */
  findings: readonly Finding[];
  history: History;
  /** ISO 8601. */
  asOf: string;
  config: LabConfig;
  /** The code in MDX pages may run. */
  trust: boolean;
  /** Name of the lab's folder: its title when nothing else says one, and the project of a compose file at the root. */
  name: string;
  /** That of earlier builds: a build in less time, and the same lab. */
  memory?: LabMemory;
}>;

/** Everything that the parsed files say together. Never throws on content: what does not fit is a finding. */
export function buildLab({
  files: read,
  findings,
  history,
  asOf,
  config,
  trust,
  name,
  memory = labMemory(),
}: LabInput): Lab {
  const { files, projects: belongings, findings: misfits } = joinFiles(read);
  const parsed = files.filter((file) => file.form === 'page');
  const composeFolders = new Set(
    files.flatMap(({ form, path }) => (form === 'compose' ? [folderOf(path)] : [])),
  );
  const defined = defineServices(files, { labName: name, belongings });
  const context = {
    config,
    folderWords: FOLDER_WORDS,
    composeFolders,
    defined: new Set(defined.map(({ id }) => id)),
  };
  const keepKind = memory.kinds(
    JSON.stringify([config.folderWords, [...composeFolders], [...context.defined]]),
  );
  const classified = new Map(
    parsed.map((page) => [page, keepKind(page, () => classify(page, context))] as const),
  );
  const join = joinServices(defined, classified);
  const addresses = labUrls(classified, join);
  const { urls } = addresses;

  const shown = new Map(
    parsed.map((page) => {
      const id: Id = `page:${page.path}`;
      return [page.path, { id, url: urls.get(id) ?? '/', parsed: page }];
    }),
  );
  const index = indexPaths(files.map(({ path }) => path));
  const links = {
    index,
    pages: (path: string) => shown.get(path),
    prefix: history.prefix,
    lists: listFolders([...classified.values()]),
    find: join.find,
    urlOfService: (id: Id) => urls.get(id),
  };
  const place = {
    dataOf: (page: ParsedPage, kind: Kind) => memory.data(kind)(page, () => pageData(page, kind)),
    linksOf: linkResolver(links, { urls, ...join }, memory.links),
    history,
    urls,
  };
  const made = parsed.map((page) => pageOf(page, classifiedOf(classified, page), place));
  const pages = withTellingTitles(made.map(({ page }) => page)).sort(byPathOf);
  const known = { pages: new Map(pages.map((page) => [page.id, page])), urls };
  const entries = join.services.map((draft) => serviceEntry(draft, known));
  const services = entries.map(({ service }) => service).sort((a, b) => (a.id < b.id ? -1 : 1));
  const named = namedServices(pages, services, memory.names);
  const relations = edgesOf({
    pages,
    services,
    find: join.find,
    findHost: hostFinder(pages),
    findPage: pageFinder(pages, links),
    named,
    describes: join.describes,
    folderSubject: folderSubject(join, composeFolders),
  });
  const redirects = redirectsOf(pages, urls);

  return {
    title: config.title ?? name,
    language: config.language ?? 'en',
    asOf,
    history,
    pages,
    services,
    projects: join.projects.map((draft) => projectEntry(draft, known)),
    files: new Map(files.flatMap((file) => (file.form === 'page' ? [] : [[file.path, plain(file)]]))),
    edges: relations.edges,
    named,
    findings: [
      ...findings,
      ...files.flatMap(({ path, flaws }) => placed(path, flaws)),
      ...misfits,
      ...made.flatMap((one) => one.findings),
      ...entries.flatMap((one) => one.findings),
      ...addresses.findings,
      ...relations.findings,
      ...redirects.findings,
      ...(trust ? [] : parsed.flatMap(untrusted)),
    ]
      .filter(({ rule }) => !config.ignoreRules.includes(rule))
      .map(discreet(pages))
      .sort(byPlace),
    redirects: redirects.redirects,
    trusted: trust,
    config,
  };
}

/** A finding is printed and published, so one of a private page repeats none of its words. */
function discreet(pages: readonly Page[]): (finding: Finding) => Finding {
  const secret = new Set(pages.flatMap((page) => (page.private ? [page.path] : [])));
  return (finding) => {
    if (!secret.has(finding.place.path)) return finding;
    const { rule, severity, place } = finding;
    return {
      rule,
      severity,
      place,
      message: `This line of a private page breaks the rule ${rule}; its words are not repeated here.`,
    };
  };
}

const untrusted = ({ path, mdx }: ParsedPage): Finding[] =>
  mdx
    ? [
        {
          rule: 'mdx-not-trusted',
          severity: 'hint',
          place: { path, line: 1 },
          message:
            'The components of this MDX page are shown as text, because they are code and nobody said that it may run.',
          hint: 'If the lab is your own, build it with `--trust`; a page without components can be a plain `.md` file.',
        },
      ]
    : [];

/** The list of each kind stands for the folders that made its pages what they are. */
const listFolders = (pages: readonly Classified[]): ReadonlyMap<string, string> =>
  new Map(
    pages.flatMap(({ home, urlKind }) =>
      home === undefined ? [] : [[home, urlOf(KIND_FOLDER[urlKind])] as const],
    ),
  );

function classifiedOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error('Every page has been classified.');
  return value;
}

/**
 * The service, or project, whose folder a page lies in: `dns/notes/upgrade.md` is about the main service of `dns/`. Compose
 * YAML inside a page speaks for that page alone.
 */
function folderSubject(
  { subjects, services, describes }: Join,
  composeFolders: ReadonlySet<string>,
): (path: string) => Id | undefined {
  const written = new Set(services.flatMap(({ defined }) => defined?.variants.map(({ path }) => path) ?? []));
  return (path) => {
    if (describes.has(path)) return undefined;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const subject = subjects.get(folder);
      if (subject && (composeFolders.has(folder) || written.has(path))) return subject;
    }
    return undefined;
  };
}

function plain(file: Exclude<ParsedFile, ParsedPage>): PlainFile {
  return file.form === 'file' ? file : { form: 'file', path: file.path, size: 0, text: true, flaws: [] };
}

const byPathOf = (a: Page, b: Page): number => (a.path < b.path ? -1 : 1);
