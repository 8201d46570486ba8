/** The source of a compose file with every secret masked. Lines and structure stay. */
export function redactComposeText(text: string): string {
  return text.replace(/[^\s]+$/gm, '•••');
}
