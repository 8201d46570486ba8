import { looksLikeCompose } from '../compose/looks-like-compose.ts';
import { maskComposeIn } from '../markdown/mask-compose.ts';
import { maskCredentials } from './credentials.ts';
import { redactComposeText } from './redact-compose.ts';
import { isSecretFile } from './secret-file.ts';

/** The text of a source file as it may be shown, lines kept: both nets passed; undefined when it is never shown. */
export function publishableText(path: string, text: string): string | undefined {
  if (isSecretFile(path)) return undefined;
  // The settings of a lab may call any file a compose file, so its name does not decide.
  const redacted = looksLikeCompose(text) ? redactComposeText(text) : maskComposeIn(text);
  return maskCredentials(redacted).text;
}
