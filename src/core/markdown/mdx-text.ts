import type { Nodes, PhrasingContent, Root, Text } from 'mdast';

/** MDX is shown, not run: its modules become code, and our own components words. */
export function showAsText(root: Root, text: string): void {
  showModuleCode(root, text);
  showComponents(root);
}

/** Its `import` and `export` blocks become code. */
function showModuleCode(root: Root, text: string): void {
  root.children = root.children.map((node) => {
    const { start, end } = node.position ?? {};
    if (node.type !== 'paragraph' || start?.offset === undefined || end?.offset === undefined) return node;
    const value = text.slice(start.offset, end.offset);
    if (!MODULE.test(value)) return node;
    return { type: 'code', lang: 'js', value, ...(node.position && { position: node.position }) };
  });
}

const MODULE =
  /^(?:import\s+(?:['"{*]|[\w$]+[\s,])|export\s+(?:default|const|let|var|function|async|class|[{*]))/;

/** `<Facts of="dns/pihole" />` reads "Facts of `dns/pihole`"; `<Steps>` around a list says nothing that the list does not. */
function showComponents(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = node.children.flatMap((child): Nodes[] => {
    showComponents(child);
    if (child.type === 'text' && COMPONENT.test(child.value)) return componentWords(child);
    return child.type === 'paragraph' && child.children.length === 0 ? [] : [child];
  });
  Object.assign(node, { children });
}

function componentWords(text: Text): PhrasingContent[] {
  const { position } = text;
  const said = (value: string): Text => ({ type: 'text', value, ...(position && { position }) });
  return text.value.split(EACH).flatMap((part) => {
    const [, name, attributes = ''] = COMPONENT.exec(part) ?? [];
    if (name === undefined) return part === '' ? [] : [said(part)];
    const { id, of, relation } = attributesIn(attributes);
    const about = id ?? of;
    if (about === undefined) return [];
    const words = [name, relation && `(${relation})`, of && 'of'].filter(Boolean).join(' ');
    return [said(`${words} `), { type: 'inlineCode', value: about, ...(position && { position }) }];
  });
}

const attributesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from(
      text.matchAll(/\b(id|of|relation)=(?:"([^"]{0,200})"|'([^']{0,200})')/g),
      ([, key = '', double, single]) => [key, double ?? single ?? ''],
    ),
  );

const EACH = /(<\/?(?:Service|Steps|Facts|Relations)(?:\s[^<>]{0,300})?>)/;
const COMPONENT = /<\/?(Service|Steps|Facts|Relations)(\s[^<>]{0,300})?>/;
