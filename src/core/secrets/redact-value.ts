import { maskCredentialsWith } from './credentials.ts';
import { MASK, masked } from './mask.ts';
import { maskDefaults } from './redact-defaults.ts';
import { maskOptions } from './redact-options.ts';
import { maskUserinfo } from './redact-url.ts';

/**
 * Masks what is secret in one text taken from a compose file: passwords in URLs, options and assignments of a secret name,
 * defaults of secret-named variables, password hashes and known formats of tokens. The line count stays, and what is masked
 * once stays as it is.
 */
export function redactValue(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return maskCredentialsWith(maskOptions(maskUserinfo(maskDefaults(text))), masked);
}

/** Masks the words of a command, where an option and its value may be two words. */
export function redactWords(words: readonly string[]): readonly string[] {
  const command = words.join(' ').slice(0, 4_000);
  return words.map((word, index) => {
    const before = words[index - 1] ?? '';
    const own = maskOptions(redactValue(word), command);
    if (!/^-{1,2}\w/.test(before)) return own;
    const pair = maskOptions(`${before} ${word}`, command);
    return pair.startsWith(`${before} ${MASK}`)
      ? masked(word)
      : own === word && pair.startsWith(`${before} `)
        ? pair.slice(before.length + 1)
        : own;
  });
}

/** A text without any of these characters is one plain word, which only a known format of token can make secret. */
const SUSPICIOUS = /[\s=:@$]|^-|.{16}/;
