import { neutral } from './neutral.ts';

/** One attribute that two models give differently; '' is nothing. */
export type Difference = Readonly<{ attribute: string; at: string; ours: string; theirs: string }>;

export function differences(
  { ours, theirs }: Readonly<{ ours: unknown; theirs: unknown }>,
  mode: 'raw' | 'values',
): readonly Difference[] {
  const [left, right] = [neutral(ours, mode), neutral(theirs, mode)];
  // With values, Compose drops what no service uses.
  const isKept = (at: string): boolean => mode === 'raw' || at.startsWith('services.') || right.has(at);
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter(isKept)
    .sort()
    .flatMap((at) => {
      const [mine = '', other = ''] = [left.get(at), right.get(at)];
      return mine === other ? [] : [{ attribute: attributeIn(at), at, ours: mine, theirs: other }];
    });
}

const attributeIn = (at: string): string =>
  at.startsWith('services.') ? at.slice(at.lastIndexOf('.') + 1) : at.split('.', 1).join();
