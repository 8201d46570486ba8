import type { ErrorCode } from 'yaml';

/** What a mistake in YAML is and what to write instead, in words that quote nothing of the file: a line may hold a secret. */
export function yamlProblem(code: ErrorCode): { message: string; hint: string } {
  const [what, hint] = WORDS[code] ?? [
    'Something here is not valid YAML',
    'Compare the line with the ones around it.',
  ];
  return { message: `${what}, so Compose cannot read the file. What could be read is shown.`, hint };
}

const INDENT = 'Indent the keys of one mapping by the same number of spaces.';
const QUOTE = 'Put quotes around a value that holds `: `, ` #`, or begins with one of `* & ! % @ { [ |`.';

const WORDS: Readonly<Partial<Record<ErrorCode, readonly [string, string]>>> = {
  ALIAS_PROPS: ['An alias (`*name`) has an anchor or a tag of its own', 'Write the alias alone.'],
  BAD_ALIAS: [
    'An alias (`*name`) has no name, or its name is not set above',
    `Write the anchor (\`&name\`) above it. ${QUOTE}`,
  ],
  BAD_COLLECTION_TYPE: [
    'A tag does not fit the value behind it',
    'Remove the tag, or write the value that it asks for.',
  ],
  BAD_DIRECTIVE: ['A line begins with `%` but is no directive of YAML', 'Remove the line.'],
  BAD_DQ_ESCAPE: [
    'A text in double quotes has a backslash that means nothing there',
    'Write `\\\\` for a backslash, or use single quotes.',
  ],
  BAD_INDENT: [
    'A line is indented too little or too much, or a bracket or quote above it is not closed',
    INDENT,
  ],
  BAD_PROP_ORDER: [
    'An anchor or a tag stands where none can stand',
    'Write it directly in front of its value, on the same line.',
  ],
  BAD_SCALAR_START: ['A value begins with a character that YAML keeps for itself', QUOTE],
  BLOCK_AS_IMPLICIT_KEY: ['A line holds two keys, or a value with `: ` in it', QUOTE],
  BLOCK_IN_FLOW: [
    'A block of lines stands inside `{ }` or `[ ]`',
    'Close the bracket on the line where it was opened, or write all of it as lines.',
  ],
  IMPOSSIBLE: ['Something here is not valid YAML', 'Compare the line with the ones around it.'],
  KEY_OVER_1024_CHARS: ['A key is longer than 1,024 characters', `A key ends at the first \`: \`. ${QUOTE}`],
  MISSING_CHAR: [
    'A quote, a bracket, a comma or a colon is missing',
    'Close every `"`, `[` and `{`, and write a space behind every `:`.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'A key runs over two lines; perhaps a colon is missing',
    'Write `key: value` on one line.',
  ],
  MULTIPLE_ANCHORS: ['A value has two anchors', 'Keep one.'],
  MULTIPLE_DOCS: ['The file holds two documents', 'Separate them with a line `---`.'],
  MULTIPLE_TAGS: ['A value has two tags', 'Keep one.'],
  NON_STRING_KEY: ['A key is a list or a mapping', 'Write a plain text as the key.'],
  RESOURCE_EXHAUSTION: ['The file is nested deeper than any compose file needs', 'Write fewer levels.'],
  TAB_AS_INDENT: ['A line is indented with a tab', 'Indent with spaces: YAML allows no tabs there.'],
  TAG_RESOLVE_FAILED: ['A tag (`!name`) does not fit its value', 'Compose knows `!reset` and `!override`.'],
  UNEXPECTED_TOKEN: [
    'Something stands where YAML expects nothing, often a value that is not quoted or a line that is not indented',
    `${INDENT} ${QUOTE}`,
  ],
};
