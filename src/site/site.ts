import type { Forge } from '../core/forge.ts';
import type { Addresses } from '../core/views/fill-slots.ts';

/** What a rendering needs to know besides the lab: where the site lives and how it is reached. */
export type Site = Readonly<{
  /** Begins and ends with `/`. */
  base: string;
  title: string;
  language: string;
  /** The site's own address, without the base, when it is known. */
  url?: string;
  /** Ask search engines to stay away. */
  noindex: boolean;
  forge?: Forge;
  addresses: Addresses;
  /** Served by `dev`: pages show their findings and reload by themselves. */
  live: boolean;
  /** Text of a source file that may be shown, secrets masked; undefined when it may not. */
  source: (path: string) => string | undefined;
}>;
