import type { Message } from './model.ts';

export type FoundMessage = Omit<Message, 'type' | 'from' | 'to'> &
  Readonly<{ from: string; to: string; sign: string }>;

/** The message of a line, such as `Browser->>+Proxy: GET /`. A name may hold dashes, so a name that is known goes first. */
export function messageIn(line: string, isKnown: (name: string) => boolean): FoundMessage | undefined {
  const colon = line.indexOf(':');
  const names = colon === -1 ? line : line.slice(0, colon);
  const found = Array.from(names.matchAll(ARROW), (match) => split(names, match)).filter(
    (parts) => parts !== undefined,
  );
  const best = found.find(({ from, to }) => isKnown(from) && isKnown(to)) ?? found[0];
  return best && { ...best, text: colon === -1 ? '' : line.slice(colon + 1).trim() };
}

const ARROW = /<<-->>|<<->>|-->>|->>|--x|-x|--\)|-\)|-->|->/g;

function split(names: string, { index, 0: arrow }: RegExpExecArray): Omit<FoundMessage, 'text'> | undefined {
  const from = names.slice(0, index).trim();
  const [, sign = '', to = ''] = /^\s*([+-]?)\s*(.*?)\s*$/.exec(names.slice(index + arrow.length)) ?? [];
  if (from === '' || to === '' || /[<>]|-$/.test(from) || /^[-+>)]|[<>]/.test(to)) return undefined;
  return { from, to, sign, dotted: arrow.includes('--'), head: headOf(arrow), both: arrow.startsWith('<<') };
}

function headOf(arrow: string): Message['head'] {
  if (arrow.endsWith('>>')) return 'arrow';
  if (arrow.endsWith(')')) return 'open';
  return arrow.endsWith('x') ? 'cross' : 'none';
}
