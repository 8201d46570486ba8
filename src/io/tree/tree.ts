import { hash } from 'node:crypto';
import type { Finding } from '../../core/model/finding.ts';

/**
 * A file of the lab. `source` is there when core can parse it, `text` when a reader can look at it as text. With a
 * `digest` (of the source, SHA-256) the file is as it was seen before, and its source is read when somebody asks.
 */
export type TreeFile = Readonly<{
  path: string;
  size: number;
  text: boolean;
  source?: string;
  digest?: string;
}>;

/** What a lab consists of on disk. `files` are sorted by path, so that the same lab gives the same order everywhere. */
export type Tree = Readonly<{
  /** Real path of the lab. */
  root: string;
  files: readonly TreeFile[];
  /** Links that stay inside the lab: their path, and the path of the file or folder they stand for. */
  links: ReadonlyMap<string, string>;
  findings: readonly Finding[];
  /** When the newest file was written, in milliseconds; 0 when there is none. */
  newest: number;
}>;

/** What listing found before anything was read: paths to look at, and folders that could not be opened. */
export type Listing = Readonly<{ paths: readonly string[]; findings: readonly Finding[] }>;

export const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

export const digestOf = (source: string): string => hash('sha256', source, 'base64url');
