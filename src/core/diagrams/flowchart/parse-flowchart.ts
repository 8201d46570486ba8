import { graphBuilder, type GraphBuilder } from '../graph/graph-builder.ts';
import { linesOf } from '../label.ts';
import type { Direction, Graph } from '../model.ts';
import { NotDrawn } from '../model.ts';
import { linkAt } from './links.ts';
import { bodyAt, settingsAt } from './shapes.ts';

/** Reads what follows the word `flowchart` or `graph`. */
export function parseFlowchart(body: string): Graph {
  const graph = graphBuilder('box');
  const header = /^[ \t]*(TB|TD|BT|RL|LR|[<>^v])?[ \t]*(?:[;\n]|$)/.exec(body);
  if (!header) throw new NotDrawn('its direction is none of TB, TD, BT, LR and RL');
  graph.setDirection(directionOf(header[1] ?? 'TB'));
  const state: State = { source: body, at: header[0].length, graph, edgeIds: new Set(), unnamed: 0 };
  while (skipBlank(state)) statement(state);
  return graph.finish();
}

type State = {
  readonly source: string;
  at: number;
  readonly graph: GraphBuilder;
  readonly edgeIds: Set<string>;
  unnamed: number;
};

const directionOf = (word: string): Direction => DIRECTIONS.get(word) ?? 'TB';
const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['BT', 'BT'],
  ['^', 'BT'],
  ['RL', 'RL'],
  ['<', 'RL'],
  ['LR', 'LR'],
  ['>', 'LR'],
]);

/** Moves to the next statement; false at the end. */
function skipBlank(state: State): boolean {
  take(state, /(?:[\s;]|%%[^\n]*)+/y);
  return state.at < state.source.length;
}

function take(state: State, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = state.at;
  const match = pattern.exec(state.source);
  if (match) state.at = pattern.lastIndex;
  return match ?? undefined;
}

const WITHOUT_EFFECT = /(?:classDef|class|style|linkStyle|click)(?=[ \t])(?![ \t]*(?:[-=]{2}|-\.))/y;

function statement(state: State): void {
  const { graph } = state;
  if (take(state, WITHOUT_EFFECT)) return skipSettings(state);
  if (take(state, /acc(?:Title|Descr)[ \t]*:[^\n]*|accDescr\s*\{[^}]*\}/y)) return;
  const direction = take(state, /direction[ \t]+(TB|TD|BT|RL|LR)[ \t]*(?=[;\n]|$)/y);
  if (direction) return graph.setDirection(directionOf(direction[1] ?? ''));
  const group = take(state, /subgraph(?:[ \t]+((?:"[^"\n]*"|[^\n;"])*))?(?=[;\n]|$)/y);
  if (group) return openGroup(state, (group[1] ?? '').trim());
  if (take(state, /end(?=[ \t]*(?:[;\n]|%%|$))/y)) return graph.closeGroup();
  chain(state);
}

/** A style may go on after a semicolon; a link may, too. */
function skipSettings(state: State): void {
  const said = take(state, /[^\n]*/y)?.[0] ?? '';
  const semicolon = said.indexOf(';');
  if (semicolon !== -1 && /--|==|-\./.test(said.slice(semicolon))) state.at -= said.length - semicolon;
}

function openGroup(state: State, said: string): void {
  const named = /^([^\s["]+)\s*\[\s*(?:"([^"]*)"|([^"[\]]*))\s*\]$/.exec(said);
  const title = named?.[2] ?? named?.[3] ?? said.replace(/^"([^"]*)"$/, '$1');
  if (!named && /["[\]]/.test(title))
    throw new NotDrawn(`the title of a subgraph can't be read: ${said.slice(0, 80)}`);
  const id = named?.[1] ?? (/\s|^$/.test(title) ? ` ${(state.unnamed += 1)}` : title);
  state.graph.openGroup(id, linesOf(title, 260));
}

/** `A & B --> C -- text --> D` */
function chain(state: State): void {
  let from = nodes(state);
  for (let next = link(state); next; next = link(state)) {
    const to = nodes(state);
    const { text, end: _end, ...drawn } = next;
    const label = text === '' ? [] : linesOf(text, 180);
    for (const source of from)
      for (const target of to) state.graph.edge({ from: source, to: target, label, ...drawn });
    from = to;
  }
  if (!take(state, /[ \t]*(?:[;\n]|(?=%%)|$)/y)) {
    throw new NotDrawn(`it can't be read from here: ${rest(state)}`);
  }
}

function link(state: State): ReturnType<typeof linkAt> {
  const before = state.at;
  take(state, /\s*/y);
  const id = take(state, /([\w-]+)@(?=[-=<xo~.])/y);
  const found = linkAt(state.source, state.at);
  if (found) state.at = found.end;
  else state.at = before;
  if (found && id) state.edgeIds.add(id[1] ?? '');
  return found;
}

function nodes(state: State): string[] {
  const ids = [node(state)];
  while (take(state, /\s*&\s*/y)) ids.push(node(state));
  return ids;
}

/** Letters of any script, digits and some signs; a dash or an equals sign only where no link begins. */
const ID =
  /(?:[\p{L}\p{N}\p{M}_!#$%'*+`?\\/]|(?:\.|:{1,2})(?=[\p{L}\p{N}_])|&(?=[^\s&])|-(?=[\p{L}\p{N}_])|=(?=[\p{L}\p{N}_]))+/uy;

function node(state: State): string {
  take(state, /\s*/y);
  const id = take(state, ID)?.[0];
  if (id === undefined) {
    throw new NotDrawn(`here a node should be named: ${rest(state)}`);
  }
  if (id === 'end') throw new NotDrawn('a node is called end');
  const settings = state.source.startsWith('@{', state.at);
  const body = settings ? settingsAt(state.source, state.at) : bodyAt(state.source, state.at);
  if (body) state.at = body.end;
  take(state, /:::[\w-]+/y);
  if (settings && state.edgeIds.has(id)) return id;
  const label =
    body?.text === undefined ? undefined : linesOf(body.text, body.shape === 'diamond' ? 160 : 200);
  state.graph.node(id, { ...(label && { label }), ...(body?.shape && { shape: body.shape }) });
  return id;
}

/** What is left of the line, for a message. */
const rest = ({ source, at }: State): string =>
  source
    .slice(at, at + 80)
    .split('\n', 1)[0]
    ?.trim() ?? '';
