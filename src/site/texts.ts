import type { Action } from '../core/model/parsed.ts';
import type { Kind } from '../core/model/lab.ts';

export const modeTexts = { production: 'Production', sandbox: 'Sandbox' } as const;

/** Every word of the interface. */
export const texts = {
  skip: 'Skip to the content',
  home: 'Home',
  search: 'Search',
  contents: 'On this page',
  about: 'About this page',
  lastChange: 'Last changed',
  source: 'Source',
  forge: 'On the forge',
  edit: 'Edit',
  ...modeTexts,
  private: 'Private: on this site only, in no copy and no search.',
  privatePage: 'Private page',
  openIncident: 'Open incident',
  openIncidents: 'Open incidents',
  whatIsBroken: 'What is broken?',
  recentIncidents: 'Recent incidents',
  productionServices: 'Production services',
  inThisLab: 'In this lab',
  fix: 'Fix',
  risk: (risk: string) => `Risk: ${risk}`,
  findings: 'Findings',
  noFindings: 'Nothing is wrong with this lab.',
  services: 'Services',
  whereYouAre: 'Where you are',
  menu: 'Menu',
  jumpTo: 'Jump to',
  undated: 'Without a date',
  singleServices: 'Services on their own',
  previous: 'Before',
  next: 'After',
  neighbours: 'Pages before and after this one',
  keyboard: 'Keyboard',
  tags: 'Tags',
  tag: 'Tag',
  tagged: (name: string) => `Tagged ${name}`,
  usedOnce: (count: number) => `${count} used once`,
  tagsOf: (names: readonly string[]) => `Tags: ${names.slice(0, 20).join(', ')}`.slice(0, 180),
  alerts: 'Alerts',
  alert: 'Alert',
  alertsOf: (names: readonly string[]) =>
    `What to do when an alert fires: ${names.slice(0, 20).join(', ')}`.slice(0, 180),
  alertOf: (name: string) => `What to do when ${name} fires.`,
  alertsHelp: 'Give an alert the address of its page as its runbook, and whoever it wakes lands there.',
  beginHere: 'Begin here',
  pastFailures: 'Past failures',
  actions: 'Actions',
  actionsLeft: 'What incidents and drills left to do:',
  actionsOf: (counts: Readonly<Record<Action['state'], number>>) =>
    [
      `${counts.open} open`,
      ...(counts.unstated > 0 ? [`${counts.unstated} state not stated`] : []),
      ...(counts.done > 0 ? [`${counts.done} done`] : []),
    ].join(', '),
  nothingOpen: 'Nothing is left to do.',
  unstated: 'state not stated',
  unstatedActions: (count: number) => `State not stated: ${count}`,
  doneActions: (count: number) => `${count} done`,
  settledActions: (count: number) => `${count} done, with nothing left of their pages`,
  due: 'due',
  /** A few names of many. */
  some: (names: readonly string[]) =>
    names.length > 4 ? `${names.slice(0, 3).join(', ')} + ${names.length - 3}` : names.join(', '),
  drills: 'Drills',
  drillsDue: 'Drills due',
  failed: 'failed',
  moreSymptoms: (count: number) => (count === 1 ? 'One more symptom' : `${count} more symptoms`),
  all: (count: number, what: string) => `All ${count} ${what.toLowerCase()}`,
  firstLook: 'First look',
  inFolder: 'In this folder',
  unknown: 'not known: nothing in the lab sets the variable',
  notFound: 'There is no such page',
  notFoundHelp: 'The page may have moved, or the address has a slip in it. Start from one of these lists:',
  several: 'Several services have this name',
  openActions: 'Open actions',
  countedFindings: (count: number) => (count === 1 ? 'One finding' : `${count} findings`),
  readOn: (title: string) => `Read on: ${title}`,
  moreFindings: (count: number) => `${count} more. \`blackstart check\` prints all of them.`,
  moreItems: (count: number) => `${count} more`,
  andOthers: (how: string, count: number) => `${how} ${count} others`,
  listOf: (what: string, rows: readonly Readonly<{ title: string }>[]) =>
    rows.length === 0
      ? what
      : `${what}: ${rows
          .slice(0, 5)
          .map(({ title }) => title)
          .join(', ')
          .slice(0, 180)}${rows.length > 5 ? ', …' : ''}`,
  pageOf: (kind: string, name: string) => `${kind} ${name}`,
  sourceOf: (path: string, site: string) =>
    path === '' ? `The files that ${site} is made from.` : `${path}: part of what ${site} is made from.`,
  searchOf: (site: string) => `Search ${site}: an error, a service, a word.`,
  findingsOf: (count: number, site: string) =>
    count === 0 ? `Nothing is wrong with ${site}.` : `What is wrong with ${site}: ${count}.`,
  folder: 'Folder',
  aboutService: 'About this service',
  line: (line: number) => `line ${line}`,
  itsLine: (line: number) => `its line ${line}`,
  answers: { true: 'yes', false: 'no' } as Readonly<Record<string, string>>,
  hiddenSource: 'This file is not shown: it may hold secrets, or it is no text.',
  mdxProblem: 'The code of this page does not run, so it is shown as text:',
  emptyLab:
    'This lab has no pages yet. Begin with the service that everything hangs on: write down how you bring it back.',
  nextSteps: 'Next steps',
} as const;

