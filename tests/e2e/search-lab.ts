import { put } from '../io/folders.ts';

/** A lab in two languages, with a private page, and with an author who tries things. */
export function putSearchLab(root: string): void {
  put(root, {
    'compose.yaml':
      'name: dns\nservices:\n  pihole:\n    image: pihole/pihole:2026.1\n    environment: [FTLCONF_dns_upstreams]\n    labels: { blackstart.mode: production }\n',
    'runbooks/dns-down.md':
      '---\nservices: [pihole]\nsymptoms: [no name resolves]\nsignatures: [DNS_PROBE_FINISHED_NXDOMAIN]\n---\n# DNS is down\n\nLook at the lamp.\n\n## Restart the resolver\n\nRestart the resolver with both hands.\n',
    'runbooks/internet.md':
      '---\nlang: de\nservices: [pihole]\n---\n# Das Internet geht nicht\n\nDie Lampe am Router ist grün.\n\n## Den Stecker ziehen\n\nDen Stecker des Auflösers langsam herausziehen.\n',
    'postmortems/2025-03-04-lamp.md':
      '---\nservices: [pihole]\nbegan: 2025-03-04\nseverity: sev1\n---\n# The lamp went out\n\nNobody saw the lamp.\n',
    'postmortems/2026-01-02-lamp.md':
      '---\nservices: [pihole]\nbegan: 2026-01-02\nseverity: sev3\n---\n# The lamp went out again\n\nEverybody saw the lamp.\n',
    'diary.md': '---\nprivate: true\n---\n# Diary\n\nThe lamp is called xylophonist.\n',
    'evil.md':
      '---\ntitle: Evil <img src=x onerror="document.title=1">\n---\n# Evil\n\n## `<script>document.title=2</script>`\n\nThe mischief is `<img src=x onerror="document.title=3">` and `<mark>` and `</mark><b>` here.\n',
    ...Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [
        `many/note-${index}.md`,
        `# Note ${index}\n\nOne of the manifold.\n`,
      ]),
    ),
  });
}
