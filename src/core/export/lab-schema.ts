import { z } from 'zod';
import { KINDS } from '../model/lab.ts';

/** The public contract of `lab.json`, version 1. Keys are added within a version, never changed or removed. */
const place = z.strictObject({
  path: z.string().describe('File, relative to the lab.'),
  line: z.int().min(1).describe('Line, from 1.'),
});

const value = z
  .strictObject({
    display: z.string().describe('What a person should read.'),
    raw: z.string().describe('The text of the compose file, with secrets masked.'),
    state: z
      .enum(['known', 'default', 'example', 'unresolved'])
      .describe('`unresolved` still holds a variable that nothing in the lab sets.'),
    source: place,
  })
  .describe('A value of a compose file.');

const compose = z
  .strictObject({
    image: value.optional(),
    build: z.strictObject({ context: value }).optional(),
    container_name: value.optional(),
    restart: value.optional(),
    network_mode: value.optional(),
    healthcheck: z.strictObject({ test: value }).optional(),
    ports: z.array(
      z.strictObject({
        target: value,
        published: value.optional(),
        host_ip: value.optional(),
        protocol: z.string(),
      }),
    ),
    volumes: z.array(
      z.strictObject({
        type: z.string(),
        source: value.optional(),
        target: value,
        read_only: z.boolean(),
      }),
    ),
    networks: z.array(value),
    depends_on: z.record(z.string(), z.strictObject({ condition: z.string(), source: place })),
    environment: z
      .array(z.strictObject({ name: z.string(), origin: z.enum(['environment', 'env_file']), source: place }))
      .describe('Names only: a value never leaves the lab.'),
    env_file: z.array(z.strictObject({ path: value })),
    profiles: z.array(z.string()),
  })
  .describe('What the compose file says, with the names and long forms of `docker compose config`.');

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
