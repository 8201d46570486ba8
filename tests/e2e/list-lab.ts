import { put } from '../io/folders.ts';

const POSTMORTEMS = [
  ['2026-09-01', 'sev1', 'dns/pihole', 'No names at breakfast', 'dns'],
  ['2026-08-01', 'sev2', 'proxy/traefik', 'The gate is closed', 'tls'],
  ['2026-07-01', 'sev2', 'dns/pihole', 'Names, but slowly', 'dns'],
  ['2026-06-01', 'sev3', 'dns/pihole', 'Names of yesterday', 'DNS'],
  ['2025-12-01', 'sev1', 'proxy/traefik', 'A certificate in winter', 'tls'],
  ['2025-11-01', 'sev3', 'proxy/traefik', 'A café that nobody reaches', 'tls'],
  ['2025-10-01', 'sev3', 'dns/pihole', 'Half of the names', 'dns'],
  ['2025-09-01', 'sev4', 'dns/pihole', 'One name', 'dns'],
  ['2024-09-01', 'sev4', 'proxy/traefik', 'An old gate', 'tls'],
] as const;

/** A lab with lists that are long enough to be narrowed, and an order in them. */
export function putListLab(root: string): void {
  put(root, {
    'blackstart.yaml': 'title: Lists\n',
    'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
    'proxy/compose.yaml': 'services:\n  traefik:\n    image: traefik\n',
    'runbooks/dns-down.md':
      '---\nservices: [dns/pihole]\nalerts: [DnsDown, "Disk 90% / full?"]\nsymptoms: [no page opens]\n---\n# DNS is down\n\n## Mitigation\n\n1. Start it.\n',
    'runbooks/gate.md': '---\nservices: [proxy/traefik]\naliases: [/tags/dns/]\n---\n# The gate is down\n',
    ...Object.fromEntries(
      POSTMORTEMS.map(([date, severity, service, title, tag], index) => [
        `postmortems/${date}.md`,
        `---\nbegan: ${date}\nseverity: ${severity}\nservices: [${service}]\ntags: [${tag}]\nstatus: closed\n---\n# ${title}\n\n## Action items\n\n- [${index % 2 ? 'x' : ' '}] Do ${title} @mara due: ${date}\n`,
      ]),
    ),
  });
}
