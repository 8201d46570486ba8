import { Lexer, LineCounter } from 'yaml';
import { prepare } from '../compose/prepare.ts';
import { LONGEST, parseDocuments } from '../compose/yaml.ts';
import { maskCredentialsWith } from './credentials.ts';
import { trackRegions } from './line-regions.ts';
import { masked, replaceSpans } from './mask.ts';
import { redactComments, redactLines } from './redact-lines.ts';
import { maskRepeats, removedParts } from './repeats.ts';
import { redactTree } from './redact-tree.ts';
import type { Replacement } from './redact-tree.ts';
import { redactValue } from './redact-value.ts';

/**
 * The source of a compose file with every secret masked. Lines and structure stay. Values of the environment, of build
 * arguments, secrets, configs and unknown keys are never shown; what may be shown has passed the value redactor.
 */
export function redactComposeText(text: string): string {
  return maskCredentialsWith(
    replacedByTree(text) ?? redactLines(text.split('\n'), 'file').join('\n'),
    masked,
  );
}

/** Nothing when the text cannot be parsed as one whole. */
function replacedByTree(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const { text: readable, problems } = prepare(text);
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  const documents = parseDocuments(readable, new LineCounter());
  if (documents === undefined || documents.some(({ errors }) => errors.length > 0)) return undefined;
  const trees = documents.map((document) => redactTree(document, text));
  if (trees.includes(undefined)) return undefined;
  const values = trees.flatMap((tree) => tree ?? []);
  const secrets = values.flatMap(({ start, end, shown }) => removedParts(text.slice(start, end), shown));
  const around = [...comments(readable, text), ...statements(readable, text)];
  const maskKnown = maskRepeats(secrets);
  const remarks = around.map(({ start, end, shown }) => ({ start, end, shown: maskKnown(shown) }));
  return replaceSpans(text, [...values, ...remarks], (_, { shown }) => shown);
}

type Comment = Readonly<{ start: number; end: number; line: number; isInSecrets: boolean; isAlone: boolean }>;

function comments(readable: string, source: string): readonly Replacement[] {
  const groups: Comment[][] = [];
  for (const comment of findComments(readable)) {
    const last = groups.at(-1)?.at(-1);
    const follows =
      last?.isAlone &&
      comment.isAlone &&
      last.line + 1 === comment.line &&
      last.isInSecrets === comment.isInSecrets;
    if (follows) groups.at(-1)?.push(comment);
    else groups.push([comment]);
  }
  return groups.flatMap((group) => {
    const texts = group.map(({ start, end }) => source.slice(start + 1, end));
    const shown = redactComments({ texts, isInSecrets: group[0]?.isInSecrets === true });
    return group.map(({ start, end }, index) => ({ start: start + 1, end, shown: shown[index] ?? '' }));
  });
}

/** Comments in order, and whether each stands among values that are masked: the indentation of the lines above says so. */
function* findComments(readable: string): Generator<Comment> {
  const regions = trackRegions('open');
  const starts = commentStarts(readable);
  let [offset, next, number] = [0, 0, 0];
  for (const line of readable.split('\n')) {
    number += 1;
    const key = /^([ \t]*(?:- +)*)["']?([\w.$/-]{1,200})["']?[ \t]*:(?:\s|$)/.exec(line);
    const region = key ? regions.enter(key[1]?.length ?? 0, key[2] ?? '') : undefined;
    for (; next < starts.length && (starts[next] ?? 0) < offset + line.length; next += 1) {
      const start = starts[next] ?? 0;
      const isAlone = line.slice(0, start - offset).trim() === '';
      const around = region ?? regions.at(start - offset + (isAlone ? 0 : 1));
      yield {
        start,
        end: offset + line.trimEnd().length,
        line: number,
        isInSecrets: around === 'secret',
        isAlone,
      };
    }
    offset += line.length + 1;
  }
}

function commentStarts(readable: string): readonly number[] {
  const starts: number[] = [];
  let [offset, before] = [0, ''];
  for (const token of new Lexer().lex(readable)) {
    if (token.startsWith('#') && before !== SCALAR) starts.push(offset);
    if (!CONTROL.has(token)) offset += token.length;
    before = token;
  }
  return starts;
}

/** Tokens of the lexer that stand for no text: a scalar follows, a document begins, a flow collection ends by error. */
const SCALAR = '\u001f';
const CONTROL = new Set([SCALAR, '\u0002', '\u0018']);

/** Lines of a template language that were taken out before parsing. */
function statements(readable: string, source: string): readonly Replacement[] {
  if (readable === source) return [];
  let offset = 0;
  const sources = source.split('\n');
  return readable.split('\n').flatMap((line, index) => {
    const written = sources[index] ?? '';
    const start = offset;
    offset += line.length + 1;
    const isTakenOut = line.trim() === '' && written.trim() !== '';
    return isTakenOut ? [{ start, end: start + written.length, shown: redactValue(written) }] : [];
  });
}
