import { describe, expect, test } from 'vitest';
import { looksLikeCompose } from '../../../src/core/compose/looks-like-compose.ts';
import { isComposeName } from '../../../src/core/compose/names.ts';

test.each([
  ['an image', 'services:\n  web:\n    image: nginx'],
  ['a build', 'version: "3"\nservices:\n  web:\n    build: .'],
  ['an override', 'services:\n  web:\n    ports: ["80:80"]\n    environment: [A=b]'],
  ['extends', 'services:\n  web:\n    extends: {file: base.yml, service: web}'],
  ['networks first', 'networks: {a: {}}\nservices:\n  web: {image: nginx}'],
  ['quoted keys', '"services":\n  "web":\n    "image": nginx'],
  ['JSON', '{"services": {"web": {"image": "nginx"}}}'],
  ['a byte order mark', '\uFEFFservices:\n  web:\n    image: nginx'],
  ['merge keys', 'x-a: &a {image: nginx}\nservices:\n  web:\n    <<: *a'],
  ['a template', 'services:\n  web:\n    image: {{ image }}\n'],
  ['only includes', 'include:\n  - media/compose.yaml'],
  ['includes in long form', 'name: lab\ninclude:\n  - path: [a.yml, b.yml]'],
])('%s is compose', (_, text) => {
  expect(looksLikeCompose(text)).toBe(true);
});

test.each([
  ['Kubernetes', 'apiVersion: v1\nkind: Service\nspec:\n  ports: []'],
  ['Kubernetes with services', 'apiVersion: x/v1\nkind: Thing\nservices:\n  web:\n    image: nginx'],
  ['a GitHub workflow', 'on: push\njobs:\n  test:\n    services:\n      db:\n        image: postgres'],
  ['Ansible', '- hosts: all\n  services:\n    web:\n      image: nginx'],
  ['Homepage', '- Media:\n    - Plex:\n        href: http://x'],
  ['Homepage under a key', 'services:\n  - Media:\n      - Plex: {href: http://x}'],
  ['Helm values', 'services:\n  web:\n    type: ClusterIP\n    port: 80'],
  ['OpenAPI', 'openapi: 3.1.0\nservices:\n  web: {image: x}'],
  ['GitLab CI', 'stages: [test]\nservices:\n  - postgres:16\ntest:\n  script: make'],
  ['GitLab CI includes', 'include:\n  - local: /ci/a.yml\n  - template: X.yml'],
  ['GitLab CI include of a path', 'include:\n  - ci/test.yml'],
  ['Prometheus', 'scrape_configs:\n  - job_name: a\n    static_configs: []'],
  ['Symfony', 'services:\n  _defaults: {autowire: true}\n  App\\X:\n    arguments: [a]'],
  ['Woodpecker', 'steps:\n  a: {image: x}\nservices:\n  db:\n    image: postgres'],
  ['Traefik', 'http:\n  services:\n    a:\n      loadBalancer: {servers: []}'],
  ['empty services', 'services:\n'],
  ['prose', 'The services: they all run.\nservices: many'],
  ['nothing', ''],
])('%s is not', (_, text) => {
  expect(looksLikeCompose(text)).toBe(false);
});

describe('names', () => {
  test.each([
    'compose.yaml',
    'compose.yml',
    'docker-compose.yml',
    'media/docker-compose.yaml',
    'compose.override.yaml',
    'docker-compose.override.yml',
    'docker-compose.prod.yml',
    'docker-compose-dev.yaml',
    'Docker-Compose.yml',
  ])('%s', (path) => expect(isComposeName(path)).toBe(true));

  test.each([
    'compose.md',
    'docker-compose.yml.j2',
    'docker-compose/readme.yml',
    'services.yml',
    'decompose.yml',
    'compose',
  ])('not %s', (path) => expect(isComposeName(path)).toBe(false));
});
