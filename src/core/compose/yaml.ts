import { Composer, LineCounter, Parser } from 'yaml';
import type { CST, Document, ErrorCode } from 'yaml';
import type { Flaw } from '../model/finding.ts';
import { prepare } from './prepare.ts';
import type { Tree } from './tree.ts';
import { toTree } from './yaml-tree.ts';
import { yamlProblem } from './yaml-problem.ts';

/** One document of a YAML text; `line` is that of its first value. */
export type YamlDocument = Readonly<{ tree: Tree; line: number }>;

/** Reads a YAML text as Compose does, and what can be read of one that Compose refuses. `firstLine` is the line it begins on. */
export function parseYaml(
  text: string,
  firstLine: number,
): { documents: readonly YamlDocument[]; flaws: readonly Flaw[] } {
  if (text.length > LONGEST) return { documents: [], flaws: [tooLong(firstLine)] };
  const { text: readable, expressions, problems } = prepare(text);
  const lines = new LineCounter();
  const lineOf = (offset: number) => firstLine - 1 + lines.linePos(offset).line;
  const flaws: Flaw[] = problems.map(({ line, ...problem }) => ({
    rule: 'compose-yaml',
    line: firstLine - 1 + line,
    ...problem,
  }));
  const parsed = parseDocuments(readable, lines);
  const error = parsed === undefined ? TOO_DEEP : firstError(parsed);
  if (error && problems.length === 0) {
    flaws.push({
      rule: 'compose-yaml',
      severity: 'error',
      line: lineOf(error.pos[0]),
      ...yamlProblem(error.code),
    });
  }
  const documents = (parsed ?? []).map((document) => ({
    tree: toTree(document, { lineOf, expressions, flaws }),
    line: lineOf(document.contents?.range?.[0] ?? document.range[0]),
  }));
  // Both branches of a template's condition may hold the same key.
  const isTemplate = problems.some(({ severity }) => severity === 'warning');
  return {
    documents,
    flaws: isTemplate ? flaws.filter(({ rule }) => rule !== 'compose-duplicate-key') : flaws,
  };
}

/** The longest text that is parsed: seven times the largest compose file seen, and a second's work when it is all wrong. */
export const LONGEST = 500_000;

/**
 * Parses with positions, and without the checks of the parser that cost more than linear time. Undefined when the text is
 * nested deeper than anyone writes: how much of that a parser stands depends on the machine.
 */
export function parseDocuments(text: string, lines: LineCounter): readonly Document.Parsed[] | undefined {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents: Document.Parsed[] = [];
  let strays = 0;
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    if (!ORDERLY.has(token.type)) strays += 1;
    if (strays > MOST_STRAYS) break;
    if (isTooDeep(token)) return undefined;
    documents.push(...composer.next(token));
  }
  return [...documents, ...composer.end(false, text.length)];
}

/** Tokens outside a document are mistakes, and each costs the parser as much as a hundred characters. */
const MOST_STRAYS = 100;
const ORDERLY = new Set([
  'byte-order-mark',
  'comment',
  'directive',
  'document',
  'doc-end',
  'newline',
  'space',
]);

const MOST_LEVELS = 100;

function isTooDeep(token: CST.Token): boolean {
  let level: readonly CST.Token[] = [token];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((part) => part !== undefined && part !== null),
  );
}

type Mistake = Readonly<{ code: ErrorCode; pos: readonly [number, number] }>;

const TOO_DEEP: Mistake = { code: 'RESOURCE_EXHAUSTION', pos: [0, 0] };

function firstError(documents: readonly Document.Parsed[]): Mistake | undefined {
  return documents.find(({ errors }) => errors.length > 0)?.errors[0];
}

function tooLong(line: number): Flaw {
  return {
    rule: 'compose-yaml',
    severity: 'warning',
    line,
    message: 'This file is larger than 500 kB, which no compose file needs, so its services are not read.',
    hint: 'Split it, and name the parts under `include:`.',
  };
}
