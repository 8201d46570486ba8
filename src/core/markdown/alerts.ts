import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';

/** GitHub's alerts (`> [!NOTE]`) and Obsidian's callouts (`> [!bug]- Title`) become boxes, folded ones `<details>`. */
export function shapeAlerts(root: Root): void {
  const visit = (node: Nodes): void => {
    if (node.type === 'blockquote') shapeAlert(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
}

const MARKER = /^\[!([\p{L}][\p{L}\p{N} _-]{0,40})(?:\|[^\]\n]{0,100})?\]([-+]?)[ \t]*/u;

function shapeAlert(quote: Blockquote): void {
  const first = quote.children[0];
  if (first?.type !== 'paragraph') return;
  const text = first.children[0];
  if (text?.type !== 'text') return;
  const [marker, type = '', fold] = MARKER.exec(text.value) ?? [];
  if (marker === undefined) return;
  text.value = text.value.slice(marker.length);
  const { title, body } = splitFirstLine(first.children);
  const heading: Paragraph = {
    type: 'paragraph',
    children: title.length > 0 ? title : [{ type: 'text', value: named(type) }],
    data: fold ? { hName: 'summary' } : { hProperties: { className: ['alert-title'] } },
  };
  quote.children.splice(0, 1, heading, ...(body.length > 0 ? [{ ...first, children: body }] : []));
  quote.data = {
    hName: fold ? 'details' : 'div',
    hProperties: {
      className: ['alert', `alert-${LOOKS[type.toLowerCase()] ?? 'note'}`],
      ...(fold ? { open: fold === '+' } : { role: 'note' }),
    },
  };
}

/** The title is what stands on the line of the marker. */
function splitFirstLine(children: readonly PhrasingContent[]): {
  title: PhrasingContent[];
  body: PhrasingContent[];
} {
  const at = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const end = children[at];
  if (!end) return { title: withoutEmpty(children), body: [] };
  if (end.type !== 'text')
    return { title: withoutEmpty(children.slice(0, at)), body: withoutEmpty(children.slice(at + 1)) };
  const cut = end.value.indexOf('\n');
  const before = { ...end, value: end.value.slice(0, cut) };
  const after = { ...end, value: end.value.slice(cut + 1) };
  return {
    title: withoutEmpty([...children.slice(0, at), before]),
    body: withoutEmpty([after, ...children.slice(at + 1)]),
  };
}

const withoutEmpty = (children: readonly PhrasingContent[]): PhrasingContent[] =>
  children.filter((child) => child.type !== 'text' || child.value !== '');

const named = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1).toLowerCase();

/** Obsidian's types by the five looks that GitHub has. */
const LOOKS: Readonly<Record<string, string>> = {
  note: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  question: 'note',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  bug: 'caution',
};
