import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { SectionRole } from '../model/parsed.ts';
import { lineText } from './plain-text.ts';
import type { RoleOf } from './section-role.ts';

/**
 * A heading and what follows it up to the next one. A paragraph of bold words with a meaning (`**What went well**`) begins
 * a part, too.
 */
export type Part = Readonly<{
  /** The nearest real heading. */
  heading: Heading | undefined;
  /** Words of the heading, or of the bold line. */
  title: string;
  /** Meaning of the part, its own or that of the section it belongs to. */
  role: SectionRole | undefined;
  /** Its own meaning. */
  own: SectionRole | undefined;
  /** Whether a bold line begins it instead of a heading. */
  bold: boolean;
  nodes: readonly RootContent[];
}>;

export function outline(root: Root, roleOf: RoleOf): readonly Part[] {
  const parts: (Part & { nodes: RootContent[] })[] = [
    { heading: undefined, title: '', role: undefined, own: undefined, bold: false, nodes: [] },
  ];
  const above: { depth: number; role: SectionRole | undefined }[] = [];
  const titled = root.children.filter((node) => node.type === 'heading' && node.depth === 1).length === 1;
  for (const node of root.children) {
    const current = parts.at(-1);
    if (node.type === 'heading') {
      while ((above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
      const title = lineText(node);
      // The only heading of depth 1 is the title of the page, and says nothing of its sections.
      const within = above.at(-1)?.role;
      const said = titled && node.depth === 1 ? undefined : roleOf(title);
      const own = within === 'actions' && said !== undefined && PURPOSES.has(said) ? within : said;
      const role = own ?? within;
      above.push({ depth: node.depth, role });
      parts.push({ heading: node, title, role, own, bold: false, nodes: [] });
      continue;
    }
    const title = boldTitle(node);
    const own = title === undefined ? undefined : roleOf(title);
    if (title !== undefined && own !== undefined)
      parts.push({ heading: current?.heading, title, role: own, own, bold: true, nodes: [] });
    else current?.nodes.push(node);
  }
  return parts;
}

/** What actions are for. Headings that sort actions by it tell what is to be done, not what was done. */
const PURPOSES: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'detection',
  'mitigation',
  'fix',
  'diagnosis',
]);

/** Words of a paragraph that is nothing but bold. */
function boldTitle(node: Nodes): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [first, second] = withoutBlanks(node);
  if (first?.type !== 'strong' || (second && !(second.type === 'text' && /^\s*:\s*$/.test(second.value))))
    return undefined;
  return lineText(first).replace(/\s*[:：]$/, '');
}

const withoutBlanks = (paragraph: Paragraph): Paragraph['children'] =>
  paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
