import type { Mount, Value } from '../model/compose.ts';
import type { Place as Source } from '../model/finding.ts';
import type { PageData, Service } from '../model/lab.ts';

/** One line of a fact list. */
export type Fact = Readonly<{ key: FactKey; values: readonly FactValue[] }>;

/** `source` is the line it was read from, `url` the page of the site about it. */
export type FactValue = Readonly<{
  text: string;
  form: FactForm;
  unknown?: true;
  source?: Source;
  url?: string;
}>;

/** `code` is typed or copied; `link` is an address on the network; `time` is ISO 8601; `answer` is "true" or "false". */
export type FactForm = 'text' | 'link' | 'code' | 'time' | 'answer';

export const FACT_KEYS = [
  'severity',
  'status',
  'began',
  'noticed',
  'mitigated',
  'ended',
  'detection',
  'causes',
  'trigger',
  'fix',
  'date',
  'repeat_every',
  'hypothesis',
  'steady',
  'method',
  'abort',
  'rollback',
  'deviated',
  'forgot',
  'question',
  'by',
  'layers',
  'residue',
  'address',
  'vlan',
  'role',
  'parent',
  'risk',
  'minutes',
  'requires',
  'inputs',
  'alerts',
  'symptoms',
  'signatures',
  'host',
  'url',
  'household',
  'rto',
  'rpo',
  'backup',
  'layer',
  'owner',
  'watts',
  'until',
  'household_minutes',
  'image',
  'build',
  'container',
  'ports',
  'restart',
  'health',
  'network_mode',
  'networks',
  'mounts',
  'reads',
  'environment',
  'env_file',
  'profiles',
  'tags',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];

const CODE = new Set<FactKey>(['address', 'signatures', 'url', 'alerts']);

/** Facts in a page's data, in the order that helps most; what other parts of the page show is left out. */
export function dataFacts(data: PageData): Fact[] {
  return FACT_KEYS.flatMap((key) => {
    const values = (key === 'backup' ? plansIn(data[key]) : [data[key]].flat()).flatMap((value) => {
      const text = textOf(value);
      return text === undefined ? [] : [{ text, form: formOf(key, value) }];
    });
    return values.length === 0 ? [] : [{ key, values }];
  });
}

function formOf(key: FactKey, value: unknown): FactForm {
  if (typeof value === 'boolean') return 'answer';
  if (key === 'url' && /^https?:\/\//i.test(String(value))) return 'link';
  if (CODE.has(key)) return 'code';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:]+\S*)?$/.test(value) ? 'time' : 'text';
}

type Located = Readonly<{ line: number; path?: string }>;

/** What the compose file says of a service, each value with its line. */
export function composeFacts({ compose, source }: Service): Fact[] {
  if (!compose) return [];
  const at = ({ line, path = source.path }: Located): Source => ({ path, line });
  const values = (list: readonly (Value | undefined)[]): FactValue[] =>
    list.flatMap((value) =>
      value
        ? [
            {
              text: value.display,
              form: 'code' as const,
              source: at(value),
              ...(value.state === 'unresolved' && { unknown: true as const }),
            },
          ]
        : [],
    );
  const facts: Fact[] = [
    { key: 'container', values: values([compose.containerName]) },
    { key: 'image', values: values([compose.image]) },
    { key: 'build', values: values([compose.build]) },
    { key: 'ports', values: values(compose.ports.map(({ value }) => value)) },
    { key: 'restart', values: values([compose.restart]) },
    { key: 'health', values: values([compose.healthcheck?.test]) },
    { key: 'network_mode', values: values([compose.networkMode]) },
    {
      key: 'networks',
      values: values(compose.networks.filter(({ implied }) => !implied).map(({ name }) => name)),
    },
    { key: 'mounts', values: values(compose.mounts.filter(isState).map(({ value }) => value)) },
    {
      key: 'reads',
      values: values(compose.mounts.filter((mount) => !isState(mount)).map(({ value }) => value)),
    },
    {
      key: 'environment',
      values: compose.environment.map((variable) => ({
        text: variable.name,
        form: 'code',
        source: at(variable),
      })),
    },
    { key: 'env_file', values: values(compose.envFiles) },
    { key: 'profiles', values: compose.profiles.map((text) => ({ text, form: 'code' })) },
  ];
  return facts.filter((fact) => fact.values.length > 0);
}

/** What it writes and can lose: no device, no clock of the host, no socket, and nothing that is gone with the container. */
const isState = ({ type, source, readOnly }: Mount): boolean =>
  !readOnly && type !== 'tmpfs' && !/^\/(?:dev|etc|proc|run|sys|var\/run)(?:\/|$)|\.sock$/.test(source ?? '');

/** `pihole-config: restic, to heron, daily at 02:30` for each volume; `*` stands for all there is. */
const plansIn = (backup: unknown): string[] =>
  Object.entries(typeof backup === 'object' && backup !== null ? backup : {}).flatMap(([volume, plan]) => {
    const { method, target, schedule } = Object(plan);
    const text = [method, target && `to ${target}`, schedule].filter(Boolean).join(', ');
    return text === '' ? [] : [volume === '*' ? text : `${volume}: ${text}`];
  });

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value)
    .flatMap(([key, item]) => {
      const text = textOf(item);
      return text === undefined ? [] : [`${key}: ${text}`];
    })
    .join(', ');
}
