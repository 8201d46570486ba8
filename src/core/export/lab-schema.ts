import { z } from 'zod';
import { KINDS } from '../model/lab.ts';
import { compose, place } from './compose-schema.ts';

/** The public contract of `lab.json`, version 1. Keys are added within a version, never changed or removed. */
export const labJson = z
  .strictObject({
    $schema: z.literal('./lab.schema.json'),
    version: z.literal(1),
    lab: z.strictObject({
      title: z.string(),
      asOf: z.iso
        .datetime({ offset: true })
        .describe('Time of the newest commit, or of the newest file without Git.'),
      commit: z.string().optional(),
    }),
    pages: z
      .array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(KINDS),
          title: z.string(),
          path: z.string(),
          url: z.string(),
          data: z.record(z.string(), z.unknown()).describe('Front matter of the kind, completed by shape.'),
        }),
      )
      .describe('Every Markdown file that is not private. Files joined into one page share a URL.'),
    services: z.array(
      z.strictObject({
        id: z.string(),
        project: z.string(),
        name: z.string(),
        url: z.string(),
        mode: z.enum(['production', 'sandbox']).optional(),
        source: place,
        compose: compose.optional(),
      }),
    ),
    edges: z.array(z.strictObject({ from: z.string(), to: z.string(), relation: z.string(), source: place })),
    changes: z.array(
      z.strictObject({
        commit: z.string(),
        at: z.string(),
        subject: z.string(),
        service: z.string(),
        kind: z.string(),
        summary: z.string(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'hint']),
        path: z.string(),
        line: z.int().min(1),
        message: z.string(),
        hint: z.string().optional(),
      }),
    ),
  })
  .describe('A lab as data, written by Blackstart beside the site.');

export type LabJson = z.infer<typeof labJson>;

/** JSON Schema (draft 2020-12) of `lab.json`. */
export const labSchema = (): object => z.toJSONSchema(labJson);
