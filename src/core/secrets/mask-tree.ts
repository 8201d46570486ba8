import { isNull, word } from '../compose/tree.ts';
import type { Entry, Mapping, Scalar, Sequence, Tree } from '../compose/tree.ts';
import { childPolicy } from './compose-policy.ts';
import type { Policy } from './compose-policy.ts';
import { MASK } from './mask.ts';
import { maskMountOptions } from './redact-scalar.ts';
import { redactValue, redactWords } from './redact-value.ts';
import { isSafeLabel } from './safe-labels.ts';

/**
 * A compose document in which no secret is left, before anything else looks at it: environment has names only, and what
 * may be shown has passed the value redactor. Extensions but our own are gone; their content stands where it is used.
 */
export function maskTree(document: Tree): Tree {
  return document.kind === 'mapping' ? maskMapping(document, 'root') : document;
}

function maskAny(tree: Tree, policy: Policy): Tree {
  if (tree.kind === 'scalar') return isNull(tree) ? tree : { ...maskScalar(tree, policy), ...tagOf(tree) };
  if (policy === 'mask') return { ...word(MASK, tree), ...tagOf(tree) };
  return tree.kind === 'mapping' ? maskMapping(tree, policy) : maskItems(tree, policy);
}

const tagOf = ({ tag }: Tree): Pick<Tree, 'tag'> => (tag === undefined ? {} : { tag });

function maskMapping(mapping: Mapping, policy: Policy): Mapping {
  const entries = new Map<string, Entry>();
  for (const [key, entry] of mapping.entries) {
    const inner = childPolicy(policy, key);
    if (inner === 'extension') continue;
    const name = NAMES_ONLY.has(policy) ? nameIn(key) : redactValue(key);
    if (name !== '') entries.set(name, { ...entry, value: maskAny(entry.value, inner) });
  }
  return { ...mapping, entries };
}

/** Keys there may be part of a value that was written in the wrong place. */
const NAMES_ONLY: ReadonlySet<Policy> = new Set(['environment', 'labels', 'mask']);

function maskItems(list: Sequence, policy: Policy): Sequence {
  const words = policy === 'command' ? redactWords(list.items.map(textOf)) : undefined;
  const items = list.items.flatMap((item, index): readonly Tree[] => {
    if (words && item.kind === 'scalar' && !isNull(item)) return [withText(item, words[index] ?? MASK)];
    const masked = maskAny(item, words && item.kind !== 'scalar' ? 'mask' : policy);
    return masked.kind === 'scalar' && masked.text === '' && policy === 'environment' ? [] : [masked];
  });
  return { ...list, items };
}

const textOf = (tree: Tree): string => (tree.kind === 'scalar' ? tree.text : '');

function maskScalar(scalar: Scalar, policy: Policy): Scalar {
  switch (policy) {
    case 'text':
    case 'command':
    case 'names':
    case 'build':
    case 'services':
    case 'files':
    case 'resources':
      return withText(scalar, redactValue(scalar.text));
    case 'environment':
      return withText(scalar, maskAssigned(scalar.text));
    case 'labels':
      return withText(scalar, maskLabel(scalar.text));
    case 'mount options':
      return withText(scalar, maskMountOptions({ source: scalar.text, value: scalar.text, form: 'plain' }));
    default:
      return withText(scalar, MASK);
  }
}

function withText(scalar: Scalar, text: string): Scalar {
  return text === scalar.text ? scalar : { ...scalar, text, type: 'string' };
}

function maskAssigned(text: string): string {
  const name = nameIn(text);
  return name === '' || name === text.trim() ? name : `${name}=${MASK}`;
}

function maskLabel(text: string): string {
  const equals = text.indexOf('=');
  const name = nameIn(text);
  if (name === '' || equals === -1) return name;
  return `${name}=${isSafeLabel(name) ? redactValue(text.slice(equals + 1)) : MASK}`;
}

/** What stands before the first `=`, or `: ` by mistake; a text that cannot be a name may be part of a value. */
function nameIn(text: string): string {
  const [name = ''] = text.split(/=|:\s/, 1);
  return /^[\w./@${}[\]:-]{1,200}$/.test(name.trim()) ? redactValue(name.trim()) : '';
}
