import type { ErrorCode, YAMLError } from 'yaml';
import { TOO_LARGE } from './reading.ts';

type Words = Readonly<{ what: string; hint: string }>;

/** Says a YAML error in words of our own: those of the parser may quote the text, which may be a secret. */
export function yamlProblem({ code, message }: YAMLError): Words {
  if (code === 'BAD_INDENT' && message.startsWith('Flow ')) return OPEN_BRACKET;
  return WORDS[code] ?? ANYTHING;
}

const QUOTE = 'Put the value in quotes, as in `title: "Restore: the long way"`.';

export const BAD_ALIAS: Words = {
  what: 'a value begins with `*` or `&`, which refers to another value in YAML',
  hint: QUOTE,
};

const OPEN_BRACKET: Words = {
  what: 'a bracket that was opened is never closed',
  hint: 'Close the list or map on the line where it begins, as in `services: [dns/pihole]`.',
};

const ANYTHING: Words = {
  what: 'it is not valid YAML',
  hint: 'Write one `key: value` on each line, with values that hold special characters in quotes.',
};

const WORDS: Readonly<Partial<Record<ErrorCode, Words>>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'a value holds a colon and a blank, which YAML takes for another `key: value`',
    hint: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    what: 'a line is neither `key: value` nor the continuation of one',
    hint: 'Write a colon and a blank after the key, or indent the line below the key it belongs to.',
  },
  MISSING_CHAR: {
    what: 'a quote, a bracket, a comma, or the colon after a key is missing',
    hint: 'Close what was opened on this line or above it, and write a colon and a blank after each key.',
  },
  BAD_INDENT: {
    what: 'a line is indented differently from its neighbours',
    hint: 'Begin keys that belong together in the same column, and indent what belongs to a key by two blanks.',
  },
  TAB_AS_INDENT: {
    what: 'a line is indented with a tab, which YAML does not allow',
    hint: 'Indent with blanks.',
  },
  BAD_SCALAR_START: {
    what: 'a value begins with a character that means something to YAML, such as `@`, `%` or a backtick',
    hint: QUOTE,
  },
  BAD_ALIAS,
  BAD_DQ_ESCAPE: {
    what: 'a backslash in double quotes begins an escape that YAML does not know',
    hint: "Put the value in single quotes, as in `signatures: ['C:\\data']`.",
  },
  UNEXPECTED_TOKEN: {
    what: 'something follows a value that is already complete, or a bracket is open',
    hint: QUOTE,
  },
  BLOCK_IN_FLOW: OPEN_BRACKET,
  RESOURCE_EXHAUSTION: TOO_LARGE,
  MULTIPLE_DOCS: {
    what: 'a line with three dashes begins a second document',
    hint: 'Keep one document: the facts of the page between two lines of three dashes.',
  },
};
