import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Calls `onChange` when another folder stands at `root`, or none: a watch follows the folder and not its name. */
export function watchPlace(root: string, onChange: () => void): Readonly<{ close: () => void }> {
  let known = identity(root);
  const name = basename(root);
  try {
    const watcher = watch(dirname(root), (_type, changed) => {
      const found = changed === name ? identity(root) : known;
      if (found === known) return;
      known = found;
      onChange();
    });
    return watcher.on('error', () => undefined); // there is no such folder any more, and so no lab to come back
  } catch {
    return { close: () => undefined }; // a folder that we may not look into
  }
}

function identity(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch {
    return undefined;
  }
}
