import { plain, TooLarge } from './plain.ts';
import { readYaml } from './read-yaml.ts';
import type { Reading } from './reading.ts';
import { failed, TOO_LARGE } from './reading.ts';

/** Reads JSON. As in Hexo, the outer braces may be left out. */
export function readJson(text: string): Reading {
  const bare = text.trim();
  if (bare === '') return { value: null, lines: {}, problems: [] };
  const json = /^[{[]/.test(bare) ? text : `{${text}}`;
  try {
    const value = plain(JSON.parse(json));
    // JSON is YAML too, and the parser of YAML knows lines and duplicate keys.
    const { lines, problems } = readYaml(json);
    return { value, lines, problems: problems.filter((problem) => !problem.fatal) };
  } catch (error) {
    if (error instanceof TooLarge || error instanceof RangeError)
      return failed(TOO_LARGE.what, TOO_LARGE.hint, 1);
    if (!(error instanceof SyntaxError)) throw error;
    return failed(
      'it is not valid JSON',
      'Put keys and texts in double quotes, with a comma between entries and none after the last.',
      lineOf(error, json),
    );
  }
}

function lineOf(error: SyntaxError, json: string): number {
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return position ? json.slice(0, Number(position)).split('\n').length : 1;
}
