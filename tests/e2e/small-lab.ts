import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { put } from '../io/folders.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A lab with a page of every kind. */
export function putSmallLab(root: string): void {
  put(root, {
    'compose.yaml':
      'services:\n  pihole:\n    image: pihole/pihole:2026.1\n  unbound:\n    image: klutchell/unbound\n',
    'runbooks/dns.md':
      '---\nservices: [pihole]\nsymptoms: [no name resolves]\n---\n# DNS\n\n1. Look.\n2. Restart.\n',
    'postmortems/2026-01-02-dns.md':
      '---\nservices: [pihole]\nbegan: 2026-01-02\n---\n# No DNS\n\nSee [how](../runbooks/dns.md).\n',
    'drills/stop.md': '# Stop it\n',
    'goals/names.md': '# How names resolve\n',
    'hosts/heron.md': '# heron\n',
    'notes/picture.md': '# Picture\n\n![a dot](dot.png)\n',
    'notes/dot.png': PIXEL,
    'notes/old.md': '# Old\n',
  });
}

/** The same lab a week later: pages that are other, new, gone and moved. */
export function changeSmallLab(root: string): void {
  putSmallLab(root);
  rmSync(join(root, 'notes/old.md'));
  put(root, {
    'compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole:2026.2\n  stubby:\n    image: stubby\n',
    'runbooks/dns.md':
      '---\nservices: [pihole]\nsymptoms: [no name resolves]\n---\n# DNS is down\n\n1. Look at it.\n2. Restart it.\n',
    'notes/old/moved.md': '# Moved\n',
    'notes/long.md': `# Long\n\n${'Words of a long page. '.repeat(3000)}\n`,
  });
}
