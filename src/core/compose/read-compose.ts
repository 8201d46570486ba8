import type { ComposeFacts } from '../model/compose.ts';
import type { Flaw } from '../model/finding.ts';
import { maskTree } from '../secrets/mask-tree.ts';
import { assemble } from './assemble.ts';
import { factsOf, saysAnything } from './facts.ts';
import { NO_VARIABLES } from './interpolate.ts';
import type { Tree } from './tree.ts';
import { withValues } from './with-values.ts';
import { parseYaml } from './yaml.ts';

/** What a text says about services by itself, and what is wrong with it. */
export type ComposeReading = Readonly<{
  /** None when it says nothing, else one: the parts of a file are one project. */
  documents: readonly ComposeFacts[];
  /** Its parts without secrets, variables as written, to be joined with those of other files. */
  layers: readonly Tree[];
  flaws: readonly Flaw[];
}>;

/** `firstLine` is the line of the file on which the text begins. */
export function readCompose(text: string, { firstLine }: { firstLine: number }): ComposeReading {
  const parsed = parseYaml(text, firstLine);
  const kept = parsed.documents.filter(({ tree }) => saysAnything(tree));
  const [first] = kept;
  if (!first) return { documents: [], layers: [], flaws: sorted(parsed.flaws) };
  const layers = kept.map(({ tree }) => maskTree(tree));
  const flaws: Flaw[] = [...parsed.flaws];
  const valued = layers.map((tree) => withValues(tree, NO_VARIABLES));
  const model = assemble(
    { documents: valued.map((tree) => ({ tree, path: '' })), folder: '' },
    { read: () => undefined, report: ({ place, ...flaw }) => flaws.push({ ...flaw, line: place.line }) },
  );
  const facts = factsOf(model, valued, first.line);
  // What other files have to do with it, only the whole lab knows.
  const own = facts.includes.length > 0 ? parsed.flaws : flaws;
  return { documents: [facts], layers, flaws: sorted(own) };
}

const sorted = (flaws: readonly Flaw[]): readonly Flaw[] => flaws.toSorted((a, b) => a.line - b.line);