/** Of the page that `dev` shows to whoever works on the looks. */
export const designTexts = {
  title: 'Design language',
  what: 'Design',
  colours: 'Colours',
  type: 'Sizes of text',
  sizes: 'Spaces and lines',
  badges: 'Badges and icons',
  facts: 'Facts',
  rows: 'Rows',
} as const;

/** What a block of code is for. */
export const codeTexts = {
  check: 'Check: changes nothing',
  change: 'Change',
  expect: 'Expected output',
} as const;

/** Apart from the other texts, because scripts in the page bring them along. */
export const copyTexts = { copy: 'Copy', done: 'Copied' } as const;

/** What a lab that does not have a kind yet does next, and the command for it. */
export const nextStepTexts: Readonly<Partial<Record<Kind, Readonly<{ text: string; command: string }>>>> = {
  service: {
    text: 'Services come from the compose files in the repository, wherever they lie. What runs without one gets a page by hand:',
    command: 'blackstart new service Router',
  },
  runbook: {
    text: 'Write down how you bring back what everything hangs on, while it works:',
    command: 'blackstart new runbook "DNS is down"',
  },
  postmortem: {
    text: 'After the next failure, keep what you learnt, so that it is found the next time:',
    command: 'blackstart new postmortem "What failed"',
  },
};

/** What narrows a list. Apart from the other texts, because scripts in the page bring them along. */
export const narrowTexts = {
  label: 'Narrow the list',
  words: 'Words',
  any: 'any',
  apply: 'Show',
  shown: (count: number, all: number) => `${count} of ${all} shown`,
  nothing: 'Nothing here fits all of that.',
  everything: 'Show everything',
} as const;

export const overdue = 'overdue';

export const keyTexts = {
  title: 'Keys',
  close: 'Close',
  on: 'Single keys do this',
  keys: [
    ['/', 'search'],
    ['j  k', 'next and previous row of a list'],
    ['[  ]', 'page before and after this one'],
    ['g h', 'home'],
    ['g s', 'services'],
    ['g r', 'runbooks'],
    ['g p', 'postmortems'],
    ['?', 'this list'],
  ],
} as const;

/** Apart from the other texts, because scripts in the page bring them along. */
export const searchTexts = {
  label: 'Search this lab',
  placeholder: 'Symptom, error, service …',
  results: 'Results',
  searching: 'Searching …',
  count: (count: number) => (count === 1 ? 'One result' : `${count} results`),
  everything: (count: number) => `Show all ${count} results`,
  more: 'Show more',
  nothing: 'Nothing was found.',
  nothingHelp: 'Take fewer or other words, or take away a filter. Everything stands in these lists, too.',
  broken:
    'Search could not be loaded: the site is out of reach, or it is just being replaced. Load this page again. What is in the lab also stands in its lists.',
  noScript: 'Search needs JavaScript, which does not run here. Everything stands in these lists, too.',
  narrow: 'Narrow the results',
  any: 'any',
  filters: { kind: 'Kind', service: 'Service', mode: 'Mode', severity: 'Severity', year: 'Year' },
} as const;

export const kindTexts: Readonly<Record<Kind | 'project', Readonly<{ one: string; many: string }>>> = {
  service: { one: 'Service', many: 'Services' },
  runbook: { one: 'Runbook', many: 'Runbooks' },
  postmortem: { one: 'Postmortem', many: 'Postmortems' },
  drill: { one: 'Drill', many: 'Drills' },
  goal: { one: 'Learning goal', many: 'Learning goals' },
  host: { one: 'Host', many: 'Hosts' },
  note: { one: 'Note', many: 'Notes' },
  project: { one: 'Project', many: 'Projects' },
};
