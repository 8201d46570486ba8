import type { Problem } from './made-picture.ts';
import {
  HTML_NAMESPACE,
  isInertElement,
  isSilentAttribute,
  isTextAttribute,
  SVG_NAMESPACE,
  XLINK_NAMESPACE,
} from './svg-names.ts';
import type { Attribute, Token } from './svg-tokens.ts';

/** Why a piece of an SVG may do more than draw; undefined when it can't. `parent` is the element that holds it. */
export function problemOf(token: Token, parent: string | undefined): Problem | undefined {
  switch (token.type) {
    case 'open':
      return problemOfElement(token, parent);
    case 'close':
      return undefined;
    case 'text':
    case 'cdata':
      return problemOfText(textOf(token), parent);
    case 'doctype':
      return token.text.endsWith('[') ? active('entities of its own (`<!DOCTYPE svg [`)') : undefined;
  }
}

/** What a piece of text says; undefined when it names an entity that XML does not have by itself. */
export const textOf = ({ type, text }: Text): string | undefined => (type === 'cdata' ? text : decoded(text));

type Text = Extract<Token, { type: 'text' | 'cdata' }>;

/** Whether an attribute is a plain link, which a picture has no use for. */
export const isLink = (element: string, { name, value }: Attribute): boolean =>
  element === 'a' && isReference(name) && !decoded(value)?.trim().startsWith('#');

type Element = Extract<Token, { type: 'open' }>;

function problemOfElement({ name, attributes }: Element, parent: string | undefined): Problem | undefined {
  if (!isInertElement(name)) return active(`a \`<${short(name)}>\` element`);
  if (parent === 'style') return UNUSUAL;
  if (parent === undefined && !isRoot(name, attributes)) return UNUSUAL;
  for (const attribute of attributes) {
    const problem = problemOfAttribute(name, attribute);
    if (problem) return problem;
  }
  return undefined;
}

const isRoot = (name: string, attributes: readonly Attribute[]) =>
  name === 'svg' && attributes.some((one) => one.name === 'xmlns' && one.value === SVG_NAMESPACE);

function problemOfAttribute(element: string, { name, value: raw }: Attribute): Problem | undefined {
  if (/^on/i.test(name)) return active(`an \`${short(name)}\` attribute`);
  if (isSilentAttribute(element, name)) return undefined;
  const value = decoded(raw);
  if (value === undefined) return UNUSUAL;
  if (name === 'xmlns') return [SVG_NAMESPACE, HTML_NAMESPACE].includes(value) ? undefined : UNUSUAL;
  if (name === 'xmlns:xlink') return value === XLINK_NAMESPACE ? undefined : UNUSUAL;
  if (isReference(name)) return problemOfReference(element, value);
  if (name === 'attributeName')
    return /^on|href|^(style|class)$/i.test(value) ? active('an animation of what it refers to') : undefined;
  return isTextAttribute(name) ? undefined : problemOfStyle(value);
}

const isReference = (name: string): boolean => name === 'href' || name === 'xlink:href';

function problemOfReference(element: string, value: string): Problem | undefined {
  // eslint-disable-next-line no-control-regex -- browsers skip them, so they may hide a scheme
  const bare = value.replace(/[\u0000-\u0020]+/g, '').toLowerCase();
  if (bare.startsWith('#')) return undefined;
  if (bare.startsWith('data:image/') && element !== 'a')
    return { kind: 'picture', what: 'another picture inside' };
  if (element === 'a' && !/^(javascript|vbscript|data):/.test(bare)) return undefined;
  return active(`a reference to \`${short(value)}\``);
}

function problemOfText(text: string | undefined, parent: string | undefined): Problem | undefined {
  if (text === undefined) return UNUSUAL;
  return parent === undefined && text.trim() !== '' ? UNUSUAL : undefined;
}

/** Why styles may load something. CSS does so by `url()` and a few functions that take text; a backslash can hide any of them. */
export function problemOfStyle(css: string): Problem | undefined {
  const odd =
    /\\|@(?:import|namespace|charset)|image-set|javascript:|expression\s*\(|-moz-binding|(?<![\w-])(?:image|src)\s*\(/i.exec(
      css,
    );
  if (odd) return active(`\`${odd[0]}\` in its styles`);
  for (const [, , target = ''] of css.matchAll(/url\(\s*(['"]?)\s*([^]{0,40})/gi))
    if (!/^(#|data:(font\/|application\/(x-)?font-))/i.test(target))
      return active(`\`url(${short(target.replace(/["')][^]*/, ''))})\` in its styles`);
  return undefined;
}

/** The value behind character references; undefined when there is one of an entity that XML does not have by itself. */
function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i.test(text)) return undefined;
  return text.replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name.toLowerCase()] ?? characterOf(name));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(reference: string): string {
  const code = Number(reference.replace('#', '').replace(/^x/i, '0x'));
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

export const UNUSUAL: Problem = { kind: 'unreadable', what: 'XML that is not well-formed, or unusual' };

const active = (what: string): Problem => ({ kind: 'active', what });

/** Short enough for a sentence, and without the places where an address may hold a credential. */
function short(text: string): string {
  const plain = text
    .replace(/\/\/[^/@]*@/, '//')
    .replace(/\?[^]*/, '?…')
    .replaceAll('`', "'");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
