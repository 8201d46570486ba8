import type { Membership } from '../model/compose.ts';
import { child, entriesOf, scalarsOf, word } from './tree.ts';
import type { At, Tree } from './tree.ts';
import { displayAt, valueOf, valuesAt } from './values.ts';

/** The networks that a service joins; one that names none joins the project's own, unless it has no network of its own. */
export function membershipsOf(service: Tree, place: At): readonly Membership[] {
  const said = entriesOf(child(service, 'networks'));
  if (said.length > 0) return said.map(([name, entry]) => membership(word(name, entry), entry.value));
  const lone = scalarsOf(child(service, 'networks')).map((name) => membership(name, undefined));
  if (lone.length > 0) return lone;
  if (['network_mode', 'provider'].some((key) => child(service, key))) return [];
  return [{ ...membership(word('default', place), undefined), implied: true }];
}

function membership(name: ReturnType<typeof word>, settings: Tree | undefined): Membership {
  return {
    name: valueOf(name),
    aliases: valuesAt(settings, 'aliases').map(({ display }) => display),
    addresses: ['ipv4_address', 'ipv6_address'].flatMap((key) => displayAt(settings, key) ?? []),
    implied: false,
  };
}
