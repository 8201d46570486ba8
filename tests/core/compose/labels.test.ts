import { describe, expect, test } from 'vitest';
import { readImage } from '../../../src/core/compose/image.ts';
import { service } from './read.ts';

const routes = (...labels: readonly string[]) =>
  service(
    `image: a\nlabels:\n${labels.map((label) => `  - '${label.replaceAll("'", "''")}'`).join('\n')}`,
  ).labels.routes.map(({ url, from }) => `${url} ${from}`);

describe('routes', () => {
  test.each([
    [['traefik.http.routers.a.rule=Host(`a.lan`)'], ['http://a.lan traefik']],
    [
      ['traefik.http.routers.a.rule=Host(`a.lan`)', 'traefik.http.routers.a.tls=true'],
      ['https://a.lan traefik'],
    ],
    [
      [
        'traefik.http.routers.a.rule=Host(`a.lan`) && PathPrefix(`/x`)',
        'traefik.http.routers.a.entrypoints=websecure',
      ],
      ['https://a.lan/x traefik'],
    ],
    [
      ['traefik.http.routers.a.rule=Host(`a.lan`, `b.lan`) || Host("c.lan")'],
      ['http://a.lan traefik', 'http://b.lan traefik', 'http://c.lan traefik'],
    ],
    [['traefik.http.routers.a.rule=!Host(`a.lan`) && PathPrefix(`/`)'], []],
    [['traefik.http.routers.a.rule=Host(`a.${DOMAIN}`)'], ['http://a.${DOMAIN} traefik']],
    [['traefik.enable=false', 'traefik.http.routers.a.rule=Host(`a.lan`)'], []],
    [
      ['caddy=a.lan, http://b.lan', 'caddy_1=(snippet)', 'caddy_2=*.lan'],
      ['https://a.lan caddy', 'http://b.lan caddy'],
    ],
    [
      ['homepage.href=https://a.lan', 'glance.url=https://b.lan'],
      ['https://a.lan homepage', 'https://b.lan glance'],
    ],
  ])('%j', (labels, expected) => {
    expect(routes(...labels)).toEqual(expected);
  });
});

test('updates, dashboards and backups', () => {
  expect(
    service(
      'labels: {com.centurylinklabs.watchtower.enable: "false", wud.watch: true, homepage.name: Web, homepage.group: Apps, docker-volume-backup.stop-during-backup: "true", homepage.widget.key: hunter2}',
    ).labels,
  ).toMatchObject({
    updates: [
      { tool: 'watchtower', enabled: false },
      { tool: 'wud', enabled: true },
    ],
    shown: { name: { display: 'Web' }, group: { display: 'Apps' } },
    stoppedForBackup: { display: 'true' },
  });
});

test.each([
  ['nginx', 'docker.io library/nginx - -'],
  ['nginx:1.27', 'docker.io library/nginx 1.27 -'],
  ['grafana/grafana', 'docker.io grafana/grafana - -'],
  ['ghcr.io/a/b/c:v1', 'ghcr.io a/b/c v1 -'],
  ['localhost:5000/a', 'localhost:5000 a - -'],
  ['registry.lan:5000/a/b:1', 'registry.lan:5000 a/b 1 -'],
  [`postgres:16@sha256:${'a'.repeat(64)}`, `docker.io library/postgres 16 sha256:${'a'.repeat(64)}`],
  ['docker.io/nginx', 'docker.io library/nginx - -'],
  ['Nginx', undefined],
  ['${IMAGE}:1', undefined],
  ['a b', undefined],
  ['', undefined],
])('image %s', (text, expected) => {
  const read = readImage(text);
  expect(read && [read.registry, read.repository, read.tag ?? '-', read.digest ?? '-'].join(' ')).toBe(
    expected,
  );
});
