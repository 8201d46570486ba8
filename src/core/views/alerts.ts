import { assignUrls, urlOf } from '../lab/urls.ts';
import type { Edge, Id, Page, Service } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { newestFirst, sortedBy, sortKey } from './order.ts';
import { dayOf } from './relations.ts';
import { pageRow, serviceRow, type Row } from './rows.ts';

/** An alert by the name that it fires with. */
export type Alert = Readonly<{ id: Id; name: string; url: string }>;

/** Every alert that a runbook names, by name. Names may be anything; `/alerts/DnsDown/` is that of `DnsDown`. */
export function alertsOf(edges: readonly Edge[], pages: ReadonlyMap<Id, Page>): ReadonlyMap<string, Alert> {
  const ids = new Set(
    edges.flatMap(({ from, to, relation }) =>
      relation === 'alerts' && from.startsWith(PREFIX) && pages.get(to)?.private === false ? [from] : [],
    ),
  );
  const { urls } = assignUrls(new Map([...ids].map((id) => [id, urlOf('alerts', nameOf(id))])));
  const sorted = sortedBy([...ids], (id) => [sortKey(nameOf(id)), id]);
  return new Map(sorted.map((id) => [nameOf(id), { id, name: nameOf(id), url: urls.get(id) ?? '/alerts/' }]));
}

/** The first step of a runbook, with the first command of the same section that changes nothing. */
export type Beginning = Readonly<{ text: string; url: string; command: string | undefined }>;

export type AlertView = Readonly<{
  /** Where there is no doubt which runbook is meant. */
  begin: Beginning | undefined;
  runbooks: readonly Row[];
  services: readonly Row[];
  incidents: readonly Row[];
}>;

/** What to read when an alert fires: its runbooks, what they bring back, and how that failed before. */
export function alertView(index: LabIndex, { id }: Alert): AlertView {
  const runbooks = runbooksOf(index, id);
  const covered = [
    ...new Set(runbooks.flatMap((page) => joined(index.from.get(page.id), 'covers').map(({ to }) => to))),
  ];
  const failures = new Set(
    covered.flatMap((about) => joined(index.to.get(about), 'broke').map(({ from }) => from)),
  );
  const incidents = [...failures].flatMap((from) => index.pages.get(from) ?? []).filter(isShown);
  const services: readonly Service[] = covered.flatMap((about) => index.services.get(about) ?? []);
  return {
    begin: runbooks.length === 1 ? runbooks.map(beginningOf)[0] : undefined,
    runbooks: runbooks.map((page) => pageRow(index, page)),
    services: services.filter(isShown).map((service) => serviceRow(index, service)),
    incidents: sortedBy(incidents, (page) => [newestFirst(dayOf(page)), page.path]).map((page) =>
      pageRow(index, page),
    ),
  };
}

function beginningOf({ url, parsed: { body } }: Page): Beginning | undefined {
  const [step] = body.steps;
  if (!step) return undefined;
  const command = body.code.find(({ role, heading }) => role === 'check' && heading === step.heading);
  return { text: step.text, url: step.heading ? `${url}#${step.heading}` : url, command: command?.text };
}

export type AlertList = readonly Readonly<{ alert: Alert; runbooks: readonly Page[] }>[];

export const alertList = (index: LabIndex): AlertList =>
  [...index.alerts.values()].map((alert) => ({ alert, runbooks: runbooksOf(index, alert.id) }));

const PREFIX = 'alert:';

const nameOf = (id: Id): string => id.slice(PREFIX.length);

const runbooksOf = (index: LabIndex, id: Id): Page[] =>
  joined(index.from.get(id), 'alerts')
    .flatMap(({ to }) => index.pages.get(to) ?? [])
    .filter(isShown);

const joined = (edges: readonly Edge[] | undefined, relation: Edge['relation']): readonly Edge[] =>
  (edges ?? []).filter((edge) => edge.relation === relation);

const isShown = (thing: Readonly<{ private: boolean }>): boolean => !thing.private;
