import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exportLab } from '../../../src/core/export/export-lab.ts';
import { labSchema } from '../../../src/core/export/lab-schema.ts';
import { labOf } from '../../lab-of.ts';

const FILES = {
  'dns/compose.yaml': `name: dns
services:
  pihole:
    image: pihole/pihole:\${TAG:-2026.04}
    container_name: pihole
    depends_on: [unbound]
    environment: { TZ: Europe/Berlin, WEBPASSWORD: secret }
    ports: ["192.168.1.2:53:53/udp"]
    volumes: ["etc:/etc/pihole", "./lists:/lists:ro"]
    healthcheck: { test: dig @127.0.0.1 }
  unbound:
    build: .
`,
  'runbooks/dns.md': '---\nservices: [pihole]\n---\n# DNS is down\n\n[gone](gone.md)\n',
};

const source = (line: number) => ({ path: 'dns/compose.yaml', line });

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(labSchema());

test('lab.json fits the schema that is published beside it', () => {
  const json = JSON.parse(JSON.stringify(exportLab(labOf(FILES))));
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...json, version: 2 })).toBe(false);
  expect(validate({ ...json, extra: 1 })).toBe(false);
});

test('a compose service has the names and long forms of `docker compose config`, each value with its line', () => {
  const [pihole] = exportLab(labOf(FILES)).services;
  expect(pihole?.compose?.image).toEqual({
    display: 'pihole/pihole:2026.04',
    raw: 'pihole/pihole:${TAG:-2026.04}',
    state: 'default',
    source: source(4),
  });
  expect(pihole?.compose?.environment).toEqual([
    { name: 'TZ', origin: 'environment', source: source(7) },
    { name: 'WEBPASSWORD', origin: 'environment', source: source(7) },
  ]);
  expect(pihole?.compose?.ports).toMatchObject([
    {
      target: { display: '53' },
      published: { display: '53' },
      host_ip: { display: '192.168.1.2' },
      protocol: 'udp',
    },
  ]);
  expect(pihole?.compose?.volumes).toMatchObject([
    { type: 'volume', source: { display: 'etc' }, target: { display: '/etc/pihole' }, read_only: false },
    { type: 'bind', source: { display: './lists' }, target: { display: '/lists' }, read_only: true },
  ]);
  expect(pihole?.compose?.depends_on).toEqual({
    unbound: { condition: 'service_started', required: true, restart: false, source: source(6) },
  });
});

test('the same files give the same bytes, whatever their order', () => {
  const once = JSON.stringify(exportLab(labOf(FILES)));
  const again = JSON.stringify(exportLab(labOf(Object.fromEntries(Object.entries(FILES).toReversed()))));
  expect(again).toBe(once);
});
