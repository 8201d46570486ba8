import type { Filter } from '../../core/search/filters.ts';

/** The part of Pagefind's module in the site that is used here. Its package has no types for it. */
export type PagefindModule = Readonly<{ createInstance: (options: { noWorker: boolean }) => Pagefind }>;

export type Pagefind = Readonly<{
  search: (
    words: string | null,
    options: { filters: Partial<Record<Filter, string>> },
  ) => Promise<Readonly<{ results: readonly Readonly<{ data: () => Promise<Fragment> }>[] }>>;
  filters: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}>;

/** What Pagefind keeps of one page. */
export type Fragment = Readonly<{
  url: string;
  excerpt: string;
  filters: Readonly<Partial<Record<Filter, readonly string[]>>>;
  meta: Readonly<{ title?: string; date?: string }>;
  sub_results: readonly Readonly<{
    title: string;
    url: string;
    excerpt: string;
    anchor?: Readonly<{ id: string }>;
    weighted_locations: readonly Readonly<{ balanced_score: number }>[];
  }>[];
}>;
