import { isSafeLabel } from './safe-labels.ts';
import { isSecretName } from './secret-name.ts';

/**
 * How a part of a compose file is shown: `text` behind the value redactor, `command` likewise with its words seen together,
 * `environment`, `labels`, `mount options` and `mask` without values; the others say only how their children are shown.
 */
export type Policy =
  | 'mask'
  | 'text'
  | 'command'
  | 'environment'
  | 'labels'
  | 'options'
  | 'mount options'
  | 'names'
  | 'root'
  | 'services'
  | 'service'
  | 'build'
  | 'healthcheck'
  | 'deploy'
  | 'logging'
  | 'log options'
  | 'hook'
  | 'resources'
  | 'resource'
  | 'files'
  | 'file'
  | 'extension';

/** The policy for what stands under `key` in a mapping. What no table names is masked. */
export function childPolicy(policy: Policy, key: string): Policy {
  switch (policy) {
    case 'mask':
    case 'mount options':
    case 'command':
    case 'environment':
      return 'mask';
    case 'text':
      if (key === 'command') return 'command';
      return isSecretName(key) ? 'mask' : 'text';
    case 'names':
      return 'text';
    case 'labels':
      return isSafeLabel(key) ? 'text' : 'mask';
    case 'services':
      return 'service';
    case 'resources':
      return 'resource';
    case 'files':
      return 'file';
    case 'root':
      // Notes often show one service, or a part of one, without what is around it.
      return TABLES.root.get(key) ?? TABLES.extension.get(key) ?? 'extension';
    default:
      return TABLES[policy].get(key) ?? (key.startsWith('x-') && policy !== 'options' ? 'extension' : 'mask');
  }
}

type TablePolicy = Exclude<
  Policy,
  | 'mask'
  | 'mount options'
  | 'names'
  | 'command'
  | 'environment'
  | 'text'
  | 'labels'
  | 'services'
  | 'resources'
  | 'files'
>;
type Table = ReadonlyMap<string, Policy>;

function table(text: string, others: Readonly<Record<string, Policy>> = {}): Table {
  return new Map<string, Policy>([
    ...text.split(' ').map((key) => [key, 'text'] as const),
    ...Object.entries(others),
  ]);
}

const SERVICE = table(
  'attach blkio_config cap_add cap_drop cgroup cgroup_parent configs container_name cpu_count cpu_percent cpu_period cpu_quota ' +
    'cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset develop device_cgroup_rules devices dns dns_opt dns_search ' +
    'domainname env_file expose extends external_links extra_hosts gpus group_add hostname image init ipc isolation label_file ' +
    'links mac_address mem_limit mem_reservation mem_swappiness memswap_limit network_mode oom_kill_disable ' +
    'oom_score_adj pid pids_limit platform ports privileged profiles pull_policy pull_refresh_after read_only restart runtime ' +
    'scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits ' +
    'use_api_socket user userns_mode uts volumes volumes_from working_dir x-blackstart',
  {
    annotations: 'labels',
    build: 'build',
    command: 'command',
    depends_on: 'names',
    deploy: 'deploy',
    entrypoint: 'command',
    environment: 'environment',
    healthcheck: 'healthcheck',
    labels: 'labels',
    logging: 'logging',
    models: 'names',
    networks: 'names',
    post_start: 'hook',
    pre_start: 'hook',
    pre_stop: 'hook',
  },
);

const BUILD = table(
  'additional_contexts cache_from cache_to context dockerfile entitlements extra_hosts isolation network no_cache ' +
    'no_cache_filter platforms privileged provenance pull sbom secrets shm_size ssh tags target ulimits',
  { args: 'environment', labels: 'labels' },
);

const HEALTHCHECK = table('disable interval retries start_interval start_period timeout', {
  test: 'command',
});

const DEPLOY = table(
  'endpoint_mode mode placement replicas resources restart_policy rollback_config update_config',
  {
    labels: 'labels',
  },
);

const LOGGING = table('driver', { options: 'log options' });

const LOG_OPTIONS = table(
  'cache-disabled compress env labels max-buffer-size max-file max-size mode tag gelf-address syslog-address fluentd-address loki-url',
);

const RESOURCE = table('attachable driver enable_ipv4 enable_ipv6 external internal ipam model name type', {
  driver_opts: 'options',
  labels: 'labels',
});

const TABLES: Readonly<Record<TablePolicy, Table>> = {
  root: table('include name version x-blackstart', {
    configs: 'files',
    models: 'resources',
    networks: 'resources',
    secrets: 'files',
    services: 'services',
    volumes: 'resources',
  }),
  service: SERVICE,
  build: BUILD,
  healthcheck: HEALTHCHECK,
  deploy: DEPLOY,
  logging: LOGGING,
  'log options': LOG_OPTIONS,
  hook: table('image per_replica privileged user working_dir', {
    command: 'command',
    environment: 'environment',
  }),
  resource: RESOURCE,
  file: table('driver environment external file name template_driver', { labels: 'labels' }),
  options: table('device type', { o: 'mount options' }),
  extension: new Map([
    ...table('condition cpus limits memory reservations'),
    ...LOG_OPTIONS,
    ...LOGGING,
    ...DEPLOY,
    ...HEALTHCHECK,
    ...BUILD,
    ...SERVICE,
  ]),
};
