import { closingBraces } from '../compose/braces.ts';
import { masked, replaceSpans } from './mask.ts';
import type { Span } from './mask.ts';
import { isSecretName } from './secret-name.ts';

/** Masks what `${DB_PASSWORD:-hunter2}` and its relatives give to a variable of a secret name. */
export function maskDefaults(text: string): string {
  if (!text.includes('${')) return text;
  const braces = closingBraces(text);
  const spans: Span[] = [];
  for (const { 0: head, 1: name = '', index } of text.matchAll(/\$\{(\w{1,200}):?[-+?=]/g)) {
    const start = index + head.length;
    const end = braces.get(index + 1) ?? text.length;
    if (end > start && isSecretName(name) && !isReference(text.slice(start, end))) spans.push({ start, end });
  }
  return replaceSpans(text, spans, masked);
}

/** Whether a text is nothing but the name of a variable, or of a file that holds the secret. */
export function isReference(text: string): boolean {
  return (
    /^\${1,2}(?:[A-Za-z_]\w{0,200}|\{[A-Za-z_]\w{0,200}\})$/.test(text) ||
    /^\${1,2}\((?:cat|<) ?\/run\/secrets\/[\w./-]{1,200}\)$/.test(text) ||
    /^\/(?:run\/secrets|etc|var|certs?|ssl|config|data|app)\/[\w./-]{0,200}$/.test(text)
  );
}
