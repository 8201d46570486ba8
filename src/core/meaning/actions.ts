import type { ListItem, RootContent, Table, TableRow } from 'mdast';
import type { Action } from '../model/parsed.ts';
import { plainWords } from '../schema/synonyms.ts';
import { itemsIn, startLine } from './items.ts';
import type { Part } from './outline.ts';
import { lineText, ownText } from './plain-text.ts';

/** What a page says is to be done: items and rows below such a heading. */
export function findActions(parts: readonly Part[]): readonly Action[] {
  const nodes = parts.filter(({ role }) => role === 'actions').flatMap((part) => part.nodes);
  return nodes.flatMap(actionsIn).filter(({ text }) => text !== '');
}

function actionsIn(node: RootContent): readonly Action[] {
  if (node.type === 'table') return rowActions(node);
  const tasks = itemsIn([node]).filter(({ item, depth }) => typeof item.checked === 'boolean' || depth === 0);
  return tasks.map(({ item }) => itemAction(item));
}

function itemAction(item: ListItem): Action {
  const text = ownText(item);
  return action(text.replace(DONE_MARK, ''), stateOf(item, text), startLine(item));
}

function stateOf(item: ListItem, text: string): Action['state'] {
  if (typeof item.checked === 'boolean') return item.checked ? 'done' : 'open';
  return isStruck(item) || DONE_MARK.test(text) ? 'done' : 'unstated';
}

/** `✅`, `[done]`, `DONE:` before or after the words. */
const DONE_MARK =
  /^\s*(?:[✅☑✔]\uFE0F?|\[(?:x|done)\]|\(?done\)?\s*[:–-])\s*|\s*(?:[✅☑✔]\uFE0F?|[[(]done[\])])\s*$/i;

function isStruck({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const words = first.children.filter((child) => lineText(child) !== '');
  return words.length > 0 && words.every((child) => child.type === 'delete');
}

function action(said: string, state: Action['state'], line: number): Action {
  const due = DUE.exec(said)?.[1];
  const type = TYPE.exec(said)?.[1]?.toLowerCase();
  const owner = OWNER.exec(said)?.[1];
  const text = [DUE, TYPE, OWNER]
    .reduce((words, pattern) => words.replace(pattern, ' '), said)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\(\s*\)|\s+(?=[.,;])/g, '')
    .trim();
  return {
    text,
    state,
    ...(owner !== undefined && { owner }),
    ...(type !== undefined && { type }),
    ...(due !== undefined && { due }),
    line,
  };
}

const DUE =
  /[([]?\s*(?:\b(?:due|by|until|fällig|bis|échéance|fecha|prazo)\b\s*:?|📅|期限\s*[:：]?)\s*(\d{4}-\d{2}-\d{2})\s*[)\]]?/iu;
const TYPE = /[([](prevent|detect|mitigate|process|investigate|repair|other)(?:ion|ing|ive)?[)\]]/i;
const OWNER = /(?<![\p{L}\p{N}.@])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,38}[\p{L}\p{N}])?)(?![\p{L}\p{N}@/])/u;

type Column = 'text' | 'owner' | 'status' | 'due' | 'type';

/** A table's columns are known by their names; without a known one for the text, the first unknown one is it. */
function rowActions({ children: [head, ...rows] }: Table): readonly Action[] {
  const columns = (head?.children ?? []).map(
    (cell) => COLUMNS.find(([, words]) => words.test(plainWords(lineText(cell))))?.[0],
  );
  const unknown = columns.indexOf(undefined);
  const wanted = columns.includes('text') ? columns.indexOf('text') : Math.max(0, unknown);
  return rows.map((row) => rowAction(row, columns, wanted));
}

function rowAction(row: TableRow, columns: readonly (Column | undefined)[], textAt: number): Action {
  const cells = row.children.map(lineText);
  const said = (column: Column): string => {
    const text = cells[columns.indexOf(column)] ?? '';
    return /^[-–—]*$/.test(text) ? '' : text;
  };
  const status = said('status');
  const state = status === '' ? 'unstated' : isDone(status) ? 'done' : 'open';
  const base = action(cells[textAt] ?? '', state, startLine(row));
  const owner = base.owner ?? said('owner').replace(/^@/, '');
  const type = base.type ?? said('type').toLowerCase();
  const due = base.due ?? /\d{4}-\d{2}-\d{2}/.exec(said('due'))?.[0];
  return { ...base, ...(owner && { owner }), ...(type && { type }), ...(due !== undefined && { due }) };
}

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  [
    'owner',
    /^(?:owner|assignee|assigned to|who|responsible|person|verantwortlich|wer|responsable|responsável|quem|负责人|担当|担当者)/,
  ],
  ['status', /^(?:status|state|done|progress|erledigt|stand|statut|état|estado|状态|ステータス|状態|進捗)/],
  [
    'due',
    /^(?:due|deadline|target date|date|by when|fällig|termin|frist|échéance|fecha|prazo|截止|期限|日期)/,
  ],
  ['type', /^(?:type|kind|category|typ|art|tipo|类型|カテゴリ|種別|分類)/],
  [
    'text',
    /^(?:action|task|item|description|what|todo|improvement|maßnahme|aufgabe|was|tâche|acción|tarea|ação|tarefa|措施|行动|内容|アクション|対応|項目)/,
  ],
];

const isDone = (status: string): boolean =>
  /^(?:✅|☑|✔|\[x\]|x$|yes|done|closed|completed?|resolved|fixed|shipped|merged|verified|erledigt|ja|fertig|geschlossen|fait|terminée?|oui|hecho|hecha|completado|sí|feito|concluíd[oa]|sim|已完成|完成|完了|済)/i.test(
    status.trim(),
  );
