import type { Kind } from '../model/lab.ts';
import { hashOf } from '../hash.ts';

/** First part of the URL of each kind. */
export const KIND_FOLDER = {
  service: 'services',
  runbook: 'runbooks',
  postmortem: 'postmortems',
  drill: 'drills',
  goal: 'goals',
  host: 'hosts',
  note: 'notes',
} as const satisfies Record<Kind, string>;

/** `/runbooks/dns/down/` from its parts: percent-encoded, safe as a folder on every file system. Empty parts are left out. */
export function urlOf(...parts: readonly string[]): string {
  const segments = parts.flatMap((part) => part.split('/')).filter((segment) => segment !== '');
  return segments.length === 0 ? '/' : `/${segments.map((segment) => encode(segmentOf(segment))).join('/')}/`;
}

/** One part of a path as it stands in a URL, decoded: without what Windows refuses or a URL gives a meaning. */
export function segmentOf(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what is being removed
    .replace(/[\u0000-\u001f\u007f<>:"\\|?*#%[\]{}^`\s]+/gu, '-')
    .replace(/^-+|[-.]+$/g, '');
  const named = plain === '' || RESERVED.test(plain) ? `${plain}-${hashOf(name).slice(0, 6)}` : plain;
  return shorten(named, name);
}

/**
 * Gives every key a URL of its own. Two that want the same (also when only the case differs) both stay: the first
 * (by key, when no other order is given) keeps it, the others get a suffix made from their key, so that it never moves.
 */
export function assignUrls(
  wanted: ReadonlyMap<string, string>,
  order: (a: string, b: string) => number = byKey,
): {
  urls: ReadonlyMap<string, string>;
  clashes: readonly Readonly<{ key: string; with: string; url: string }>[];
} {
  const holders = new Map<string, string>();
  const urls = new Map<string, string>();
  const clashes = [];
  for (const [key, url] of [...wanted].sort(([a], [b]) => order(a, b))) {
    const holder = holders.get(fold(url));
    const own = holder === undefined ? url : `${url.slice(0, -1)}-${hashOf(key).slice(0, 6)}/`;
    if (holder === undefined) holders.set(fold(url), key);
    else clashes.push({ key, with: holder, url });
    urls.set(key, own);
  }
  return { urls, clashes };
}

/** `index.html` is the file that every page is written to. */
const byKey = (a: string, b: string): number => (a < b ? -1 : 1);

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|^\.+$|^index\.html$/i;
const MOST_BYTES = 180;

const fold = (url: string): string => decodeURI(url).toLowerCase();

/** `encodeURI` keeps what is legal in a path; the rest of the marks is gone already. */
const encode = (segment: string): string => encodeURI(segment).replaceAll("'", '%27');

function shorten(segment: string, name: string): string {
  if (byteLength(segment) <= MOST_BYTES) return segment;
  let kept = '';
  for (const character of segment) {
    if (byteLength(kept + character) > MOST_BYTES - 8) break;
    kept += character;
  }
  return `${kept}-${hashOf(name).slice(0, 6)}`;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
