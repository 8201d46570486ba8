/** The languages that the fences of a Markdown text name, in lower case; a few words that are none come along. */
export function fenceLanguages(text: string): Set<string> {
  const found = new Set<string>();
  const fences =
    /(?<!`)`{3,20}[ \t]{0,8}\{?\.?([a-z][\w+#.-]{0,40})|(?<!~)~{3,20}[ \t]{0,8}\{?\.?([a-z][\w+#.-]{0,40})/gi;
  for (const [, ticks, tildes] of text.matchAll(fences)) found.add((ticks ?? tildes ?? '').toLowerCase());
  return found;
}
