import { graphBuilder, type GraphBuilder } from '../graph/graph-builder.ts';
import { linesOf } from '../label.ts';
import type { Direction, Edge, Graph, Lines, Shape } from '../model.ts';
import { NotDrawn } from '../model.ts';
import { statementsOf } from '../prepare.ts';

/** Reads what follows the word `stateDiagram`. */
export function parseState(body: string): Graph {
  const state: State = {
    lines: statementsOf(body),
    at: 0,
    graph: graphBuilder('round'),
    scopes: [{ id: '', region: undefined }],
    texts: new Map(),
    counter: 0,
  };
  for (; state.at < state.lines.length; state.at += 1) {
    const line = (state.lines[state.at] ?? '').replace(/%%.*$/, '').trim();
    if (line !== '' && !NO_EFFECT.test(line)) statement(state, line);
  }
  return state.graph.finish();
}

type State = {
  readonly lines: readonly string[];
  at: number;
  readonly graph: GraphBuilder;
  /** Composite states that are open, each with the number of its part that is being read. */
  readonly scopes: { readonly id: string; region: number | undefined }[];
  readonly texts: Map<string, string[]>;
  counter: number;
};

const NO_EFFECT =
  /^(?:classDef|class|style|click)\s+(?!-->)|^hide empty description$|^scale\s+\d|^acc(?:Title|Descr)\s*:|^accDescr\s*\{[^}]*\}$/;

const ID = '(?:\\[\\*\\]|[^\\s:{}"<>\\[\\]]+)';
const CLASS = '(?::::[\\w-]+)?';
const TRANSITION = new RegExp(`^(${ID}?)${CLASS}\\s*-->\\s*(${ID}?)${CLASS}\\s*(?::\\s*(.*))?$`);
const DECLARED = new RegExp(
  `^state\\s+(?:"([^"]*)"\\s+as\\s+)?(${ID})${CLASS}\\s*(<<\\w+>>|\\[\\[\\w+\\]\\])?\\s*(?::\\s*(.*?))?\\s*(\\{)?$`,
);
const DESCRIBED = new RegExp(`^(${ID})${CLASS}\\s*:\\s*(.+)$`);
const NAMED = new RegExp(`^(${ID})${CLASS}$`);
const NOTE = /^note\s+(left|right)\s+of\s+([^\s:]+)\s*(?::\s*(.*))?$/i;
const DIRECTION = /^direction\s+(TB|TD|BT|RL|LR)$/;

function statement(state: State, line: string): void {
  const { graph } = state;
  const direction = DIRECTION.exec(line)?.[1];
  if (direction !== undefined) return graph.setDirection(DIRECTIONS.get(direction) ?? 'TB');
  if (line === '}') return closeComposite(state);
  if (REGION.test(line)) return nextRegion(state);
  const transition = TRANSITION.exec(line);
  if (transition) return addTransition(state, transition);
  const note = NOTE.exec(line);
  if (note) return addNote(state, note[2] ?? '', note[3]);
  const declared = DECLARED.exec(line);
  if (declared) return declare(state, declared);
  const described = DESCRIBED.exec(line);
  if (described) return describe(state, described[1] ?? '', described[2] ?? '');
  const named = NAMED.exec(line)?.[1];
  if (named === undefined || named === '[*]')
    throw new NotDrawn(`this line can't be read: ${line.slice(0, 80)}`);
  graph.node(named);
}

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['BT', 'BT'],
  ['RL', 'RL'],
  ['LR', 'LR'],
]);

/** What has been said of a state so far. */
function labelOf({ texts }: State, id: string): Readonly<{ label?: Lines }> {
  const said = texts.get(id);
  return said ? { label: linesOf(said.join('\n')) } : {};
}

/** `[*]` is the start or the end of what is around it. */
function endOf(state: State, id: string, shape: 'start' | 'end'): string {
  if (id === '') throw new NotDrawn('an arrow without a state');
  if (id !== '[*]') {
    state.graph.node(id);
    return id;
  }
  const own = `[*] ${shape} ${state.graph.inGroup() ?? ''}`;
  state.graph.node(own, { label: [], shape });
  return own;
}

