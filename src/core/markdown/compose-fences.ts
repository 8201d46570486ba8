import type { Code, Html, Nodes, Root } from 'mdast';
import { looksLikeCompose } from '../compose/looks-like-compose.ts';
import { readCompose } from '../compose/read-compose.ts';
import { htmlText } from '../meaning/plain-text.ts';
import type { ComposeFacts } from '../model/compose.ts';
import type { Flaw } from '../model/finding.ts';
import { redactComposeText } from '../secrets/redact-compose.ts';
import { firstCodeLine, languageOf } from './code.ts';

/** What the code of a page says about services. Its compose texts are redacted in the tree, whatever their language. */
export function takeCompose(
  root: Root,
  text: string,
): { compose: readonly ComposeFacts[]; flaws: readonly Flaw[] } {
  const compose: ComposeFacts[] = [];
  const flaws: Flaw[] = [];
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children.forEach((child, index) => {
      if (child.type === 'html') {
        const code = redactedHtml(child);
        if (code && node.type === 'root') node.children[index] = code;
      } else if (child.type === 'code' && looksLikeCompose(child.value)) {
        if (LANGUAGES.test(languageOf(child))) {
          const read = readCompose(child.value, { firstLine: firstCodeLine(child, text) });
          compose.push(...read.documents);
          // An example in a page breaks nothing that runs.
          flaws.push(
            ...read.flaws.map((flaw) =>
              flaw.severity === 'error' ? { ...flaw, severity: 'warning' as const } : flaw,
            ),
          );
        }
        child.value = redactComposeText(child.value);
      } else visit(child);
    });
  };
  visit(root);
  return { compose, flaws };
}

const LANGUAGES = /^(?:|.*\.?ya?ml|(?:docker-?)?compose)$/i;

/** A compose file in `<pre>` is shown as a fence would be. */
function redactedHtml({ value, position }: Html): Code | undefined {
  if (!/<pre\b/i.test(value)) return undefined;
  const text = htmlText(value).trim();
  if (!looksLikeCompose(text)) return undefined;
  return { type: 'code', lang: 'yaml', value: redactComposeText(text), ...(position && { position }) };
}
