import type { Flaw } from '../model/finding.ts';

/** A text that YAML can read, as long as the original in every line, and what stood in place of the parts taken out. */
export type Prepared = Readonly<{
  text: string;
  /** Template expressions that became placeholders, in order. */
  expressions: readonly Readonly<{ start: number; source: string }>[];
  /** Index and line are those of the original text. */
  problems: readonly Readonly<{ line: number; severity: Flaw['severity']; message: string; hint: string }>[];
}>;

/** Takes out conflict markers, the statements of template languages and the dots of an excerpt, so that the rest can be read. */
export function prepare(source: string): Prepared {
  const text = source.replace(/^\uFEFF/, ' ').replace(DOTS, (dots) => ' '.repeat(dots.length));
  const conflict = /^<{7}(?: |$)/m.test(text) ? resolveConflicts(text) : undefined;
  const template = templateLine(conflict?.text ?? text);
  const expressions = template === undefined ? undefined : replaceExpressions(conflict?.text ?? text);
  return {
    text: expressions?.text ?? conflict?.text ?? text,
    expressions: expressions?.expressions ?? [],
    problems: [...(conflict?.problems ?? []), ...(template === undefined ? [] : [templateProblem(template)])],
  };
}

/** Notes show excerpts of compose files, with a line of dots for what is left out. */
const DOTS = /(?<=^[ \t]*)(?:\.{3,10}|…)(?=[ \t\r]*$)/gm;

/** What stands for a template expression in a prepared text: one mark, then fill up to the length of the expression. */
export const PLACEHOLDER = /\uE000\uE001*/g;

function resolveConflicts(text: string): Pick<Prepared, 'text' | 'problems'> {
  let side: 'both' | 'ours' | 'theirs' = 'both';
  const problems: Prepared['problems'][number][] = [];
  const lines = text.split('\n').map((line, index) => {
    const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r]|$)/.exec(line)?.[0][0];
    const isOpen = side !== 'both';
    if (marker === '<') {
      side = 'ours';
      problems.push(conflictProblem(index + 1));
    } else if (isOpen && (marker === '=' || marker === '|')) side = 'theirs';
    else if (isOpen && marker === '>') side = 'both';
    else if (side !== 'theirs') return line;
    return ' '.repeat(line.length);
  });
  return { text: lines.join('\n'), problems };
}

/** The first line that only a template language can make YAML of. */
function templateLine(text: string): number | undefined {
  const statement = /^[ \t]*(?:- +)*(?:[\w./-]{1,100}: +)?(?:\{\{|\{%|\{#)/m.exec(text);
  const ytt = /^[ \t]*(?:- +)*(?:[\w./-]{1,100}: *)?#@/m.exec(text);
  const first = Math.min(statement?.index ?? Infinity, ytt?.index ?? Infinity);
  return first === Infinity ? undefined : lineAt(text, first);
}

function replaceExpressions(text: string): Pick<Prepared, 'text' | 'expressions'> {
  const expressions: Prepared['expressions'][number][] = [];
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    if (/^[ \t]*(?:\{\{|\{%|\{#)/.test(line) && /(?:\}\}|%\}|#\})\s*$/.test(line) && !line.includes(': ')) {
      return ' '.repeat(line.length);
    }
    return line.replace(
      /\{\{[^}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}|\{#[^#\n]{0,500}#\}/g,
      (part: string, index: number) => {
        expressions.push({ start: start + index, source: part });
        return `\uE000${'\uE001'.repeat(part.length - 1)}`;
      },
    );
  });
  return { text: lines.join('\n'), expressions };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function conflictProblem(line: number): Prepared['problems'][number] {
  return {
    line,
    severity: 'error',
    message:
      'A merge conflict begins here and was never settled, so Compose cannot read the file. What stands above `=======` is used.',
    hint: 'Keep one of the two sides, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
  };
}

function templateProblem(line: number): Prepared['problems'][number] {
  return {
    line,
    severity: 'warning',
    message:
      'This file is a template: another program has to fill it in before Compose can read it. Values that it fills in are unknown here.',
    hint: 'Keep the finished compose file in the repository too, or leave templates out with `exclude:` in `blackstart.yaml`.',
  };
}
