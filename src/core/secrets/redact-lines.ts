import { trackRegions } from './line-regions.ts';
import type { Region, Regions } from './line-regions.ts';
import { MASK } from './mask.ts';
import { maskOddWords } from './odd-words.ts';
import { maskLine } from './redact-scalar.ts';
import { redactValue } from './redact-value.ts';

/** `file`: a compose file that is no valid YAML. The others: what stands behind the `#` of comments. */
export type LinesOf = 'file' | 'comment' | 'comment among secrets';

/** Masks lines by their look alone, for texts that cannot be parsed. What is neither a safe key nor prose is masked. */
export function redactLines(lines: readonly string[], kind: LinesOf): readonly string[] {
  const state: State = {
    kind,
    regions: trackRegions(kind === 'comment among secrets' ? 'secret' : 'open'),
    open: undefined,
  };
  return lines.map((line) => shownLine(line, state));
}

/** Comments that follow one another: their texts behind the `#`. `isInSecrets` when what is around them is masked. */
export type Comments = Readonly<{ texts: readonly string[]; isInSecrets: boolean }>;

/** The texts of comments without secrets: a commented-out part of the file is masked as the part itself would be. */
export function redactComments({ texts, isInSecrets }: Comments): readonly string[] {
  const shown = redactLines(texts, isInSecrets ? 'comment among secrets' : 'comment');
  return isInSecrets ? shown.map(maskOddWords) : shown;
}

type State = {
  readonly kind: LinesOf;
  readonly regions: Regions;
  /** A block or a quoted text that goes on over the next lines. */
  open: Readonly<{ region: Region; ends: (line: string) => boolean; isLast: boolean }> | undefined;
};

const LINE =
  /^([ \t]*(?:- +)*)(?:(["']?)([A-Za-z_$.][\w.$/{}@*[\]-]{0,200})\2[ \t]*(:(?=[ \t\r]|$)|=)[ \t]*)?(.*)$/s;

function shownLine(line: string, state: State): string {
  if (line.trim() === '') return line;
  if (state.open) {
    const { region, ends, isLast } = state.open;
    const isOver = ends(line);
    if (isOver) state.open = undefined;
    if (!isOver || isLast) return region === 'safe' ? redactValue(line) : maskLine(line);
  }
  if (/^\s*#/.test(line) && state.kind === 'file') return shownComment(line, state);
  if (/^(?:---|\.\.\.|<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(line)) return line;
  const [, lead = '', quote = '', key = '', separator = '', value = ''] = LINE.exec(line) ?? [];
  if (separator === ':')
    return shownPair({ line, lead, key, value, head: line.slice(0, line.length - value.length) }, state);
  const region = state.regions.at(lead.includes('-') ? lead.indexOf('-') + 1 : lead.length);
  if (separator === '=')
    return shownAssignment(
      { line, region, head: line.slice(0, line.length - value.length), key, quote },
      state,
    );
  return shownText(line, region, state);
}

function shownComment(line: string, { regions }: State): string {
  const at = line.indexOf('#');
  const [text = ''] = redactComments({
    texts: [line.slice(at + 1)],
    isInSecrets: regions.at(at + 1) === 'secret',
  });
  return line.slice(0, at + 1) + text;
}

type PairLine = Readonly<{ line: string; lead: string; key: string; value: string; head: string }>;

function shownPair({ line, lead, key, value, head }: PairLine, state: State): string {
  const region = state.regions.enter(lead.length, key);
  if (value.trim() === '') return line;
  state.open = continuation(value, lead.length, region);
  if (region === 'safe' && !value.includes('{ ')) return head + redactValue(value);
  if (region === 'open' && state.kind === 'comment' && isProse(key, value)) return redactValue(line);
  if (/^(?:[|>][+-]?\d?[+-]?|[&!]\S{1,100})\s*$/.test(value)) return line;
  return head + MASK + (line.endsWith('\r') ? '\r' : '');
}

/** A block of lines, or a quote that is not closed on its own line. */
function continuation(value: string, column: number, region: Region): State['open'] {
  if (/^(?:[&!]\S{1,100}\s+)?[|>][+-]?\d?[+-]?(?:\s+#.*)?\s*$/.test(value)) {
    return { region, ends: (line) => line.length - line.trimStart().length <= column, isLast: false };
  }
  const quote = /^["']/.exec(value)?.[0];
  if (quote === undefined || value.indexOf(quote, 1) !== -1) return undefined;
  return { region, ends: (line) => line.includes(quote), isLast: true };
}

/** `Note: see below` is a sentence; `FOO: bar` and `foo_bar: two words` are settings. */
function isProse(key: string, value: string): boolean {
  return /[a-z]/.test(key) && !/[_.$/]/.test(key) && value.trim().includes(' ');
}

type Assignment = Readonly<{ line: string; region: Region; head: string; key: string; quote: string }>;

function shownAssignment({ line, region, head, key, quote }: Assignment, { kind }: State): string {
  if (region === 'safe' && kind === 'file') return redactValue(line);
  if (kind === 'comment' && region === 'open' && !/^[\w.]+$/.test(key)) return redactValue(line);
  return head + MASK + quote + (line.endsWith('\r') ? '\r' : '');
}

function shownText(line: string, region: Region, { kind }: State): string {
  return kind !== 'file' || region === 'safe' ? redactValue(line) : maskUnlessStructure(line);
}

/** Brackets, dashes and template statements alone are no values. */
function maskUnlessStructure(line: string): string {
  return /^[\s[\]{}-]*$/.test(line) ? line : maskLine(line);
}
