import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { plain, TooLarge } from './plain.ts';
import type { Problem, Reading } from './reading.ts';
import { failed, TOO_LARGE } from './reading.ts';
import { BAD_ALIAS, yamlProblem } from './yaml-problem.ts';

/**
 * Reads YAML 1.2 to plain JSON. Dates stay text, and so does every number that JavaScript would write differently
 * (`1.10`, `010`, `0x1F`, a commit like `12e4567`). A duplicate key is a problem, and the last one counts.
 */
export function readYaml(text: string): Reading {
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { ...OPTIONS, lineCounter: counter });
    const [error] = document.errors;
    if (error) {
      const { what, hint } = yamlProblem(error);
      return failed(what, hint, Math.max(1, counter.linePos(error.pos[0]).line));
    }
    keepNumbersAsWritten(document);
    const lost = aliasOfNothing(document);
    if (lost !== undefined) return failed(BAD_ALIAS.what, BAD_ALIAS.hint, counter.linePos(lost).line);
    return {
      value: plain(document.toJS({ maxAliasCount: 20 })),
      lines: Object.fromEntries(keyLines(document.contents, '', counter)),
      inner: innerLines(document, counter),
      problems: duplicates(document, counter),
    };
  } catch (error) {
    // The parser recurses, so deep nesting ends its stack; too many aliases are a ReferenceError.
    if (error instanceof TooLarge || error instanceof RangeError || error instanceof ReferenceError)
      return failed(TOO_LARGE.what, TOO_LARGE.hint, 1);
    throw error;
  }
}

/** The parser compares each key with each other to find duplicates; `duplicates` needs one walk. */
const OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;

function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && node.source !== undefined && String(node.value) !== node.source)
        node.value = node.source;
    },
  });
}

/** Where an alias begins that names no anchor, as in `title: *DNS*`. */
function aliasOfNothing(document: Document): number | undefined {
  const anchors = new Set<string>();
  const aliases: { name: string; at: number }[] = [];
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_, node) {
      aliases.push({ name: node.source, at: node.range?.[0] ?? 0 });
    },
  });
  return aliases.find(({ name }) => !anchors.has(name))?.at;
}

type Lines = readonly (readonly [string, number])[];

function keyLines(node: unknown, above: string, counter: LineCounter): Lines {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range || key.value === '__proto__') return [];
    return [[above + String(key.value), counter.linePos(key.range[0]).line]];
  });
}

function innerLines({ contents }: Document, counter: LineCounter): Record<string, number> {
  if (!isMap(contents)) return {};
  return Object.fromEntries(
    contents.items.flatMap(({ key, value }) =>
      isScalar(key) ? keyLines(value, `${String(key.value)}.`, counter) : [],
    ),
  );
}

const MOST_DUPLICATES = 10;

function duplicates(document: Document, counter: LineCounter): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        if (seen.has(name)) problems.push(duplicate(name, counter.linePos(key.range[0]).line));
        seen.add(name);
      }
      return problems.length < MOST_DUPLICATES ? undefined : visit.BREAK;
    },
  });
  return problems.slice(0, MOST_DUPLICATES);
}

function duplicate(name: string, line: number): Problem {
  return {
    what: `\`${name.slice(0, 40)}\` is written more than once, and only the last one counts`,
    hint: 'Keep one of them. Several values go into a list: `key: [one, two]`.',
    line,
    fatal: false,
  };
}
