import type { Route } from '../model/compose.ts';
import { isTrue } from './tree.ts';
import type { Scalar } from './tree.ts';
import { valueOf } from './values.ts';

type Labels = ReadonlyMap<string, Scalar>;

/** The addresses that Traefik's routers of a service answer at, from the hosts and paths of their rules. */
export function* traefikRoutes(labels: Labels): Iterable<Route> {
  const enable = labels.get('traefik.enable');
  if (enable && /^(?:false|no|off|0)$/i.test(enable.text)) return;
  for (const [name, label] of labels) {
    const [, router] = /^traefik\.http\.routers\.([^.]+)\.rule$/i.exec(name) ?? [];
    if (router === undefined) continue;
    const value = valueOf(label);
    for (const address of addressesIn(value.display))
      yield { url: `${schemeOf(router, labels)}://${address}`, from: 'traefik', value };
  }
}

/** What the labels themselves say: a router speaks TLS when it has a setting of it or takes the usual entry point. */
function schemeOf(router: string, labels: Labels): 'http' | 'https' {
  const prefix = `traefik.http.routers.${router}.`;
  const points = labels.get(`${prefix}entrypoints`)?.text ?? labels.get(`${prefix}entryPoints`)?.text ?? '';
  const speaksTls = [...labels].some(
    ([name, value]) => name.startsWith(`${prefix}tls.`) || (name === `${prefix}tls` && isTrue(value)),
  );
  return speaksTls || /secure|https|443/i.test(points) ? 'https' : 'http';
}

/** Hosts of a rule, each with the path that stands beside it: ``Host(`a`) && PathPrefix(`/b`)`` is `a/b`. */
function addressesIn(rule: string): readonly string[] {
  return rule
    .slice(0, LONGEST)
    .split('||')
    .flatMap((alternative) => {
      const hosts = argumentsOf(alternative, /(?<![!\w])Host\s*\(/gi);
      const [path = ''] = argumentsOf(alternative, /(?<![!\w])Path(?:Prefix)?\s*\(/gi);
      return hosts.map((host) => host + (path === '/' ? '' : path));
    });
}

/** No rule that anyone reads is longer. */
const LONGEST = 2_000;

function argumentsOf(text: string, call: RegExp): readonly string[] {
  return [...text.matchAll(call)].flatMap(({ 0: { length }, index }) => {
    const start = index + length;
    const end = text.indexOf(')', start);
    return [...text.slice(start, end === -1 ? undefined : end).matchAll(/[`'"]([^`'"]{1,300})[`'"]/g)].map(
      ([, argument = '']) => argument,
    );
  });
}
