import { redactValue } from '../secrets/redact-value.ts';
import { isSecretName } from '../secrets/secret-name.ts';
import { MASK } from '../secrets/mask.ts';
import { labelsOf } from './label-list.ts';
import { child, entriesOf } from './tree.ts';
import type { Scalar, Tree } from './tree.ts';
import { valueOf } from './values.ts';

/** What a service says to Blackstart: `x-blackstart`, over its `blackstart.*` labels, by key of the service's front matter. */
export function ownOf(service: Tree): Readonly<Record<string, unknown>> {
  const labels = [...labelsOf(service)].flatMap(([name, label]) =>
    name.startsWith(PREFIX) ? [[name, shown(label)] as const] : [],
  );
  const extension = child(service, 'x-blackstart');
  const said = extension?.kind === 'mapping' ? plain(extension, { key: '', depth: 0 }) : {};
  return { ...fromLabels(labels), ...(isRecord(said) ? listed(said) : {}) };
}

const PREFIX = 'blackstart.';

/** Keys whose label is a list with commas. */
const LISTS = new Set(['aliases', 'needs', 'provides', 'services', 'tags']);

type Label = readonly [name: string, text: string];

/** `blackstart.backup.data.method` is the key `method` of `data` of `backup`. */
function fromLabels(labels: readonly Label[]): Readonly<Record<string, unknown>> {
  const root = new Map<string, unknown>();
  for (const [name, text] of labels) {
    const path = name.slice(PREFIX.length).split('.').slice(0, 5);
    const last = path.pop() ?? '';
    let at = root;
    for (const step of path) {
      const next = at.get(step);
      const map = next instanceof Map ? next : new Map<string, unknown>();
      at.set(step, map);
      at = map;
    }
    at.set(last, path.length === 0 && LISTS.has(last) ? commaList(text) : isSecretName(last) ? MASK : text);
  }
  return objectOf(root);
}

function objectOf(map: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...map].map(([key, value]) => [key, value instanceof Map ? objectOf(value) : value]),
  );
}

function listed(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      LISTS.has(key) && typeof value === 'string' ? commaList(value) : value,
    ]),
  );
}

function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Plain JSON values. Ten levels are kept, and nothing under a secret name. */
function plain(tree: Tree, { key, depth }: { key: string; depth: number }): unknown {
  if (tree.kind === 'scalar') return isSecretName(key) && tree.type !== 'null' ? MASK : plainScalar(tree);
  if (depth > 10) return null;
  if (tree.kind === 'sequence') return tree.items.map((item) => plain(item, { key, depth: depth + 1 }));
  return Object.fromEntries(
    entriesOf(tree).map(([name, { value }]) => [
      redactValue(name),
      plain(value, { key: name, depth: depth + 1 }),
    ]),
  );
}

function plainScalar(scalar: Scalar): unknown {
  const { type, text } = scalar;
  if (type === 'null') return null;
  if (type === 'boolean') return text.toLowerCase() === 'true';
  return type === 'number' && Number.isFinite(Number(text)) ? Number(text) : shown(scalar);
}

function shown(scalar: Scalar): string {
  return valueOf(scalar).display;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
