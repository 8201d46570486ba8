/** Whether a path has a name that Compose looks for by itself, or the name of an override or variant of one. */
export function isComposeName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^(?:docker-)?compose(?:[._-][\w.-]{1,100})?\.ya?ml$/i.test(name);
}
