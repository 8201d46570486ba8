import { parseArgs } from 'node:util';
import { suggest } from '../src/core/suggest.ts';
import type { Options } from './command.ts';
import { WrongUse } from './command.ts';

/**
 * Runs `parse`, a call of `parseArgs` with `options`, and turns what it refuses into a sentence with a suggestion.
 * The call stays with the command, so that its values keep their types.
 */
export function readArguments<T>(args: readonly string[], options: Options, parse: () => T): T {
  refuseUnknown(args, options);
  try {
    return parse();
  } catch (error) {
    if (isParseError(error)) throw new WrongUse(sentence(error.message), { cause: error });
    throw error;
  }
}

/** `value` as one of `choices`. */
export function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  if (found !== undefined) return found;
  const near = suggest(value, choices);
  const instead = near === undefined ? `Write ${anyOf(choices)}.` : `Did you mean \`--${option} ${near}\`?`;
  throw new WrongUse(`\`--${option}\` cannot be \`${value}\`. ${instead}`);
}

/** `text, json or github` */
export function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function refuseUnknown(args: readonly string[], options: Options) {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    const names = Object.keys(options);
    const near = suggest(token.name, names);
    const instead =
      near === undefined
        ? `There are ${names.map((name) => `--${name}`).join(', ')}.`
        : `Did you mean \`--${near}\`?`;
    throw new WrongUse(`There is no option \`${token.rawName}\` here. ${instead}`);
  }
}

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
