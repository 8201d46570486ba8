import type { ComposeService, Value } from '../model/compose.ts';
import type { Lab, Service } from '../model/lab.ts';
import type { LabJson } from './lab-schema.ts';

/** `lab.json`: the lab as data, without what is private. */
export function exportLab(lab: Lab): LabJson {
  const hidden = new Set([
    ...lab.pages.flatMap((page) => (page.private ? [page.id, page.path] : [])),
    ...lab.services.flatMap((service) => (service.private ? [service.id] : [])),
  ]);
  const { head } = lab.history;
  return {
    $schema: './lab.schema.json',
    version: 1,
    lab: { title: lab.title, asOf: lab.asOf, ...(head !== undefined && { commit: head }) },
    pages: lab.pages
      .filter(({ id }) => !hidden.has(id))
      .map(({ id, kind, title, path, url, data }) => ({ id, kind, title, path, url, data: { ...data } })),
    services: lab.services.filter(({ id }) => !hidden.has(id)).map(serviceJson),
    edges: lab.edges
      .filter(({ from, to, source }) => ![from, to, source.path].some((id) => hidden.has(id)))
      .map(({ from, to, relation, source }) => ({ from, to, relation, source: { ...source } })),
    changes: [],
    findings: lab.findings
      .filter(({ place }) => !hidden.has(place.path))
      .map(({ rule, severity, place, message, hint }) => ({
        rule,
        severity,
        ...place,
        message,
        ...(hint !== undefined && { hint }),
      })),
  };
}

type ServiceJson = LabJson['services'][number];
type ComposeJson = NonNullable<ServiceJson['compose']>;
type ValueJson = NonNullable<ComposeJson['image']>;

const serviceJson = ({ id, project, name, url, mode, source, compose }: Service): ServiceJson => ({
  id,
  project,
  name,
  url,
  ...(mode && { mode }),
  source: { ...source },
  ...(compose && { compose: composeJson(compose, source.path) }),
});

function composeJson(service: ComposeService, path: string): ComposeJson {
  const whole = ({ display, raw, state, line }: Value): ValueJson => ({
    display,
    raw,
    state,
    source: { path, line },
  });
  const part = (text: string, { state, line }: Value): ValueJson =>
    whole({ display: text, raw: text, state, line });
  return {
    ...(service.image && { image: whole(service.image) }),
    ...(service.build && { build: { context: whole(service.build) } }),
    ...(service.containerName && { container_name: whole(service.containerName) }),
    ...(service.restart && { restart: whole(service.restart) }),
    ...(service.networkMode && { network_mode: whole(service.networkMode) }),
    ...(service.healthcheck && { healthcheck: { test: whole(service.healthcheck) } }),
    ports: service.ports.map(({ target, published, hostIp, protocol, value }) => ({
      target: part(target, value),
      ...(published !== undefined && { published: part(published, value) }),
      ...(hostIp !== undefined && { host_ip: part(hostIp, value) }),
      protocol,
    })),
    volumes: service.mounts.map(({ type, source, target, readOnly, value }) => ({
      type,
      ...(source !== undefined && { source: part(source, value) }),
      target: part(target, value),
      read_only: readOnly,
    })),
    networks: service.networks.map(whole),
    depends_on: Object.fromEntries(
      service.dependsOn.map(({ service: name, condition, line }) => [
        name,
        { condition, source: { path, line } },
      ]),
    ),
    environment: service.environment.map(({ name, origin, line }) => ({
      name,
      origin,
      source: { path, line },
    })),
    env_file: service.envFiles.map((value) => ({ path: whole(value) })),
    profiles: [...service.profiles],
  };
}
