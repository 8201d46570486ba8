import type { Filter } from '../../core/search/filters.ts';
import { piecesOf, withHits, withoutHeading, type Piece } from './excerpt.ts';
import type { Fragment, Pagefind, PagefindModule } from './pagefind.ts';

export type Query = Readonly<{ text: string; filters: Readonly<Partial<Record<Filter, string>>> }>;

export type Result = Readonly<{
  /** With base, and with the heading that answers best. */
  url: string;
  title: readonly Piece[];
  /** Empty when the top of the page answers best. */
  heading: readonly Piece[];
  kind: string;
  services: readonly string[];
  mode: string | undefined;
  date: string | undefined;
  excerpt: readonly Piece[];
}>;

/** Results are fetched when they are to be shown. */
export type Found = Readonly<{ count: number; take: (from: number, to: number) => Promise<Result[]> }>;

export type Search = Readonly<{
  /** Fetches what the first question needs. A failure is told to whoever asks. */
  warm: () => void;
  find: (query: Query) => Promise<Found>;
  /** The values that each filter has in this lab, sorted. */
  values: () => Promise<Readonly<Record<string, readonly string[]>>>;
}>;

/** The search of the site at `base`. Nothing is fetched before the first question, and what failed is tried anew. */
export function openSearch(base: string): Search {
  let opened: Promise<Pagefind> | undefined;
  const pagefind = async <T>(ask: (search: Pagefind) => Promise<T>): Promise<T> => {
    try {
      opened ??= load(base);
      return await ask(await opened);
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
  return {
    warm: () => void pagefind(async () => undefined).catch(() => undefined),
    find: async ({ text, filters }) => {
      const words = wordsOf(text);
      const narrowed = Object.values(filters).some(Boolean);
      if (words === '' && (text.trim() !== '' || !narrowed)) return NOTHING;
      const { results } = await pagefind((search) =>
        search.search(words || null, { filters: { ...filters } }),
      );
      return {
        count: results.length,
        take: (from, to) =>
          Promise.all(results.slice(from, to).map(async ({ data }) => resultOf(await data()))),
      };
    },
    values: async () => {
      const counts = await pagefind((search) => search.filters());
      return Object.fromEntries(Object.entries(counts).map(([key, of]) => [key, Object.keys(of).sort()]));
    },
  };
}

async function load(base: string): Promise<Pagefind> {
  const { createInstance }: PagefindModule = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  // Its worker would cost a script, a start and a copy of every result, to do what takes this thread a few milliseconds.
  return createInstance({ noWorker: true });
}

const NOTHING: Found = { count: 0, take: async () => [] };

const LONGEST = 500;

/** A sign that stands alone, such as the `=` of `code = 14`, is in no index, and nothing would be found with it. */
const wordsOf = (text: string): string =>
  text
    .slice(0, LONGEST)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');

function resultOf({ url, excerpt, filters, meta, sub_results: sections }: Fragment): Result {
  const [best] = sections.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const title = meta.title ?? url;
  const heading = best?.anchor ? best.title : '';
  const pieces = piecesOf(best?.excerpt ?? excerpt);
  return {
    url: best?.url ?? url,
    title: withHits(title, pieces),
    heading: withHits(heading, pieces),
    kind: filters.kind?.[0] ?? '',
    services: filters.service ?? [],
    mode: filters.mode?.[0],
    date: meta.date,
    excerpt: withoutHeading(pieces, heading || title),
  };
}

const scoreOf = ({ weighted_locations: words }: Fragment['sub_results'][number]): number =>
  words.reduce((sum, { balanced_score: score }) => sum + score, 0);
