/**
 * A value of a compose file, never a secret one: `raw` is the text as written, `display` what a person should read.
 * `state` says whether the two can be trusted: `default` came from `${NAME:-default}`, `example` from a sample file,
 * `unresolved` still holds a variable that nothing in the lab sets.
 */
export type Value = Readonly<{
  display: string;
  raw: string;
  state: 'known' | 'default' | 'example' | 'unresolved';
  line: number;
}>;

/** `origin` says where the name stands: in the service itself, or in a file that `env_file` names. */
export type EnvironmentName = Readonly<{ name: string; origin: 'environment' | 'env_file'; line: number }>;

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

export type Dependency = Readonly<{ service: string; condition: string; line: number }>;

/** What one compose file says about one service. Environment has names only; every text has passed the value redactor. */
export type ComposeService = Readonly<{
  name: string;
  line: number;
  image?: Value;
  build?: Value;
  containerName?: Value;
  restart?: Value;
  ports: readonly Port[];
  mounts: readonly Mount[];
  networks: readonly Value[];
  networkMode?: Value;
  dependsOn: readonly Dependency[];
  healthcheck?: Value;
  environment: readonly EnvironmentName[];
  envFiles: readonly Value[];
  profiles: readonly string[];
  /** Our own description of the service: `x-blackstart` and `blackstart.*` labels, by key of the service's front matter. */
  own: Readonly<Record<string, unknown>>;
}>;

/** A top-level network or volume. */
export type ComposeResource = Readonly<{ key: string; name?: string; external: boolean; line: number }>;

/** One YAML document that describes services: a file, or a fence in a Markdown page. Lines are those of the file. */
export type ComposeFacts = Readonly<{
  name?: Value;
  line: number;
  services: readonly ComposeService[];
  networks: readonly ComposeResource[];
  volumes: readonly ComposeResource[];
  /** Other compose files this one includes or extends, as written. */
  includes: readonly Value[];
}>;
