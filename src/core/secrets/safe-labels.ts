import { isSecretName } from './secret-name.ts';

/** Whether the value of a label of this name may be shown, behind the value redactor. Whatever is not listed is masked. */
export function isSafeLabel(name: string): boolean {
  if (name.startsWith('blackstart.')) return !isSecretName(name.slice(name.lastIndexOf('.') + 1));
  return SAFE.some((pattern) => pattern.test(name));
}

const SAFE: readonly RegExp[] = [
  /^traefik\.(?:enable|constraint-label|docker\.(?:network|lbswarm)|swarm\.network)$/,
  /^traefik\.(?:http|tcp|udp)\.routers\.[^.]{1,100}\.(?:rule|rulesyntax|entrypoints|service|middlewares|priority|tls)$/i,
  /^traefik\.(?:http|tcp)\.routers\.[^.]{1,100}\.tls\.(?:certresolver|options|passthrough|domains\[\d+\]\.(?:main|sans))$/i,
  /^traefik\.(?:http|tcp|udp)\.services\.[^.]{1,100}\.loadbalancer\.(?:server\.(?:port|scheme|url)|passhostheader|serverstransport|healthcheck\.(?:path|port|interval|timeout))$/i,
  /^traefik\.http\.middlewares\.[^.]{1,100}\.(?:redirectscheme\.(?:scheme|permanent|port)|chain\.middlewares|compress|stripprefix\.prefixes|forwardauth\.(?:address|trustforwardheader))$/i,
  /^caddy(?:_\d+)?(?:\.(?:\d+_)?(?:reverse_proxy|tls|encode|import|redir))?$/,
  /^homepage\.(?:instance\.[\w-]{1,60}\.)?(?:group|name|icon|href|description|weight|ping|siteMonitor|statusStyle|showStats|widgets?(?:\[\d+\])?\.(?:type|url|version|fields))$/,
  /^glance\.(?:name|icon|url|description|parent|id|hide|category|same-tab)$/,
  /^com\.centurylinklabs\.watchtower\.(?:enable|monitor-only|no-pull|scope|depends-on|stop-signal)$/,
  /^diun\.(?:enable|regopt|watch_repo|notify_on|sort_tags|max_tags|include_tags|exclude_tags|platform)$/,
  /^wud\.(?:watch|watch\.digest|tag\.include|tag\.exclude|tag\.transform|display\.name|display\.icon|link\.template)$/,
  /^docker-volume-backup\.(?:stop-during-backup|exec-label)$/,
  /^org\.opencontainers\.image\.(?:title|description|version|source|url|documentation|licenses|vendor|authors)$/,
  /^com\.docker\.compose\.(?:project|service|config-hash|container-number)$/,
  /^(?:autoheal|deunhealth\.restart\.on\.unhealthy|autoheal\.stop\.timeout)$/,
];
