/** Whether a YAML text describes services for Docker Compose, judged by its content. */
export function looksLikeCompose(text: string): boolean {
  return /^services[ \t]*:/m.test(text);
}
