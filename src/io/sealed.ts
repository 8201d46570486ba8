import { createHash } from 'node:crypto';

/** `text` below a line that proves it was written whole, by this function. */
export const seal = (text: string): string => `${digestOf(text)}\n${text}`;

/** What was sealed; undefined when a single byte is missing or different. */
export function unseal(sealed: string): string | undefined {
  const end = sealed.indexOf('\n');
  const text = sealed.slice(end + 1);
  return end > 0 && sealed.slice(0, end) === digestOf(text) ? text : undefined;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
