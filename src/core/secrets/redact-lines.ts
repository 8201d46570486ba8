import { trackRegions } from './line-regions.ts';
import type { Region, Regions } from './line-regions.ts';
import { MASK } from './mask.ts';
import { maskOddWords } from './odd-words.ts';
import { maskLine } from './redact-scalar.ts';
import { redactValue } from './redact-value.ts';
import { isSecretName } from './secret-name.ts';

/** `file`: a compose file that is no valid YAML. The others: what stands behind the `#` of comments. */
export type LinesOf = 'file' | 'comment' | 'comment among secrets';

/** Masks lines by their look alone, for texts that cannot be parsed. What is neither a safe key nor prose is masked. */
export function redactLines(lines: readonly string[], kind: LinesOf): readonly string[] {
  const state: State = {
    kind,
    regions: trackRegions(kind === 'comment among secrets' ? 'secret' : 'open'),
    open: undefined,
    wantsValue: false,
  };
  return kind === 'file' ? shownFile(lines, state) : lines.map((line) => shownLine(line, state));
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
  /** The line above was an item such as `- --password`. */
  wantsValue: boolean;
};

/** Comments that follow one another are seen together. */
function shownFile(lines: readonly string[], state: State): readonly string[] {
  const shown: string[] = [];
  let comments: string[] = [];
  for (const line of [...lines, '']) {
    if (state.open === undefined && /^[ \t]*#/.test(line)) comments.push(line);
    else {
      for (const comment of shownComments(comments, state)) shown.push(comment);
      shown.push(shownLine(line, state));
      comments = [];
    }
  }
  return shown.slice(0, -1);
}

function shownComments(lines: readonly string[], { regions }: State): readonly string[] {
  const texts = lines.map((line) => line.slice(line.indexOf('#') + 1));
  const isInSecrets = regions.at((lines[0]?.indexOf('#') ?? 0) + 1) === 'secret';
  const shown = redactComments({ texts, isInSecrets });
  return lines.map((line, index) => line.slice(0, line.indexOf('#') + 1) + (shown[index] ?? ''));
}

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

type PairLine = Readonly<{ line: string; lead: string; key: string; value: string; head: string }>;

function shownPair({ line, lead, key, value, head }: PairLine, state: State): string {
  if (state.kind !== 'file' && REMARK.test(key)) return redactValue(line);
  const region = state.regions.enter(lead.length, key);
  if (value.trim() === '') return line;
  state.open = continuation(value, lead.length, region);
  if (region === 'safe' && !/(?<!\$)\{/.test(value)) return head + redactValue(value);
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

const REMARK =
  /^(?:note|todo|fixme|xxx|warning|important|caution|hint|tip|info|see|example|e\.g|ref|docs?)$/i;

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

function shownText(line: string, region: Region, state: State): string {
  const { kind, wantsValue } = state;
  const option = /^[ \t]*- +["']?(--?[\w.-]{1,100})["']?\s*$/.exec(line)?.[1];
  state.wantsValue = option !== undefined && (isSecretName(option) || /^-[aupPw]$/.test(option));
  if (wantsValue && option === undefined) return maskLine(line);
  return kind !== 'file' || region === 'safe' ? redactValue(line) : maskUnlessStructure(line);
}

/** Brackets, dashes and template statements alone are no values. */
function maskUnlessStructure(line: string): string {
  return /^[\s[\]{}-]*$/.test(line) ? line : maskLine(line);
}
