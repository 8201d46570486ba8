import { z } from 'zod';
import { common } from './common.ts';

/** Front matter of a note. */
export const note = z.object(common).partial();
export type NoteData = z.infer<typeof note>;
