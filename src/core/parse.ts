import { looksLikeCompose } from './compose/looks-like-compose.ts';
import { isComposeName } from './compose/names.ts';
import { pack } from './compose/pack.ts';
import { readCompose } from './compose/read-compose.ts';
import { isSettingsFile, readSettings } from './compose/settings.ts';
import { present } from './compose/values.ts';
import { formOf } from './file-form.ts';
import type { ParsedFile, ParseOptions, PlainFile, SourceFile } from './model/parsed.ts';
import { parsePage } from './parse-page.ts';

/**
 * Understands one file as far as it can be understood alone. One whose name says nothing is here because the settings of
 * its lab call it a compose file.
 */
export function parse(file: SourceFile, options: ParseOptions): ParsedFile {
  switch (formOf(file.path)) {
    case 'page':
      return parsePage(file, options);
    case 'yaml':
    case undefined:
      return parseYaml(file);
  }
}

function parseYaml(file: SourceFile): ParsedFile {
  if (isSettingsFile(file.path)) return { ...plain(file), ...present({ compose: readSettings(file.text) }) };
  const named = isComposeName(file.path);
  if (!named && !looksLikeCompose(file.text)) return plain(file);
  const { documents, layers, flaws } = readCompose(file.text, { firstLine: 1 });
  // Other tools have YAML with `services:` too: without the name, only what can be read as services is compose.
  if (!named && documents.length === 0) return plain(file);
  return { form: 'compose', path: file.path, compose: documents, layers: pack(layers), flaws };
}

const plain = ({ path, text }: SourceFile): PlainFile => ({
  form: 'file',
  path,
  size: new TextEncoder().encode(text).length,
  text: true,
  flaws: [],
});
