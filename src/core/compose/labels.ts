import type { LabelFacts, Route, UpdatePolicy, Value } from '../model/compose.ts';
import { labelsOf } from './label-list.ts';
import { traefikRoutes } from './traefik.ts';
import { isTrue } from './tree.ts';
import type { Scalar, Tree } from './tree.ts';
import { valueOf } from './values.ts';

/** What the labels of a service say in the families that are known: addresses, updates, how a dashboard shows it, backups. */
export function labelFactsOf(service: Tree): LabelFacts {
  const labels = labelsOf(service);
  const routes = new Map<string, Route>();
  for (const route of [...traefikRoutes(labels), ...caddyRoutes(labels), ...dashboardRoutes(labels)])
    if (!routes.has(route.url)) routes.set(route.url, route);
  const stopped = labels.get('docker-volume-backup.stop-during-backup');
  return {
    routes: [...routes.values()],
    updates: updatesOf(labels),
    shown: shownOf(labels),
    ...(stopped && { stoppedForBackup: valueOf(stopped) }),
  };
}

type Labels = ReadonlyMap<string, Scalar>;

/** Site addresses of caddy-docker-proxy; snippets and wildcards are no address. */
function* caddyRoutes(labels: Labels): Iterable<Route> {
  for (const [name, label] of labels) {
    if (!/^caddy(?:_\d+)?$/.test(name)) continue;
    const value = valueOf(label);
    for (const address of value.display.split(/[\s,]+/)) {
      if (!/^(?:https?:\/\/)?[\w$]/.test(address) || address.includes('*')) continue;
      yield { url: /^https?:/.test(address) ? address : `https://${address}`, from: 'caddy', value };
    }
  }
}

function* dashboardRoutes(labels: Labels): Iterable<Route> {
  for (const [name, from] of [
    ['homepage.href', 'homepage'],
    ['glance.url', 'glance'],
  ] as const) {
    const label = labels.get(name);
    if (label && label.text !== '') yield { url: valueOf(label).display, from, value: valueOf(label) };
  }
}

function shownOf(labels: Labels): Readonly<Record<string, Value>> {
  const shown = ['name', 'group', 'description', 'icon'].flatMap((key) => {
    const label = labels.get(`homepage.${key}`) ?? labels.get(`glance.${key}`);
    return label ? [[key, valueOf(label)] as const] : [];
  });
  return Object.fromEntries(shown);
}

function updatesOf(labels: Labels): readonly UpdatePolicy[] {
  return TOOLS.flatMap(({ tool, enable, monitor }) => {
    const [enabled, monitored] = [labels.get(enable), labels.get(monitor)];
    const said = enabled ?? monitored;
    if (!said) return [];
    const policy = { tool, enabled: !enabled || isTrue(enabled), monitorOnly: isTrue(monitored) };
    return [{ ...policy, value: valueOf(said) }];
  });
}

/** WUD and Diun only tell of updates. */
const TOOLS = [
  {
    tool: 'watchtower',
    enable: 'com.centurylinklabs.watchtower.enable',
    monitor: 'com.centurylinklabs.watchtower.monitor-only',
  },
  { tool: 'wud', enable: 'wud.watch', monitor: '' },
  { tool: 'diun', enable: 'diun.enable', monitor: '' },
] as const;
