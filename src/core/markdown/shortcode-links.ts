import { codeSpans, proseReader } from './prose-lines.ts';

/**
 * Links whose address Hugo makes, `[words]({{< relref "/setup.md" >}})`, with the address in angle brackets, so that
 * Markdown takes them for links. Lines stay where they are, and code stays as it is.
 */
export function withShortcodeLinks(text: string): string {
  if (!QUICK.test(text)) return text;
  const read = proseReader();
  return text
    .split('\n')
    .map((line) => (read(line) === 'prose' && QUICK.test(line) ? withLinks(line) : line))
    .join('\n');
}

const QUICK = /\]\(\s{0,20}\{\{[<%]/;
const ADDRESS =
  /(?<=\]\(\s{0,20})\{\{[<%]\s{0,20}(?:rel)?ref\s[^\n{}]{1,500}?[>%]\}\}(?:#[^\s()<>]{0,200})?(?=(?:\s{1,20}"[^"\n]{0,200}")?\s{0,20}\))/g;

function withLinks(line: string): string {
  const spans = codeSpans(line).toReversed();
  return line.replaceAll(ADDRESS, (address: string, at: number) => {
    while ((spans.at(-1)?.[1] ?? Infinity) <= at) spans.pop();
    if (at >= (spans.at(-1)?.[0] ?? Infinity)) return address;
    return `<${address.replaceAll(/[<>\\]/g, '\\$&')}>`;
  });
}
