import { linesOf } from '../label.ts';
import type { Lines } from '../model.ts';
import { MOST, NotDrawn } from '../model.ts';
import { statementsOf } from '../prepare.ts';
import type { Event, Participant, Sequence } from './model.ts';
import { messageIn } from './message.ts';

/** Reads what follows the word `sequenceDiagram`. */
export function parseSequence(body: string): Sequence {
  const state: State = {
    participants: [],
    places: new Map(),
    boxes: [],
    events: [],
    blocks: [],
    active: new Map(),
    number: undefined,
    step: 1,
    title: undefined,
  };
  for (const line of statementsOf(body)) if (line !== '' && !line.startsWith('%%')) statement(state, line);
  if (state.blocks.length > 0) throw new NotDrawn(`${state.blocks.at(-1)} has no end`);
  if (state.participants.length === 0) throw new NotDrawn('nobody takes part in it');
  return state;
}

type State = {
  readonly participants: Participant[];
  readonly places: Map<string, number>;
  readonly boxes: { title: Lines; members: number[] }[];
  readonly events: Event[];
  /** Words of the blocks that are open. */
  readonly blocks: string[];
  readonly active: Map<number, number>;
  number: number | undefined;
  step: number;
  title: string | undefined;
};

const DECLARED = /^(?:create\s+)?(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/i;
const NOTE = /^note\s+(left\s+of|right\s+of|over)\s+([^:,]+?)\s*(?:,\s*([^:]+?)\s*)?:(.*)$/i;
const BLOCK = /^(loop|alt|opt|par|par_over|critical|break|rect)(?:\s+(.*))?$/i;
const SECTION = /^(else|and|option)(?:\s+(.*))?$/i;
const BOX = /^box(?:\s+(.*))?$/i;
const NUMBERS = /^autonumber(?:\s+(off|\d{1,6})(?:\s+(\d{1,6}))?)?$/i;
const NO_EFFECT =
  /^(?:destroy|links?|properties|details)\s+\S|^acc(?:Title|Descr)\s*:|^accDescr\s*\{[^}]*\}$/i;
const SECTION_OF: Readonly<Record<string, string>> = { else: 'alt', and: 'par', option: 'critical' };

function statement(state: State, line: string): void {
  if (state.events.length > MOST.events) throw new NotDrawn(`it has more than ${MOST.events} events`);
  const declared = DECLARED.exec(line);
  if (declared) return declare(state, declared);
  const title = /^title(?:\s*:\s*|\s+)(.+)$/i.exec(line)?.[1];
  if (title !== undefined) return void (state.title = title);
  const numbers = NUMBERS.exec(line);
  if (numbers) return countFrom(state, numbers);
  const activation = /^(activate|deactivate)\s+(.+)$/i.exec(line);
  if (activation)
    return /^a/i.test(activation[1] ?? '')
      ? activate(state, placeOf(state, activation[2] ?? ''))
      : deactivate(state, placeOf(state, activation[2] ?? ''));
  const note = NOTE.exec(line);
  if (note) return addNote(state, note);
  if (/^end$/i.test(line)) return close(state);
  const box = BOX.exec(line);
  if (box) return openBox(state, box[1] ?? '');
  const block = BLOCK.exec(line);
  if (block) return open(state, block);
  const section = SECTION.exec(line);
  if (section) return addSection(state, section);
  if (!NO_EFFECT.test(line)) message(state, line);
}

function declare(state: State, [, kind = '', named = '', alias]: RegExpExecArray): void {
  const settings = /^([^@]+)@\{([^{}]*)\}$/.exec(named);
  const id = (settings?.[1] ?? named).trim();
  const actor = /actor/i.test(kind) || /type"?\s*:\s*"?actor/.test(settings?.[2] ?? '');
  const participant = { id, label: linesOf(alias ?? id, 150), actor };
  const place = state.places.get(id);
  if (place !== undefined) state.participants[place] = participant;
  else add(state, participant);
}

