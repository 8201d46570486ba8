import type { ComposeService, FileMount, Value } from '../model/compose.ts';
import { present } from '../compose/values.ts';
import type { ComposeJson, ValueJson } from './compose-schema.ts';

/** What a compose file says of a service as `lab.json` has it; `path` is the file that defines the service. */
export function composeJson(service: ComposeService, path: string): ComposeJson {
  const source = (said: Readonly<{ line: number; path?: string }>) => ({
    path: said.path ?? path,
    line: said.line,
  });
  const whole = (value: Value): ValueJson => {
    const { display, raw, state } = value;
    return { display, raw, state, source: source(value) };
  };
  const part = (text: string, value: Value): ValueJson => whole({ ...value, display: text, raw: text });
  const files = (mounts: readonly FileMount[]) =>
    mounts.map(({ source: name, target, value }) => ({
      source: part(name, value),
      ...(target !== undefined && { target: part(target, value) }),
    }));
  const { healthcheck, limits, logging } = service;
  const single = present({
    image: service.image,
    container_name: service.containerName,
    hostname: service.hostname,
    restart: service.restart,
    network_mode: service.networkMode,
    command: service.command,
    entrypoint: service.entrypoint,
    user: service.user,
    privileged: service.privileged,
    runtime: service.runtime,
    pid: service.pidMode,
    stop_grace_period: service.stopGracePeriod,
  });
  return {
    ...mapped(single, whole),
    ...(service.build && { build: { context: whole(service.build) } }),
    ...(healthcheck && {
      healthcheck: {
        test: whole(healthcheck.test),
        ...mapped(
          present({
            interval: healthcheck.interval,
            timeout: healthcheck.timeout,
            retries: healthcheck.retries,
            start_period: healthcheck.startPeriod,
          }),
          whole,
        ),
      },
    }),
    ...(logging && { logging: { driver: whole(logging) } }),
    ports: service.ports.map(({ target, published, hostIp, protocol, value }) => ({
      target: part(target, value),
      ...(published !== undefined && { published: part(published, value) }),
      ...(hostIp !== undefined && { host_ip: part(hostIp, value) }),
      protocol,
    })),
    volumes: service.mounts.map(({ type, source: from, target, readOnly, value }) => ({
      type,
      ...(from !== undefined && { source: part(from, value) }),
      target: part(target, value),
      read_only: readOnly,
    })),
    networks: service.networks.filter(({ implied }) => !implied).map(({ name }) => whole(name)),
    depends_on: Object.fromEntries(
      service.dependsOn.map((dependency) => {
        const { condition, required, restart, implied } = dependency;
        const how = { condition, required, restart, ...(implied !== undefined && { implied }) };
        return [dependency.service, { ...how, source: source(dependency) }];
      }),
    ),
    environment: service.environment.map((variable) => ({
      name: variable.name,
      origin: variable.origin,
      source: source(variable),
    })),
    env_file: service.envFiles.map((value) => ({ path: whole(value) })),
    secrets: files(service.secrets),
    configs: files(service.configs),
    devices: service.devices.map(({ source: from, target, permissions, value }) => ({
      source: part(from, value),
      target: part(target, value),
      permissions,
    })),
    cap_add: service.capAdd.map(whole),
    cap_drop: service.capDrop.map(whole),
    security_opt: service.securityOpt.map(whole),
    extra_hosts: service.extraHosts.map(whole),
    deploy: {
      resources: {
        limits: mapped(present({ memory: limits.memory, cpus: limits.cpus, pids: limits.pids }), whole),
        reservations: mapped(present({ memory: limits.reservedMemory, cpus: limits.reservedCpus }), whole),
      },
    },
    profiles: [...service.profiles],
    routes: service.labels.routes.map(({ url, from, value }) => ({ url, from, source: source(value) })),
  };
}

function mapped<K extends string>(
  values: Readonly<Partial<Record<K, Value>>>,
  convert: (value: Value) => ValueJson,
): Partial<Record<K, ValueJson>> {
  const converted: Partial<Record<K, ValueJson>> = {};
  for (const key in values) {
    const value = values[key];
    if (value) converted[key] = convert(value);
  }
  return converted;
}
