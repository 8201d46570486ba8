import { LineCounter, parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
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
  const documents = parseDocuments(readable, lines).map((document) => {
    const [error] = document.errors;
    if (error && problems.length === 0)
      flaws.push({
        rule: 'compose-yaml',
        severity: 'error',
        line: lineOf(error.pos[0]),
        ...yamlProblem(error.code),
      });
    const start = document.contents?.range?.[0] ?? document.range[0];
    return { tree: toTree(document, { lineOf, expressions, flaws }), line: lineOf(start) };
  });
  // Both branches of a template's condition may hold the same key.
  const isTemplate = problems.some(({ severity }) => severity === 'warning');
  return { documents, flaws: isTemplate ? flaws.filter(({ rule }) => rule !== 'compose-duplicate-key') : flaws };
}

/** Parses with positions and without checks of our own that would cost more than linear time. */
export function parseDocuments(text: string, lines: LineCounter): readonly Document.Parsed[] {
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return 'empty' in documents ? [] : documents;
}

/** Ten times the largest compose file seen; the parser needs a second for this much. */
const LONGEST = 1_000_000;

function tooLong(line: number): Flaw {
  return {
    rule: 'compose-yaml',
    severity: 'warning',
    line,
    message: 'This file is larger than 1 MB, which no compose file needs, so its services are not read.',
    hint: 'Split it, and name the parts under `include:`.',
  };
}
