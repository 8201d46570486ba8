import { describe, expect, test } from 'vitest';
import { readCompose } from '../../../src/core/compose/read-compose.ts';
import { facts, service } from './read.ts';

test('a project with its services, networks, volumes and includes', () => {
  expect(
    facts(`name: \${PROJECT:-media}
include:
  - base.yml
  - path: [a.yml, b.yml]
services:
  web:
    extends: {file: ../common.yml, service: web}
networks:
  proxy: {external: true, name: traefik_proxy}
  old: {external: {name: legacy}}
  own:
volumes:
  data: {name: media_data}
`),
  ).toMatchObject({
    name: { display: 'media', state: 'default', line: 1 },
    line: 1,
    services: [{ name: 'web', line: 6 }],
    includes: [
      { display: 'base.yml' },
      { display: 'a.yml' },
      { display: 'b.yml' },
      { display: '../common.yml', line: 7 },
    ],
    networks: [
      { key: 'proxy', name: 'traefik_proxy', external: true, line: 9 },
      { key: 'old', name: 'legacy', external: true },
      { key: 'own', external: false },
    ],
    volumes: [{ key: 'data', name: 'media_data', external: false }],
  });
});

test('lines count from the line of the file on which the text begins', () => {
  const { documents } = readCompose('# note\nservices:\n  web:\n    image: a\n', { firstLine: 40 });
  expect(documents).toMatchObject([{ line: 41, services: [{ line: 42, image: { line: 43 } }] }]);
});

test('documents of one file are one project, the later over the earlier', () => {
  const { documents } = readCompose(
    'services: {a: {image: a}}\n---\n- a list\n---\nservices: {b: {image: b}, a: {image: c}}',
    { firstLine: 1 },
  );
  expect(
    documents.map(({ line, services }) => [line, services.map(({ name, image }) => [name, image])]),
  ).toMatchObject([
    [
      1,
      [
        ['a', { display: 'c', line: 5 }],
        ['b', { display: 'b', line: 5 }],
      ],
    ],
  ]);
});

describe('a service', () => {
  test('with everything scalar', () => {
    expect(
      service(
        'image: nginx\ncontainer_name: web1\nrestart: unless-stopped\nnetwork_mode: service:vpn\nbuild: ./web',
      ),
    ).toMatchObject({
      image: { display: 'nginx', line: 3 },
      containerName: { display: 'web1' },
      restart: { display: 'unless-stopped' },
      networkMode: { display: 'service:vpn' },
      build: { display: './web' },
    });
  });

  test.each(['null', '3', '[a, b]', 'text', '{}'])('whose body is %s says nothing and is kept', (body) => {
    expect(facts(`services:\n  web: ${body}\n`).services).toMatchObject([
      { name: 'web', line: 2, ports: [], environment: [] },
    ]);
  });

  test('with a key that is a number', () => {
    expect(facts('services:\n  3: {image: 5}\n').services).toMatchObject([
      { name: '3', image: { display: '5' } },
    ]);
  });

  test.each([
    ['depends_on: [db, cache]', ['db service_started', 'cache service_started']],
    [
      'depends_on: {db: {condition: service_healthy}, cache: null}',
      ['db service_healthy', 'cache service_started'],
    ],
    ['depends_on: db', ['db service_started']],
  ])('%s', (body, expected) => {
    expect(service(body).dependsOn.map(({ service: name, condition }) => `${name} ${condition}`)).toEqual(
      expected,
    );
  });

  test.each([
    ['networks: [front, back]', ['front', 'back']],
    ['networks: {front: {aliases: [x]}, back: null}', ['front', 'back']],
  ])('%s', (body, expected) => {
    expect(service(body).networks.map(({ name }) => name.display)).toEqual(expected);
  });

  test.each([
    ['environment: {A: b, C: , D: 5}', ['A', 'C', 'D']],
    ['environment: [A=b, C, "D=e=f", A=again]', ['A', 'C', 'D']],
    ['environment:\n  - A: b\n  - C: d', ['A', 'C']],
    ['environment: ["not a name at all", "=x", ""]', []],
  ])('has names of variables only: %s', (body, expected) => {
    expect(service(body).environment.map(({ name }) => name)).toEqual(expected);
  });

  test.each([
    ['env_file: a.env', ['a.env']],
    ['env_file: [a.env, {path: b.env, required: false}]', ['a.env', 'b.env']],
    ['env_file: {path: c.env}', ['c.env']],
  ])('%s', (body, expected) => {
    expect(service(body).envFiles.map(({ display }) => display)).toEqual(expected);
  });

  test.each([
    ['healthcheck: {test: curl -f http://x}', 'curl -f http://x'],
    ['healthcheck: {test: [CMD, curl, -f, http://x]}', 'curl -f http://x'],
    ['healthcheck: {test: [CMD-SHELL, "curl -f http://x || exit 1"]}', 'curl -f http://x || exit 1'],
    ['healthcheck: {test: [CMD, redis-cli, -a, hunter2, ping]}', 'redis-cli -a ••• ping'],
    ['healthcheck: {test: [NONE]}', 'none'],
    ['healthcheck: {test: NONE}', 'none'],
    ['healthcheck: {disable: true}', 'none'],
    ['healthcheck: {interval: 5s}', undefined],
  ])('%s', (body, expected) => {
    expect(service(body).healthcheck?.test.display).toBe(expected);
  });

  test.each([
    ['build: .', '.'],
    ['build: {context: ./web, args: [A=b]}', './web'],
    ['build: {dockerfile_inline: FROM x}', '.'],
  ])('%s', (body, expected) => {
    expect(service(body).build?.display).toBe(expected);
  });

  test('has profiles as a list or one', () => {
    expect(service('profiles: [debug, backup]').profiles).toEqual(['debug', 'backup']);
    expect(service('profiles: debug').profiles).toEqual(['debug']);
  });
});
