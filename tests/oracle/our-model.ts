import { assemble } from '../../src/core/compose/assemble.ts';
import type { Variables } from '../../src/core/compose/interpolate.ts';
import type { Mapping, Tree } from '../../src/core/compose/tree.ts';
import { withValues } from '../../src/core/compose/with-values.ts';
import { parseYaml } from '../../src/core/compose/yaml.ts';

/** What to read: the files of a project by path, in the lab that `textOf` knows. */
export type Question = Readonly<{
  textOf: (path: string) => string | undefined;
  folder: string;
  paths: readonly string[];
  /** Without it variables stay as written; with it, one that is not here is empty, as for Compose. */
  environment?: Readonly<Record<string, string>>;
}>;

/** What our reader makes of it, secrets included, in the long forms of the oracle, and what it has against it. */
export function ourModel({ textOf, folder, paths, environment }: Question): {
  model: Mapping;
  problems: readonly string[];
} {
  const problems: string[] = [];
  const read = (path: string): readonly Tree[] | undefined => {
    const text = textOf(path);
    if (text === undefined) return undefined;
    const { documents, flaws } = parseYaml(text, 1);
    problems.push(...flaws.map(({ message }) => message));
    return documents.map(({ tree }) => (environment ? withValues(tree, variables(environment)) : tree));
  };
  const documents = paths.flatMap((path) => (read(path) ?? []).map((tree) => ({ tree, path })));
  const report = ({ message }: { message: string }): void => void problems.push(message);
  return { model: assemble({ documents, folder }, { read, report }), problems };
}

const variables = (environment: Readonly<Record<string, string>>): Variables => ({
  valueOf: (name) => {
    const text = environment[name];
    return text === undefined ? undefined : { text, state: 'known' };
  },
  missing: () => '',
});

/** A tree as JSON: numbers and truth values where YAML has them. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'sequence':
      return tree.items.map(plain);
    case 'mapping':
      return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]));
    case 'scalar':
      if (tree.type === 'null') return null;
      if (tree.type === 'boolean') return /^true$/i.test(tree.text);
      return tree.type === 'number' ? Number(tree.text.replaceAll('_', '')) : tree.text;
  }
}
