/**
 * A value of a compose file, never a secret one: `raw` is the text as written, `display` what a person should read.
 * `state` says whether the two can be trusted: `default` came from `${NAME:-default}`, `example` from a sample file,
 * `unresolved` still holds a variable that nothing in the lab sets. `path` is there when the value stands in another file
 * than the service that has it: one that it extends, includes or is overridden by.
 */
export type Value = Readonly<{
  display: string;
  raw: string;
  state: 'known' | 'default' | 'example' | 'unresolved';
  line: number;
  path?: string;
}>;

/** `origin` says where the name stands: in the service itself, or in a file that `env_file` names. */
export type EnvironmentName = Readonly<{
  name: string;
  origin: 'environment' | 'env_file';
  line: number;
  path?: string;
}>;

/** Long form of one entry of `ports`; numbers and ranges stay text, as Compose prints them. */
export type Port = Readonly<{
  target: string;
  published?: string;
  hostIp?: string;
  protocol: string;
  value: Value;
}>;

/** Long form of one entry of `volumes`. An anonymous volume has no source. */
export type Mount = Readonly<{
  type: 'bind' | 'volume' | 'tmpfs' | 'other';
  source?: string;
  target: string;
  readOnly: boolean;
  value: Value;
}>;

/** `implied` names the attribute that makes the service depend on the other without saying so. */
export type Dependency = Readonly<{
  service: string;
  condition: string;
  required: boolean;
  restart: boolean;
  implied?: string;
  line: number;
  path?: string;
}>;

/** A network that a service joins. `implied`: it names none, so Compose gives it the project's own. */
export type Membership = Readonly<{
  name: Value;
  aliases: readonly string[];
  addresses: readonly string[];
  implied: boolean;
}>;

export type Healthcheck = Readonly<{
  /** The command without its marker; `none` when the test is switched off. */
  test: Value;
  disabled: boolean;
  interval?: Value;
  timeout?: Value;
  retries?: Value;
  startPeriod?: Value;
}>;

/** A device of the host, or what is asked of those of a kind: `gpu`. */
export type Device = Readonly<{ source: string; target: string; permissions: string; value: Value }>;
export type Gpu = Readonly<{ driver: string; count: string; ids: readonly string[]; value: Value }>;

/** A secret or config that is put into a service; `target` only when it is said. */
export type FileMount = Readonly<{ source: string; target?: string; value: Value }>;

/** From `mem_limit` and its like, or from `deploy.resources`. */
export type Limits = Readonly<{
  memory?: Value;
  cpus?: Value;
  pids?: Value;
  reservedMemory?: Value;
  reservedCpus?: Value;
}>;

/** Where a proxy or a dashboard says that a service answers; `from` is the family of labels. */
export type Route = Readonly<{
  url: string;
  from: 'traefik' | 'caddy' | 'homepage' | 'glance';
  value: Value;
}>;

/** What a tool that updates images is told of a service. */
export type UpdatePolicy = Readonly<{
  tool: 'watchtower' | 'wud' | 'diun';
  enabled: boolean;
  monitorOnly: boolean;
  value: Value;
}>;

/** What compose labels say to other tools, by family. */
export type LabelFacts = Readonly<{
  routes: readonly Route[];
  updates: readonly UpdatePolicy[];
  /** `homepage.name`, `group`, `description`, `icon`. */
  shown: Readonly<Record<string, Value>>;
  /** The service is stopped while its volumes are backed up, by docker-volume-backup. */
  stoppedForBackup?: Value;
}>;

/** What one compose file says about one service. Environment has names only; every text has passed the value redactor. */
export type ComposeService = Readonly<{
  name: string;
  line: number;
  /** The file that defines it, when that is another: one that is included. */
  path?: string;
  image?: Value;
  build?: Value;
  containerName?: Value;
  hostname?: Value;
  restart?: Value;
  command?: Value;
  entrypoint?: Value;
  user?: Value;
  stopGracePeriod?: Value;
  logging?: Value;
  runtime?: Value;
  pidMode?: Value;
  privileged?: Value;
  ports: readonly Port[];
  mounts: readonly Mount[];
  networks: readonly Membership[];
  networkMode?: Value;
  dependsOn: readonly Dependency[];
  healthcheck?: Healthcheck;
  environment: readonly EnvironmentName[];
  envFiles: readonly Value[];
  secrets: readonly FileMount[];
  configs: readonly FileMount[];
  profiles: readonly string[];
  devices: readonly Device[];
  gpus: readonly Gpu[];
  capAdd: readonly Value[];
  capDrop: readonly Value[];
  securityOpt: readonly Value[];
  extraHosts: readonly Value[];
  limits: Limits;
  labels: LabelFacts;
  /** Our own description of the service: `x-blackstart` and `blackstart.*` labels, by key of the service's front matter. */
  own: Readonly<Record<string, unknown>>;
}>;

/** A top-level network, volume, secret or config. `remote` is what lies elsewhere: a share, or a folder of the host. */
export type ComposeResource = Readonly<{
  key: string;
  name?: string;
  external: boolean;
  driver?: string;
  remote?: Readonly<{ type: 'nfs' | 'cifs' | 'bind' | 'other'; device: Value }>;
  /** Where a secret or config comes from. */
  origin?: Readonly<{ type: 'file' | 'environment' | 'content'; value?: Value }>;
  line: number;
  path?: string;
}>;

/** `COMPOSE_FILE` and `COMPOSE_PROJECT_NAME` of a `.env` file. */
export type ComposeSettings = Readonly<{ files: readonly string[]; projectName?: string }>;

/** What a file, or a fence in a Markdown page, says about services, all its documents together. Lines are those of the file. */
export type ComposeFacts = Readonly<{
  name?: Value;
  line: number;
  services: readonly ComposeService[];
  networks: readonly ComposeResource[];
  volumes: readonly ComposeResource[];
  secrets: readonly ComposeResource[];
  configs: readonly ComposeResource[];
  /** Other compose files this one includes or extends, as written. */
  includes: readonly Value[];
}>;
