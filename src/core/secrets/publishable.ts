import { looksLikeCompose } from '../compose/looks-like-compose.ts';
import { endingOf } from '../paths.ts';
import { maskCredentials } from './credentials.ts';
import { redactComposeText } from './redact-compose.ts';
import { isSecretFile } from './secret-file.ts';

/** The text of a source file as it may be shown, lines kept: both nets passed; undefined when it is never shown. */
export function publishableText(path: string, text: string): string | undefined {
  if (isSecretFile(path)) return undefined;
  const ending = endingOf(path);
  const yaml = ending === '.yml' || ending === '.yaml';
  const redacted = yaml && looksLikeCompose(text) ? redactComposeText(text) : redactFences(text);
  return maskCredentials(redacted).text;
}

/** Compose files in the fences of a Markdown text, redacted where they stand. */
function redactFences(text: string): string {
  if (!/^\s*(```|~~~)/m.test(text)) return text;
  const out: string[] = [];
  let fence: { mark: string; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence && mark?.startsWith(fence.mark)) {
      out.push(...redactedLines(fence.lines), line);
      fence = undefined;
    } else if (fence) fence.lines.push(line);
    else {
      out.push(line);
      if (mark !== undefined) fence = { mark, lines: [] };
    }
  }
  return [...out, ...redactedLines(fence?.lines ?? [])].join('\n');
}

function redactedLines(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return (looksLikeCompose(text) ? redactComposeText(text) : text).split('\n').slice(0, lines.length);
}
