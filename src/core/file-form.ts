/** What a file can be, judged by its name alone; undefined when its text says no more than its name. */
export function formOf(path: string): 'page' | 'yaml' | undefined {
  if (/\.(?:md|mdx|markdown|mkd|md\.erb)$/i.test(path)) return 'page';
  return /\.ya?ml$/i.test(path) ? 'yaml' : undefined;
}
