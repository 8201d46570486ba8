import { describe, expect, test } from 'vitest';
import { redactValue, redactWords } from '../../../src/core/secrets/redact-value.ts';
import { madeUp } from './made-up-token.ts';

describe('a secret inside a value is masked, what is around it stays', () => {
  test.each([
    ['postgres://me:hunter2@db/app', 'postgres://me:•••@db/app'],
    ['postgres://${U:-me}:${P:-hun/ter2}@db', 'postgres://${U:-me}:•••@db'],
    ['amqp://me:hun/ter2@mq', 'amqp://me:•••@mq'],
    ['//me:hunter2@nas/share', '//me:•••@nas/share'],
    ['me:hunter2@tcp(db:3306)/app', 'me:•••@tcp(db:3306)/app'],
    ['http://x/?token=hunter2&b=1', 'http://x/?token=•••&b=1'],
    ['--password=hunter2 --port 80', '--password=••• --port 80'],
    ['--password hunter2 --port 80', '--password ••• --port 80'],
    ['run --password\n  hunter2', 'run --password\n  •••'],
    ['mysqladmin ping -uroot -phunter2', 'mysqladmin ping -uroot -p•••'],
    ['-phunter2', '-p•••'],
    ['mongosh -u root -p hunter2 --quiet', 'mongosh -u root -p ••• --quiet'],
    ['redis-cli -a hunter2 ping', 'redis-cli -a ••• ping'],
    ['redis-server --requirepass hunter2', 'redis-server --requirepass •••'],
    ['curl -u me:hunter2 http://x', 'curl -u me:••• http://x'],
    ['curl -H "Authorization: Bearer hunter2" x', 'curl -H "Authorization: •••" x'],
    ["curl -H 'X-Api-Key: hunter2' x", "curl -H 'X-Api-Key: •••' x"],
    ['PGPASSWORD="hun ter2" psql', 'PGPASSWORD=••• psql'],
    ['-Dspring.datasource.password=hunter2 -Xmx1g', '-Dspring.datasource.password=••• -Xmx1g'],
    ['{"apiKey":"hunter2","a":1}', '{"apiKey":•••,"a":1}'],
    ['["--token", "hunter2"]', '["--token", •••]'],
    ['${DB_PASSWORD:-hunter2}/x', '${DB_PASSWORD:-•••}/x'],
    ['${A:-${API_TOKEN:-hunter2}}', '${A:-${API_TOKEN:-•••}}'],
    ['${DB_PASSWORD?hunter2}', '${DB_PASSWORD?•••}'],
    ['$${ADMIN_SECRET:=hunter2}', '$${ADMIN_SECRET:=•••}'],
    [`me:$$2y$$05$$${madeUp(53)}`, 'me:•••'],
    [`echo ghp_${madeUp(36)}`, 'echo •••'],
  ])('%s', (text, shown) => {
    expect(redactValue(text)).toBe(shown);
    expect(redactValue(shown)).toBe(shown);
  });
});

test.each([
  'ghcr.io/goauthentik/server:${AUTHENTIK_TAG:-2026.2}',
  'nginx:1.27@sha256:0d17b565c37bcbd895e9d92315a05c1c3c9a29f762b011a10c54a66cd53c9b31',
  'onetimesecret/onetimesecret:v0.22',
  './secrets:/run/secrets:ro',
  '${SECRETS_DIR:-./secrets}/db:/run/secrets/db',
  '${KEYCLOAK_PORT:-8080}:8080',
  '${CONTAINER_NAME:-plex}',
  '127.0.0.1:8080:80/udp',
  'curl -f http://127.0.0.1:8080/health || exit 1',
  'redis-cli -a "$REDIS_PASSWORD" ping',
  'mysqladmin ping -p$$MYSQL_ROOT_PASSWORD',
  '--password-file=/run/secrets/db',
  'POSTGRES_PASSWORD_FILE=/run/secrets/db',
  '--token $${TOKEN}',
  '--no-auth-warning ping',
  '--requirepass "$(cat /run/secrets/redis)"',
  'mkdir -pv /data && find -path /data -print',
  'docker run -p8080:80 -p 9090:90',
  'postgres://${USER}:${PASSWORD}@db/app',
  'https://registry.lan:5000/app@latest',
  'git@github.com:owner/repo.git',
])('nothing secret, nothing masked: %s', (text) => {
  expect(redactValue(text)).toBe(text);
});

test('an option and its value may be two words', () => {
  expect(redactWords(['redis-server', '--requirepass', 'hunter2', '-p', '6379'])).toEqual([
    'redis-server',
    '--requirepass',
    '•••',
    '-p',
    '6379',
  ]);
  expect(redactWords(['curl', '-u', 'me:hunter2', 'http://x'])).toEqual(['curl', '-u', 'me:•••', 'http://x']);
  expect(redactWords(['--token', '$TOKEN', '--verbose'])).toEqual(['--token', '$TOKEN', '--verbose']);
});

test('a masked value has as many lines as before', () => {
  expect(redactValue('PASSWORD="one\ntwo\nthree" x').split('\n')).toHaveLength(3);
});
