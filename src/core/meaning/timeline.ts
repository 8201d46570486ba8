import type { List, ListItem, Nodes, RootContent, Table } from 'mdast';
import type { TimelineEntry } from '../model/parsed.ts';
import { itemsIn, startLine } from './items.ts';
import type { Part } from './outline.ts';
import { inlineText, lineText, ownText } from './plain-text.ts';
import { timePrefix, type Timed } from './time-prefix.ts';

/** What a page tells in order of time: items, rows and lines below a timeline's heading that begin with a time. */
export function findTimeline(parts: readonly Part[]): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const part of parts) {
    if (part.role !== 'timeline') continue;
    const said = part.own === 'timeline' ? undefined : timePrefix(part.title);
    let day = said?.dateOnly ? said.at : dayIn(part.title);
    if (said && !said.dateOnly) entries.push(headingEntry(part, said));
    for (const entry of part.nodes.flatMap(entriesOf)) {
      // The date of a heading counts for the times below it, as a date in the list does.
      entries.push(
        day === undefined || HAS_DATE.test(entry.at) ? entry : { ...entry, at: `${day} ${entry.at}` },
      );
      day = undefined;
    }
  }
  return entries;
}

/** Lists and tables of such sections that tell times for the most part, and their items that begin with one. */
export function timelineNodes(parts: readonly Part[]): ReadonlySet<Nodes> {
  const nodes = parts.flatMap((part) => (part.role === 'timeline' ? part.nodes : []));
  return new Set<Nodes>(
    nodes.flatMap((node): Nodes[] => {
      if (node.type === 'table') return rowEntries(node).length * 2 >= node.children.length ? [node] : [];
      if (node.type !== 'list') return [];
      const items = node.children.filter(tellsTime);
      return items.length >= 2 && items.length * 2 >= node.children.length ? [node, ...items] : [];
    }),
  );
}

const tellsTime = (item: ListItem): boolean => timePrefix(ownText(item)) !== undefined;

const HAS_DATE = /\d{4}|\d[./]\d|[\p{L}]{3,}\s+\d|\d\.?\s+\p{L}{3}|月/u;

/** `Timeline - May 29, 2021`, `Timeline (2021-05-29)`. */
const dayIn = (title: string): string | undefined =>
  title
    .split(/\s[-–—]\s|[:(]\s*/)
    .slice(1)
    .map(timePrefix)
    .find((found) => found?.dateOnly)?.at;

/** A heading that is a time itself: what happened stands in its words or below it. */
function headingEntry({ heading, nodes }: Part, { at, until, rest }: Timed): TimelineEntry {
  const text = rest || nodes.map(lineText).find(Boolean) || '';
  return entry({
    at,
    ...(until !== undefined && { until }),
    text: text.slice(0, LONGEST),
    line: heading ? startLine(heading) : 1,
  });
}

const LONGEST = 1000;

function entriesOf(node: RootContent): readonly TimelineEntry[] {
  switch (node.type) {
    case 'list':
    case 'blockquote':
      return itemEntries(node);
    case 'table':
      return rowEntries(node);
    case 'paragraph':
      return inlineText(node)
        .split('\n')
        .flatMap((line, index) => timed(line, startLine(node) + index));
    default:
      return [];
  }
}

const itemEntries = (node: List | RootContent): readonly TimelineEntry[] =>
  itemsIn([node]).flatMap(({ item }) => timed(ownText(item), startLine(item)));

/** The time may stand after a number or a day of its own column. */
function rowEntries(table: Table): readonly TimelineEntry[] {
  return table.children.slice(1).flatMap((row) => {
    const cells = row.children.map(lineText);
    const at = cells.slice(0, 3).findIndex((cell) => timePrefix(cell) !== undefined);
    const first = timePrefix(cells[at] ?? '');
    if (!first) return [];
    const next = first.dateOnly && first.rest === '' ? timePrefix(cells[at + 1] ?? '') : undefined;
    const both = next && !next.dateOnly ? { ...next, at: `${first.at} ${next.at}` } : first;
    const others = cells.slice(both === first ? at + 1 : at + 2);
    const text = [both.rest, ...others].filter(Boolean).join(' – ');
    return [entry({ ...both, text, line: startLine(row) })];
  });
}

function timed(text: string, line: number): readonly TimelineEntry[] {
  const found = timePrefix(text);
  return found ? [entry({ ...found, text: found.rest, line })] : [];
}

const entry = ({ at, until, text, line }: TimelineEntry): TimelineEntry => ({
  at,
  ...(until !== undefined && { until }),
  text,
  line,
});
