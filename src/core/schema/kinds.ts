import type { z } from 'zod';
import type { Kind } from '../model/lab.ts';
import { drill } from './kinds/drill.ts';
import { goal } from './kinds/goal.ts';
import { host } from './kinds/host.ts';
import { note } from './kinds/note.ts';
import { postmortem } from './kinds/postmortem.ts';
import { runbook } from './kinds/runbook.ts';
import { service } from './kinds/service.ts';

/** Front matter of each kind. Every key is optional, and has a description and an example that documentation is made from. */
export const SCHEMAS = { service, runbook, postmortem, drill, goal, host, note } as const satisfies Record<
  Kind,
  z.ZodObject
>;

export type Field = z.ZodOptional<z.ZodType>;

/** Schema of one key, undefined when the kind has no such key. */
export function fieldOf(kind: Kind, key: string): Field | undefined {
  const shape: Readonly<Record<string, Field>> = SCHEMAS[kind].shape;
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

export const keysOf = (kind: Kind): string[] => Object.keys(SCHEMAS[kind].shape);