function add(state: State, participant: Participant): number {
  if (/[<>:;+,{}]|->|--/.test(participant.id) || participant.id === '')
    throw new NotDrawn(`this name can't be read: ${participant.id.slice(0, 80)}`);
  const place = state.participants.push(participant) - 1;
  if (place > 40) throw new NotDrawn('more than 40 take part in it');
  state.places.set(participant.id, place);
  if (state.blocks.at(-1) === 'box') state.boxes.at(-1)?.members.push(place);
  return place;
}

const placeOf = (state: State, name: string): number =>
  state.places.get(name.trim()) ??
  add(state, { id: name.trim(), label: linesOf(name.trim(), 150), actor: false });

function countFrom(state: State, [, start, step]: RegExpExecArray): void {
  state.number = start === 'off' ? undefined : Number(start ?? 1);
  state.step = Number(step ?? 1);
}

function message(state: State, line: string): void {
  const found = messageIn(line, (name) => state.places.has(name));
  if (!found) throw new NotDrawn(`this line can't be read: ${line.slice(0, 80)}`);
  const from = placeOf(state, found.from);
  const to = placeOf(state, found.to);
  const number = state.number === undefined ? '' : `${state.number}. `;
  if (state.number !== undefined) state.number += state.step;
  const { dotted, head, both } = found;
  state.events.push({ type: 'message', from, to, text: number + found.text, dotted, head, both });
  if (found.sign === '+') activate(state, to);
  if (found.sign === '-') deactivate(state, from);
}

function activate(state: State, who: number): void {
  state.active.set(who, (state.active.get(who) ?? 0) + 1);
  state.events.push({ type: 'activate', who });
}

function deactivate(state: State, who: number): void {
  const active = state.active.get(who) ?? 0;
  if (active === 0) throw new NotDrawn('one is deactivated that is not active');
  state.active.set(who, active - 1);
  state.events.push({ type: 'deactivate', who });
}

function addNote(state: State, [, where = '', left = '', right, text = '']: RegExpExecArray): void {
  const [one, other] = [placeOf(state, left), placeOf(state, right ?? left)];
  const side = /^left/i.test(where) ? 'left' : /^right/i.test(where) ? 'right' : 'over';
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  state.events.push({ type: 'note', side, first, last, text });
}

function open(state: State, [, word = '', text = '']: RegExpExecArray): void {
  const lower = word.toLowerCase().replace('_over', '');
  state.blocks.push(lower);
  if (state.blocks.length > MOST.depth) throw new NotDrawn(`its blocks are more than ${MOST.depth} deep`);
  state.events.push({ type: 'open', word: lower, text: lower === 'rect' ? '' : text });
}

function addSection(state: State, [, word = '', text = '']: RegExpExecArray): void {
  const around = SECTION_OF[word.toLowerCase()];
  if (state.blocks.at(-1) !== around) throw new NotDrawn(`${word} stands outside of ${around}`);
  state.events.push({ type: 'section', text });
}

/** A box has a colour and a title, or one of the two. */
function openBox(state: State, said: string): void {
  const title = said.replace(
    /^(?:(?:rgba?|hsla?)\([^)]*\)|#[\da-f]{3,8}|transparent|[a-z]+(?=\s|$))\s*/i,
    (colour) => (COLOUR.test(colour.trim()) ? '' : colour),
  );
  state.blocks.push('box');
  state.boxes.push({ title: linesOf(title, 200), members: [] });
}

const COLOUR =
  /[(#]|^(?:transparent|aqua|black|blue|fuchsia|gray|grey|green|lime|maroon|navy|olive|orange|pink|purple|red|silver|teal|white|yellow|(?:light|dark|medium|pale|deep|alice|sky|corn|steel|royal)[a-z]+)$/i;

function close(state: State): void {
  const word = state.blocks.pop();
  if (word === undefined) throw new NotDrawn('end stands alone');
  if (word !== 'box') state.events.push({ type: 'close' });
}
