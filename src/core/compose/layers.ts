import { canonical } from './canonical.ts';
import { merge } from './merge.ts';
import type { Mapping } from './tree.ts';
import { withoutRepeats } from './unique.ts';
import { untagged } from './untagged.ts';

export const EMPTY: Mapping = { kind: 'mapping', entries: new Map(), line: 1 };

/** A document over the model of those before it, in long forms. Repeats may show before that, and only then. */
export function layered(model: Mapping, document: Mapping): Mapping {
  const merged = untagged(merge(model, document)) ?? EMPTY;
  const whole = withoutRepeats(canonical(withoutRepeats(merged)));
  return whole.kind === 'mapping' ? whole : EMPTY;
}
