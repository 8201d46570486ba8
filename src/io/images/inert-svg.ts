import type { NotInert, Problem } from './made-picture.ts';
import { isSilentAttribute, isSilentElement } from './svg-names.ts';
import { isLink, problemOf, problemOfStyle, textOf, UNUSUAL } from './svg-problems.ts';
import type { Attribute, Token } from './svg-tokens.ts';
import { svgTokens } from './svg-tokens.ts';

/** `root` are the attributes of the outermost element. */
export type InertSvg = Readonly<{ text: string; root: readonly Attribute[] }>;

/**
 * The SVG without comments, metadata and what editors leave in it, when all the rest only draws; else why it may do more.
 * The text is written anew from what was understood: nothing else can reach a browser.
 */
export function inertSvg(bytes: Uint8Array): InertSvg | NotInert {
  const source = decode(bytes);
  const judged = source === undefined ? UNUSUAL : judge(source);
  return 'text' in judged ? judged : { ...judged, losesText: source?.includes('<foreignObject') === true };
}

function judge(source: string): InertSvg | Problem {
  const out: string[] = [];
  let root: readonly Attribute[] | undefined;
  let styles = '';
  for (const placed of visibleTokens(source)) {
    if (!placed) return UNUSUAL;
    const { token, parent } = placed;
    const problem = problemOf(token, parent);
    if (problem) return problem;
    if (token.type === 'open') root ??= token.attributes;
    if (parent === 'style' && (token.type === 'text' || token.type === 'cdata'))
      styles += textOf(token) ?? '';
    out.push(written(token));
  }
  // All pieces at once: a comment that stood between them does not keep them apart.
  return problemOfStyle(styles) ?? (root ? { text: out.join(''), root } : UNUSUAL);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // another encoding, in which text may hide from us
  }
}

type Placed = Readonly<{ token: Token; parent: string | undefined }>;

const DEEPEST = 500;

/** The tokens outside of what is silent, each with the element that holds it; `undefined` where elements do not match. */
function* visibleTokens(source: string): Generator<Placed | undefined> {
  const open: string[] = [];
  let silentDepth: number | undefined;
  let roots = 0;
  for (const token of svgTokens(source)) {
    if (!token || open.length > DEEPEST) return yield undefined;
    if (token.type === 'close' && open.pop() !== token.name) return yield undefined;
    if (token.type === 'open' && open.length === 0) roots += 1;
    if (roots > 1) return yield undefined;
    const opens = token.type === 'open' && !token.empty;
    if (silentDepth !== undefined) {
      if (token.type === 'close' && open.length === silentDepth) silentDepth = undefined;
    } else if (token.type === 'open' && isSilentElement(token.name)) {
      if (opens) silentDepth = open.length;
    } else yield { token, parent: open.at(-1) };
    if (opens) open.push(token.name);
  }
  if (open.length > 0) yield undefined;
}

function written(token: Token): string {
  switch (token.type) {
    case 'open':
      return `<${token.name}${token.attributes.map((one) => attribute(token.name, one)).join('')}${token.empty ? '/' : ''}>`;
    case 'close':
      return `</${token.name}>`;
    case 'text':
      return token.text;
    case 'cdata':
      return `<![CDATA[${token.text}]]>`;
    case 'doctype':
      return '';
  }
}

function attribute(element: string, { name, value }: Attribute): string {
  if (isSilentAttribute(element, name) || isLink(element, { name, value })) return '';
  const quote = value.includes('"') ? "'" : '"';
  return ` ${name}=${quote}${value}${quote}`;
}
