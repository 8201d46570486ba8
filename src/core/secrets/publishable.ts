import { looksLikeCompose } from '../compose/looks-like-compose.ts';
import { maskComposeIn } from '../markdown/mask-compose.ts';
import { endingOf } from '../paths.ts';
import { maskCredentials } from './credentials.ts';
import { redactComposeText } from './redact-compose.ts';
import { isSecretFile } from './secret-file.ts';

/** The text of a source file as it may be shown, lines kept: both nets passed; undefined when it is never shown. */
export function publishableText(path: string, text: string): string | undefined {
  if (isSecretFile(path)) return undefined;
  const ending = endingOf(path);
  const yaml = ending === '.yml' || ending === '.yaml';
  const redacted = yaml && looksLikeCompose(text) ? redactComposeText(text) : maskComposeIn(text);
  return maskCredentials(redacted).text;
}
