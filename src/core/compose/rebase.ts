import { rewrite, rulesOf } from './rewrite.ts';
import type { Rules } from './rewrite.ts';
import { cleanPath } from './short-mount.ts';
import { scalarAt } from './tree.ts';
import type { Scalar, Tree } from './tree.ts';

/** The model of a file in another folder, with its relative paths as they read from here; `folder` is the way there. */
export function rebase(model: Tree, folder: string): Tree {
  return folder === '' || folder === '.' ? model : rewrite(model, rulesFor(folder));
}

function rulesFor(folder: string): Rules {
  const moved = (scalar: Scalar): Scalar => {
    const { text } = scalar;
    if (text === '' || isAnchored(text)) return scalar;
    return { ...scalar, raw: scalar.raw ?? text, text: cleanPath(`${folder}/${text}`) };
  };
  const path = (tree: Tree): Tree => (tree.kind === 'scalar' && tree.type !== 'null' ? moved(tree) : tree);
  const context = (tree: Tree): Tree =>
    tree.kind === 'scalar' && (tree.text.includes('://') || REMOTE.test(tree.text)) ? tree : path(tree);
  return rulesOf({
    'configs.*.file': path,
    'secrets.*.file': path,
    'services.*.build.additional_contexts.*': context,
    'services.*.build.context': context,
    'services.*.env_file.[].path': path,
    'services.*.extends.file': context,
    'services.*.label_file.[]': path,
    'services.*.volumes.[]': (tree) =>
      scalarAt(tree, 'type')?.text === 'bind' ? movedIn(tree, 'source', path) : tree,
    'volumes.*': (tree) => (scalarAt(tree, 'driver')?.text === 'local' ? movedDevice(tree, path) : tree),
  });
}

/** A path that means the same from everywhere, or that begins with a variable and may be one. */
function isAnchored(path: string): boolean {
  return /^(?:[/~$]|[A-Za-z]:|\\\\)/.test(path);
}

const REMOTE = /^(?:service:|github\.com\/|git@)/;

function movedIn(tree: Tree, key: string, path: (tree: Tree) => Tree): Tree {
  const entry = tree.kind === 'mapping' ? tree.entries.get(key) : undefined;
  if (tree.kind !== 'mapping' || !entry) return tree;
  return { ...tree, entries: new Map(tree.entries).set(key, { ...entry, value: path(entry.value) }) };
}

/** A volume whose driver binds a folder. */
function movedDevice(tree: Tree, path: (tree: Tree) => Tree): Tree {
  const options = tree.kind === 'mapping' ? tree.entries.get('driver_opts') : undefined;
  if (tree.kind !== 'mapping' || !options || scalarAt(options.value, 'o')?.text !== 'bind') return tree;
  const moved = movedIn(options.value, 'device', path);
  return { ...tree, entries: new Map(tree.entries).set('driver_opts', { ...options, value: moved }) };
}
