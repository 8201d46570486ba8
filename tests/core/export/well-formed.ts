/** What is not well-formed in an XML text of plain elements; undefined when all is well. Strict: no comments, no CDATA. */
export function xmlProblem(text: string): string | undefined {
  const body = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(text);
  if (!body) return 'the first line';
  const open: string[] = [];
  let at = body[0].length;
  for (const [tag, close, name = '', attributes = '', empty] of text.slice(at).matchAll(TAG)) {
    const index = text.indexOf(tag, at);
    const between = text.slice(at, index);
    if (!CONTENT.test(between)) return `the text ${between}`;
    if (!ATTRIBUTES.test(attributes)) return `the attributes ${attributes}`;
    at = index + tag.length;
    if (!close) open.push(...(empty ? [] : [name]));
    else if (open.pop() !== name) return `the end of ${name}`;
  }
  const rest = text.slice(at);
  return open.length > 0 || rest.trim() !== '' ? `the end: ${rest}` : undefined;
}

const TAG = /<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>/g;
const CONTENT = /^(?:[^<>&]|&(?:amp|lt|gt|quot);)*$/;
const ATTRIBUTES = /^(?:\s[a-z:]+="(?:[^<>"&]|&(?:amp|lt|gt|quot);)*")*$/;
