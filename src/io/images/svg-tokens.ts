/** A piece of an SVG. Attribute values are as written, without their quotes. */
export type Token =
  | Readonly<{ type: 'open'; name: string; attributes: readonly Attribute[]; empty: boolean }>
  | Readonly<{ type: 'close'; name: string }>
  | Readonly<{ type: 'text' | 'cdata'; text: string }>
  /** Up to its end, or to the `[` of declarations of its own. */
  | Readonly<{ type: 'doctype'; text: string }>;

export type Attribute = Readonly<{ name: string; value: string }>;

/**
 * The pieces of an SVG in order, comments and processing instructions left out; then `undefined` at the first place that
 * does not read as plain XML. Stricter than XML, so that no reader can see more in it than we do.
 */
export function* svgTokens(source: string): Generator<Token | undefined> {
  for (let at = 0; at < source.length;) {
    const end = skip(source, at);
    if (end !== undefined) {
      at = end;
      continue;
    }
    const found = read(source, at);
    yield found?.token;
    if (!found) return;
    at = found.end;
  }
}

type Found = Readonly<{ token: Token; end: number }>;

/** End of the comment or processing instruction at `at`. */
function skip(source: string, at: number): number | undefined {
  const [start, stop] = source.startsWith('<!--', at) ? ['<!--', '-->'] : ['<?', '?>'];
  if (!source.startsWith(start, at)) return undefined;
  const end = source.indexOf(stop, at + start.length);
  return end === -1 ? undefined : end + stop.length;
}

function read(source: string, at: number): Found | undefined {
  if (source[at] !== '<') return text(source, at);
  if (source.startsWith(CDATA, at)) {
    const end = source.indexOf(']]>', at);
    return end === -1
      ? undefined
      : { token: { type: 'cdata', text: source.slice(at + CDATA.length, end) }, end: end + 3 };
  }
  const doctype = match(/<!DOCTYPE\s[^<>[]*[[>]/y, source, at);
  if (doctype) return { token: { type: 'doctype', text: doctype[0] }, end: at + doctype[0].length };
  const close = match(/<\/([A-Za-z_][\w.:-]*)\s*>/y, source, at);
  if (close) return { token: { type: 'close', name: close[1] ?? '' }, end: at + close[0].length };
  return open(source, at);
}

const CDATA = '<![CDATA[';

function text(source: string, at: number): Found {
  const next = source.indexOf('<', at);
  const end = next === -1 ? source.length : next;
  return { token: { type: 'text', text: source.slice(at, end) }, end };
}

function open(source: string, start: number): Found | undefined {
  const tag = match(/<([A-Za-z_][\w.:-]*)/y, source, start);
  if (!tag) return undefined;
  const attributes: Attribute[] = [];
  const names = new Set<string>();
  let at = start + tag[0].length;
  for (;;) {
    const found = match(/\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/y, source, at);
    if (!found) break;
    const name = found[1] ?? '';
    if (names.has(name)) return undefined;
    names.add(name);
    attributes.push({ name, value: found[2] ?? found[3] ?? '' });
    at += found[0].length;
  }
  const end = match(/\s*(\/?)>/y, source, at);
  if (!end) return undefined;
  const token = { type: 'open', name: tag[1] ?? '', attributes, empty: end[1] === '/' } as const;
  return { token, end: at + end[0].length };
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
