import { child, entriesOf, itemsOf } from './tree.ts';
import type { Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

/**
 * Whether a YAML text describes services for Docker Compose, judged by its content: some document has `services:` whose
 * entries hold what only Compose knows, or nothing but `include:` of compose files.
 */
export function looksLikeCompose(text: string): boolean {
  if (!QUICK.test(text) || FOREIGN.test(text)) return false;
  return parseYaml(text, 1).documents.some(({ tree }) => isCompose(tree));
}

const QUICK = /^\uFEFF?(?:["']?(?:services|include)["']?[ \t]*:|[ \t]*\{)/m;

/** Top-level keys of Kubernetes, CI systems, API descriptions and other formats that have a `services:` or `include:` too. */
const FOREIGN =
  /^(?:apiVersion|kind|openapi|swagger|jobs|on|stages|steps|pipeline|pipelines|workflow|recipe|definitions|groups|scrape_configs|processes|resources|provider|frameworkVersion)[ \t]*:/m;

function isCompose(tree: Tree): boolean {
  const services = child(tree, 'services');
  if (services?.kind === 'mapping') return hasServices(services);
  return services === undefined && child(tree, 'include') !== undefined && onlyIncludes(tree);
}

function hasServices(services: Tree): boolean {
  const bodies = entriesOf(services)
    .map(([, { value }]) => value)
    .filter(({ kind }) => kind === 'mapping');
  return bodies.some((body) => {
    const keys = entriesOf(body).map(([key]) => key);
    return (
      keys.some((key) => TELLING.has(key)) || (keys.length > 0 && keys.every((key) => isServiceKey(key)))
    );
  });
}

function onlyIncludes(tree: Tree): boolean {
  const keys = entriesOf(tree).map(([key]) => key);
  if (!keys.every((key) => TOP_LEVEL.has(key) || key.startsWith('x-'))) return false;
  const hasCompany = keys.some((key) => key !== 'include' && key !== 'version');
  return itemsOf(child(tree, 'include')).some((item) => {
    if (item.kind === 'scalar') return hasCompany || /compose[\w./-]{0,100}\.ya?ml$/i.test(item.text);
    return child(item, 'path') !== undefined;
  });
}

function isServiceKey(key: string): boolean {
  return ORDINARY.has(key) || key.startsWith('x-');
}

const TOP_LEVEL = new Set([
  'include',
  'name',
  'version',
  'services',
  'networks',
  'volumes',
  'secrets',
  'configs',
  'models',
]);

/** One of these is enough: no other format with `services:` has it. */
const TELLING = new Set(
  (
    'image build extends container_name env_file depends_on network_mode restart healthcheck cap_add cap_drop volumes_from ' +
    'extra_hosts security_opt stop_grace_period mem_limit'
  ).split(' '),
);

/** With these alone, every key has to be one of Compose. */
const ORDINARY = new Set(
  (
    'annotations attach blkio_config cgroup cgroup_parent command configs cpu_count cpu_percent cpu_period cpu_quota ' +
    'cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec deploy develop device_cgroup_rules devices dns ' +
    'dns_opt dns_search domainname entrypoint environment expose external_links gpus group_add hostname init ipc isolation ' +
    'label_file labels links logging mac_address mem_reservation mem_swappiness memswap_limit models networks ' +
    'oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_start pre_stop privileged profiles provider ' +
    'pull_policy read_only runtime scale secrets shm_size stdin_open stop_signal storage_opt sysctls tmpfs tty ulimits user ' +
    'userns_mode uts volumes working_dir'
  ).split(' '),
);
