import type { Lines } from '../model.ts';

export type Participant = Readonly<{ id: string; label: Lines; actor: boolean }>;

export type Message = Readonly<{
  type: 'message';
  from: number;
  to: number;
  text: string;
  dotted: boolean;
  head: 'none' | 'arrow' | 'open' | 'cross';
  both: boolean;
}>;

/** What happens, from top to bottom. Participants are meant by their place in the list. */
export type Event =
  | Message
  | Readonly<{ type: 'note'; side: 'left' | 'right' | 'over'; first: number; last: number; text: string }>
  | Readonly<{ type: 'open'; word: string; text: string }>
  | Readonly<{ type: 'section'; text: string }>
  | Readonly<{ type: 'close' }>
  | Readonly<{ type: 'activate' | 'deactivate'; who: number }>;

export type Sequence = Readonly<{
  title: string | undefined;
  participants: readonly Participant[];
  boxes: readonly Readonly<{ title: Lines; members: readonly number[] }>[];
  events: readonly Event[];
}>;
