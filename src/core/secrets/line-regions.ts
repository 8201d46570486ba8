import { isSecretName } from './secret-name.ts';

/** How a line's values are shown: never, behind the value redactor, or by what the line's own key says. */
export type Region = 'secret' | 'safe' | 'open';

/** Follows the indentation of a YAML text line by line, without reading it as YAML, to know what a line stands in. */
export type Regions = Readonly<{
  /** The region of what begins at a column. */
  at: (column: number) => Region;
  /** Notes that a key stands at a column; returns the region of its value. */
  enter: (column: number, key: string) => Region;
}>;

export function trackRegions(outermost: Region): Regions {
  const stack: { column: number; region: Region }[] = [];
  const leave = (column: number) => {
    while ((stack.at(-1)?.column ?? -1) >= column) stack.pop();
  };
  return {
    at: (column) => stack.findLast((entry) => entry.column < column)?.region ?? outermost,
    enter: (column, key) => {
      leave(column);
      const region = regionOf(key, stack.at(-1)?.region ?? outermost);
      stack.push({ column, region });
      return region;
    },
  };
}

function regionOf(key: string, parent: Region): Region {
  if (parent === 'secret' || SECRET.has(key)) return 'secret';
  if (isSecretName(key) && key !== 'secrets') return 'secret';
  return parent === 'safe' || SAFE.has(key) ? 'safe' : 'open';
}

const SECRET = new Set(
  'environment labels annotations args secrets configs driver_opts options content dockerfile_inline credential_spec provider env'.split(
    ' ',
  ),
);

const SAFE = new Set(
  (
    'additional_contexts build cap_add cap_drop cgroup_parent command condition container_name context cpu_shares cpus cpuset ' +
    'depends_on device_cgroup_rules devices disable dns dns_search dockerfile domainname driver entrypoint env_file expose ' +
    'extends external external_links extra_hosts file group_add hostname image include init interval ipam ipc links mac_address ' +
    'mem_limit mem_reservation memory mode name network_mode networks pid pids_limit platform ports privileged profiles ' +
    'pull_policy read_only replicas restart retries runtime scale security_opt service shm_size start_interval start_period ' +
    'stdin_open stop_grace_period stop_signal sysctls target test timeout tmpfs tty ulimits user version volumes volumes_from ' +
    'working_dir x-blackstart'
  ).split(' '),
);
