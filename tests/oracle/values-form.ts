import { z } from 'zod';

/**
 * A model as Compose prints it once variables are replaced, whoever made it: there every attribute has gone through a type.
 * Durations are seconds, sizes bytes, and a command is its words.
 */
export function valuesForm(model: unknown): unknown {
  const { name: _, services, ...resources } = objectOf(model);
  const shaped = Object.entries(objectOf(services)).map(([key, service]) => [
    key,
    serviceForm(objectOf(service)),
  ]);
  return typed({ services: Object.fromEntries(shaped), ...resources }, '');
}

const record = z.record(z.string(), z.unknown());

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return record.safeParse(value).data ?? {};
}

/** Variables of `env_file` stand in `environment` by then. */
function serviceForm(service: Readonly<Record<string, unknown>>): unknown {
  const { command, entrypoint, healthcheck, extra_hosts, post_start, pre_stop, ulimits, provider, ...rest } =
    service;
  const { test, ...timing } = objectOf(healthcheck);
  return {
    ...Object.fromEntries(
      Object.entries(rest).filter(([key]) => key !== 'env_file' && !key.startsWith('x-')),
    ),
    command: words(command),
    entrypoint: words(entrypoint),
    extra_hosts: hosts(extra_hosts),
    post_start: hooks(post_start),
    pre_stop: hooks(pre_stop),
    provider: providerForm(objectOf(provider)),
    ulimits: Object.fromEntries(Object.entries(objectOf(ulimits)).filter(([, limit]) => !isZero(limit))),
    healthcheck: { test: typeof test === 'string' ? ['CMD-SHELL', test] : test, ...timing },
  };
}

function words(command: unknown): unknown {
  if (typeof command !== 'string') return command;
  const found = command.matchAll(/(?:'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|[^\s'"\\])+/g);
  return [...found].map(([word]) =>
    word.replace(
      QUOTED,
      (...[, single, double, escaped]: string[]) =>
        single ?? double?.replace(/\\(["\\$`\n])/g, '$1') ?? escaped ?? '',
    ),
  );
}

const QUOTED = /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])/g;

const hooks = (list: unknown): unknown =>
  Array.isArray(list)
    ? list.map((hook) => ({ ...objectOf(hook), command: words(objectOf(hook)['command']) }))
    : list;

/** Options of a provider are lists. */
const providerForm = ({ options, ...rest }: Readonly<Record<string, unknown>>): unknown => ({
  ...rest,
  options: Object.fromEntries(Object.entries(objectOf(options)).map(([key, value]) => [key, [value].flat()])),
});

const isZero = (limit: unknown): boolean =>
  limit === 0 ||
  (typeof limit === 'object' && Object.values(objectOf(limit)).every((each) => each === 0 || each === '0'));

function hosts(value: unknown): unknown {
  if (!Array.isArray(value))
    return Object.entries(objectOf(value)).map(([name, address]) => `${name}=${String(address)}`);
  return value
    .map((item) =>
      String(item)
        .replace(/[:=]/, '=')
        .replace(/=\[(.*)\]$/, '=$1'),
    )
    .toSorted();
}

function typed(value: unknown, key: string): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => typed(item, key));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typed(item, name)]));
  const text = String(value);
  if (key === 'count' && text === '-1') return 'all';
  if (DURATIONS.has(key)) return seconds(text);
  if (SIZES.has(key)) return bytes(text);
  if (key === 'mode' && /^(?:0o?)?\d+$/.test(text))
    return typeof value === 'number' ? value : Number.parseInt(text.replace('0o', ''), 8);
  if (typeof value === 'boolean') return value;
  return /^-?\d+(?:\.\d+)?$/.test(text)
    ? String(Number(text))
    : text === 'true'
      ? true
      : text === 'false'
        ? false
        : text;
}

const DURATIONS = new Set(
  'interval timeout start_period start_interval stop_grace_period delay monitor window'.split(' '),
);
const SIZES = new Set('mem_limit memswap_limit mem_reservation shm_size memory size'.split(' '));

function seconds(text: string): unknown {
  const parts = [...text.matchAll(/([\d.]+)(ms|us|ns|h|m|s)/g)];
  if (parts.length === 0) return text;
  return parts.reduce((sum, [, count, unit = 's']) => sum + Number(count) * (UNITS[unit] ?? 1), 0);
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 1e-6, ns: 1e-9 };

function bytes(text: string): unknown {
  const [, count, unit = ''] = /^([\d.]+) ?([bkmgt]?)i?b?$/i.exec(text) ?? [];
  if (count === undefined) return text;
  return String(Math.trunc(Number(count) * 1024 ** 'bkmgt'.indexOf(unit.toLowerCase() || 'b')));
}