function addTransition(state: State, [, from = '', to = '', text = '']: RegExpExecArray): void {
  const source = endOf(state, from, 'start');
  const target = endOf(state, to, 'end');
  state.graph.edge({
    ...PLAIN,
    from: source,
    to: target,
    label: text.trim() === '' ? [] : linesOf(text, 180),
  });
}

const PLAIN: Omit<Edge, 'from' | 'to' | 'label'> = {
  stroke: 'solid',
  head: 'arrow',
  tail: 'none',
  length: 1,
};

function addNote(state: State, of: string, text: string | undefined): void {
  const { graph } = state;
  const lines: string[] = text === undefined ? [] : [text];
  if (text === undefined) {
    const end = state.lines.findIndex((line, index) => index > state.at && /^end note$/i.test(line));
    if (end === -1) throw new NotDrawn('a note has no end');
    lines.push(...state.lines.slice(state.at + 1, end));
    state.at = end;
  }
  const id = `note ${(state.counter += 1)}`;
  graph.node(of);
  graph.node(id, { label: linesOf(lines.join('\n')), shape: 'note' });
  graph.edge({ ...PLAIN, from: of, to: id, stroke: 'dotted', head: 'none', label: [] });
}

const KINDS: ReadonlyMap<string, Shape> = new Map([
  ['choice', 'diamond'],
  ['fork', 'bar'],
  ['join', 'bar'],
  ['start', 'start'],
  ['end', 'end'],
]);

function declare(state: State, [, name, id = '', kind, text, brace]: RegExpExecArray): void {
  const said = name ?? text;
  if (said !== undefined) state.texts.set(id, [said]);
  if (brace !== undefined) return openComposite(state, id, said);
  if (kind === undefined) return state.graph.node(id, labelOf(state, id));
  const shape = KINDS.get(kind.replaceAll(/[<>[\]]/g, ''));
  if (!shape) throw new NotDrawn(`${kind} is not a kind of state that is drawn`);
  state.graph.node(id, { label: [], shape });
}

function describe(state: State, id: string, text: string): void {
  if (id === '[*]') throw new NotDrawn('a text for [*]');
  state.texts.set(id, [...(state.texts.get(id) ?? []), text]);
  state.graph.node(id, labelOf(state, id));
}

function openComposite(state: State, id: string, title: string | undefined): void {
  state.graph.node(id);
  state.graph.openGroup(id, title === undefined ? [id] : linesOf(title, 260));
  const scope = { id, region: hasRegions(state) ? 0 : undefined };
  state.scopes.push(scope);
  if (scope.region !== undefined) openRegion(state);
}

/** Parts that run at the same time stand in frames without a title. */
function hasRegions({ lines, at }: State): boolean {
  let depth = 0;
  for (const line of lines.slice(at + 1)) {
    if (line === '}') depth -= 1;
    else if (line.endsWith('{')) depth += 1;
    if (depth < 0) return false;
    if (depth === 0 && REGION.test(line)) return true;
  }
  return false;
}

const REGION = /^--+$/;

function openRegion(state: State): void {
  const scope = state.scopes.at(-1);
  if (scope?.region === undefined)
    throw new NotDrawn('parts that run at the same time, but not inside a state');
  scope.region += 1;
  state.graph.openGroup(`${scope.id} ${scope.region}`, []);
}

function nextRegion(state: State): void {
  if (state.scopes.at(-1)?.region !== undefined) state.graph.closeGroup();
  openRegion(state);
}

function closeComposite(state: State): void {
  const scope = state.scopes.length > 1 ? state.scopes.pop() : undefined;
  if (!scope) throw new NotDrawn('a state ends that has not begun');
  if (scope.region !== undefined) state.graph.closeGroup();
  state.graph.closeGroup();
}
