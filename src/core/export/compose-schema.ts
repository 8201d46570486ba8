import { z } from 'zod';

export const place = z.strictObject({
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

const fileMounts = z.array(z.strictObject({ source: value, target: value.optional() }));

export const compose = z
  .strictObject({
    image: value.optional(),
    build: z.strictObject({ context: value }).optional(),
    container_name: value.optional(),
    hostname: value.optional(),
    restart: value.optional(),
    command: value.optional(),
    entrypoint: value.optional(),
    user: value.optional(),
    privileged: value.optional().describe('Only when it is switched on.'),
    runtime: value.optional(),
    pid: value.optional(),
    stop_grace_period: value.optional(),
    network_mode: value.optional(),
    healthcheck: z
      .strictObject({
        test: value,
        interval: value.optional(),
        timeout: value.optional(),
        retries: value.optional(),
        start_period: value.optional(),
      })
      .optional(),
    logging: z.strictObject({ driver: value }).optional(),
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
    depends_on: z.record(
      z.string(),
      z.strictObject({
        condition: z.string(),
        required: z.boolean(),
        restart: z.boolean(),
        implied: z
          .string()
          .optional()
          .describe('The attribute from which Compose concludes the dependency, such as `links`.'),
        source: place,
      }),
    ),
    environment: z
      .array(z.strictObject({ name: z.string(), origin: z.enum(['environment', 'env_file']), source: place }))
      .describe('Names only: a value never leaves the lab.'),
    env_file: z.array(z.strictObject({ path: value })),
    secrets: fileMounts,
    configs: fileMounts,
    devices: z.array(z.strictObject({ source: value, target: value, permissions: z.string() })),
    cap_add: z.array(value),
    cap_drop: z.array(value),
    security_opt: z.array(value),
    extra_hosts: z.array(value),
    deploy: z.strictObject({
      resources: z
        .strictObject({
          limits: z.strictObject({
            memory: value.optional(),
            cpus: value.optional(),
            pids: value.optional(),
          }),
          reservations: z.strictObject({ memory: value.optional(), cpus: value.optional() }),
        })
        .describe('Limits from `deploy`, and from `mem_limit` and its like.'),
    }),
    profiles: z.array(z.string()),
    routes: z
      .array(
        z.strictObject({
          url: z.string(),
          from: z.enum(['traefik', 'caddy', 'homepage', 'glance']),
          source: place,
        }),
      )
      .describe('Addresses that the labels of a proxy or dashboard name.'),
  })
  .describe('What the compose file says, with the names and long forms of `docker compose config`.');

export type ComposeJson = z.infer<typeof compose>;
export type ValueJson = z.infer<typeof value>;
