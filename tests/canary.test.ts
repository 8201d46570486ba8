import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { blackstart, folderWith } from './scripts/labs.ts';

const C = 'CANARY0x7e';

/** Looks like the inside of a key. */
const PEM = `MIIEowIBAAKCAQEAtX9qL0vWZ4hJ${C}pem8Kd3mYbR2sNfUaEwPzGcVhQ1iTrOjB\nXkS6yLpDnM5oHuC7eIaZxJvQbWgKtRfYlEsN3dUcPmOqGhVwA9zBi4T2jS8rX0kL`;

/** A value in every corner of a compose file where people have put a secret. */
const COMPOSE = `name: vault
x-env: &shared
  SHARED_SECRET: ${C}-anchor
services:
  app:
    image: registry.example.net/app:1
    # DB_PASSWORD=${C}-comment
    environment:
      <<: *shared
      DB_PASSWORD: ${C}-map
      MULTI: |
        ${C}-block
    command: ["serve", "--password=${C}-flag", "--token", "${C}-word"]
    entrypoint: sh -c 'API_KEY=${C}-inline exec app'
    healthcheck:
      test: curl -u admin:${C}-curl https://user:${C}-url@example.net/health
    labels:
      traefik.http.middlewares.auth.basicauth.users: "admin:$$2y$$05$$${C}-hash"
      homepage.widget.key: ${C}-widget
    build:
      context: .
      args:
        NPM_TOKEN: ${C}-arg
  worker:
    image: app
    environment:
      - DB_PASSWORD=${C}-list
      - DB_URL=postgres://u:${C}-dsn@db/x
      - FALLBACK=\${SECRET_KEY:-${C}-default}
    env_file: .env
configs:
  app:
    content: |
      password = ${C}-config
secrets:
  token:
    environment: TOKEN
volumes:
  nas:
    driver_opts:
      type: cifs
      o: username=u,password=${C}-mount
      device: //user:${C}-device@nas/share
`;

const FILES = {
  'vault/compose.yaml': COMPOSE,
  'vault/broken.yaml': `services:\n  app:\n    image: x\n    environment:\n      A: ${C}-broken\n   bad: [\n`,
  'vault/README.md': `# Vault\n\nOur file:\n\n\`\`\`yaml\n${COMPOSE}\`\`\`\n`,
  'vault/.env': `DB_PASSWORD=${C}-env\n`,
  'vault/.env.example': `DB_PASSWORD=${C}-sample\n`,
  'keys/id_ed25519': `-----BEGIN OPENSSH PRIVATE KEY-----\n${PEM}\n-----END OPENSSH PRIVATE KEY-----\n`,
  'notes/pasted.md': `---\ntitle: Pasted\nurl: https://me:${C}-front@example.net\n---\n# Pasted\n\n-----BEGIN RSA PRIVATE KEY-----\n${PEM}\n-----END RSA PRIVATE KEY-----\n\nhttps://me:${C}-text@example.net/\n`,
  'postmortems/diary.md': `---\nprivate: true\nseverity: PRIVATECANARY-data\ntags: [PRIVATECANARY-tag]\nservices: [PRIVATECANARY-service]\n---\n# PRIVATECANARY title\n\n## PRIVATECANARY heading\n\nPRIVATECANARY text, [gone](PRIVATECANARY-link.md).\n\n- [ ] PRIVATECANARY action\n`,
  'notes/open.md': '# Open\n\nSee [the diary](../postmortems/diary.md#nope).\n',
};

test('no value of a compose file, an environment file or a key is written or printed', async () => {
  const lab = await folderWith(FILES);
  const out = await folderWith({});
  const runs = [
    await blackstart(['build', '--lab', lab, '--out', out]),
    await blackstart(['check', '--lab', lab]),
    await blackstart(['check', '--lab', lab, '--format', 'json']),
    await blackstart(['check', '--lab', lab, '--format', 'github']),
    await blackstart(['new', 'postmortem', 'Canary', '--lab', lab, '--stdout', '--services', 'vault/app']),
  ];
  const written = filesBelow(out);
  expect(written.length).toBeGreaterThan(20);
  const everything = new Map([
    ...written.map((path): [string, string] => [path, textOf(join(out, path))]),
    ...runs.map(({ stdout, stderr }, index): [string, string] => [`run ${index}`, stdout + stderr]),
  ]);
  const leaks = [...everything].flatMap(([name, text]) =>
    (text.match(/CANARY0x7e-?\w*/g) ?? []).map((leak) => `${name}: ${leak}`),
  );
  expect(leaks).toEqual([]);
  expect(everything.get('services/vault/app/index.html')).toContain('DB_PASSWORD');
  const searched = written.filter((path) => everything.get(path)?.includes('DB_PASSWORD'));
  expect(searched.filter((path) => path.startsWith('pagefind/fragment/')).length).toBeGreaterThan(0);
});

test('the words of a private page stand in no output but its own page of the site', async () => {
  const lab = await folderWith(FILES);
  const out = await folderWith({});
  await blackstart(['build', '--lab', lab, '--out', out]);
  const runs = await Promise.all(
    ['text', 'json', 'github'].map((format) => blackstart(['check', '--lab', lab, '--format', format])),
  );
  for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toMatch(/PRIVATECANARY/i);
  const holding = filesBelow(out).filter((path) => /PRIVATECANARY/i.test(textOf(join(out, path))));
  // The site itself shows the page to whoever may open it, in the list of its kind too.
  expect(holding).toEqual(['postmortems/diary/index.html', 'postmortems/index.html']);
});

/** What a file says; the parts of the search index are compressed. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
