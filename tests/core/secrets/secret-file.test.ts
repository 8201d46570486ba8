import { expect, test } from 'vitest';
import { isSecretFile } from '../../../src/core/secrets/secret-file.ts';

test.each([
  '.env',
  'media/.env',
  '.env.local',
  '.env.example',
  '.env.sample',
  '.env-dist',
  'db.env',
  'stack.env.tmpl',
  'env.example',
  '.envrc',
  'certs/server.pem',
  'certs/server.key',
  'C/Keys.KDBX',
  'a.p12',
  '.ssh/id_rsa',
  'id_ed25519',
  '.ssh/config',
  'traefik/acme.json',
  'traefik/.htpasswd',
  'traefik/htpasswd',
  'secrets.yml',
  'app-secrets.yaml',
  'secrets.enc.yaml',
  'credentials.json',
  'secrets/db_password',
  '.secrets/db.txt',
  'wireguard/wg0.conf',
  'infra/terraform.tfstate',
  'prod.tfvars',
  '.docker/config.json',
  '.npmrc',
  '.vault_pass',
])('%s is never shown', (path) => {
  expect(isSecretFile(path)).toBe(true);
});

test.each([
  'compose.yaml',
  'README.md',
  'docs/secrets.md',
  'secrets/README.md',
  'runbooks/rotate-tokens.md',
  'environment.yml',
  'config/env/settings.yml',
  'id_rsa.pub',
  'certs/ca.crt',
  'traefik/traefik.yml',
  'keyboard/layout.json',
  'monkey.json',
  'src/secrets.ts',
  'config.json',
  'secretary/notes.txt',
])('%s may be shown', (path) => {
  expect(isSecretFile(path)).toBe(false);
});
