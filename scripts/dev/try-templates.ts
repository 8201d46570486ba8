import type { SiteFile } from '../site-files.ts';

/**
 * Throws when templates fail on a page that the ones before could render. `made` are the files of the site with new templates,
 * `before` with those in use. Of each folder and depth one page is tried.
 */
export async function tryTemplates(made: readonly SiteFile[], before: readonly SiteFile[]): Promise<void> {
  const pages = made.filter(({ path }) => path.endsWith('.html'));
  const samples = Map.groupBy(pages, ({ path }) => `${path.split('/').length} ${path.split('/')[0]}`);
  for (const [sample] of samples.values()) {
    const error = sample && (await failureOf(sample));
    const known = before.find(({ path }) => path === sample?.path);
    if (!error || (known && (await failureOf(known)))) continue;
    throw new Error(`${error.message} When more than templates has changed, start \`dev\` again.`);
  }
}

const failureOf = async ({ content }: SiteFile): Promise<Error | undefined> => {
  try {
    await content();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};
