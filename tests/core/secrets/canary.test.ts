import { describe, expect, test } from 'vitest';
import { pack } from '../../../src/core/compose/pack.ts';
import { readCompose } from '../../../src/core/compose/read-compose.ts';
import { redactComposeText } from '../../../src/core/secrets/redact-compose.ts';

/** Every `§` becomes a word that stands nowhere else. */
function withCanaries(text: string): string {
  let count = 0;
  return text.replace(/§/g, () => `canary${(count += 1)}x`);
}

const FILE = withCanaries(`# PASSWORD=§
# environment:
#   FOO: §
#   BAR: >-
#     two § words
#   - BAZ=§
# services:
#   old:
#     environment: {A: §}
name: lab # DB_PASS: §
x-env: &env
  TZ: §
  MULTI: |
    §
    x: §

    - §
x-image: &image nginx:1.27
x-list: &list
  - A=§
x-common: &common
  restart: always
  environment: &commonEnv
    <<: *env
    FOLDED: >-
      §
      §
    DOUBLE: "§
      §"
    SINGLE: 'it''s §'
    ESCAPED: "\\x41§\\n"
    PLAIN: §
      §
    NUMBER: 0
    ? COMPLEX
    : §
    "QUOTED KEY": §
x-odd: {a: §, b: [§, {c: §}], ? [§] : §}
services:
  web:
    <<: [*common]
    image: *image
    command: ["run", "--password", "§", "--token=§", "-p§", "--db", "postgres://u:§@h/x", "API_KEY=§"]
    entrypoint: run --api-key § --db=mysql://u:§@h/x -Dspring.password=§
    environment: {A: §, "B": "§", C=§: , <<: *env, D: [§], E: {f: §}}
    labels:
      traefik.enable: "true"
      traefik.http.middlewares.a.basicauth.users: "u:§"
      homepage.widget.key: §
      homepage.widget.password: §
      homepage.href: https://u:§@h
      unknown.label: §
    annotations: {a: §}
    build:
      context: https://u:§@git/x
      args: [A=§, B]
      labels: [a=§]
      dockerfile_inline: |
        ENV X=§
    healthcheck: {test: "curl -u a:§ http://x", interval: 5s}
    logging: {driver: splunk, options: {splunk-token: §, max-size: 1m, loki-url: "https://u:§@h"}}
    volumes: ["\${DB_PASSWORD:-§}:/x", {type: bind, source: "\${A_TOKEN:-§}", target: /y}]
    ports: ["\${SECRET_PORT_KEY:-§}:80"]
    post_start: [{command: "x --secret §", environment: [A=§]}]
    pre_stop: [{command: [x, --token, §]}]
    foo: §
    x-foo: {bar: §}
    deploy: {labels: {a: §}, resources: {limits: {memory: 1g}}}
    provider: {type: x, options: {a: §}}
    credential_spec: {config: §}
    x-blackstart: {password: §, notes: "token=§", nested: {api_key: 1}, url: "https://u:§@h"}
  db:
    image: "registry/\${IMAGE_TOKEN:-§}"
    environment:
      # was § before
      # password is "§"
      - A=§ # old §
      - B
      - "C=§"
      - 'D=§'
      - >-
        E=§
      - F: §
      #- G=§
      - H=
        §
      - I=a=§
      - J=\${X:-§}
      - K=-----BEGIN §
    labels: *list
    healthcheck:
      test:
        - CMD-SHELL
        - |
          mysqladmin ping -p§
          PGPASSWORD=§ psql
    depends_on:
      web: {condition: service_healthy}
  cache:
    environment: *commonEnv
    build:
      args: *env
    labels:
      - "blackstart.api_key=§"
      - "blackstart.url=https://u:§@h"
    command: >
      redis-server
      --requirepass §
      --port 6379
    healthcheck:
      test: ["CMD", "redis-cli", "-a", "§", "ping"]
    env_file: ["https://u:§@h/x.env"]
secrets:
  a: {file: ./a, content: §}
  b: §
configs:
  c:
    content: |
      password: §
      §
  d: {content: "§"}
volumes:
  n:
    driver_opts:
      type: cifs
      o: "username=u,password=§,vers=3.0"
      device: //u:§@nas/x
      secret: §
    labels: {a: §}
networks:
  front: {external: true, name: front}
  back: {driver_opts: {encrypted: §}}
other: {a: §}
`);

const canaries = (text: string) => [...new Set(text.match(/canary\d+x/g))];

const FORMS: Readonly<Record<string, string>> = {
  'a file that parses': FILE,
  'with line ends of Windows': FILE.replaceAll('\n', '\r\n'),
  'a file that ends in a syntax error': `${FILE}  bad: [\n`,
  'a file with a syntax error in the middle': FILE.replace(
    '    image: *image',
    '    image: *image\n   bad: : x',
  ),
  'a file in conflict with itself': `${FILE}<<<<<<< ours\nx: ${'canary900x'}\n=======\ny: ${'canary901x'}\n>>>>>>> theirs\n`,
  'a template': `{% set password = "canary902x" %}\n${FILE}  image: {{ tag | default("x") }}\n`,
  'a ytt template': `#@ data.values.password = "canary903x"\n${FILE}`,
  'two documents': `${FILE}---\n${FILE.replaceAll('canary', 'canary9')}`,
  'too long to parse': `${FILE}# ${'padding '.repeat(70_000)}\n`,
};

describe.each(Object.entries(FORMS))('%s', (_, text) => {
  test('has canaries to lose', () => {
    expect(canaries(text).length).toBeGreaterThan(90);
  });

  test('keeps every canary out of the facts and the messages', () => {
    const { documents, layers, flaws } = readCompose(text, { firstLine: 1 });
    expect(canaries(JSON.stringify([documents, flaws]) + pack(layers))).toEqual([]);
  });

  test('keeps every canary out of the shown source', () => {
    expect(canaries(redactComposeText(text))).toEqual([]);
  });

  test('is shown line by line, with its structure', () => {
    const shown = redactComposeText(text).split('\n');
    expect(shown).toHaveLength(text.split('\n').length);
    expect(shown).toEqual(
      expect.arrayContaining([expect.stringMatching(/^services:/), expect.stringMatching(/^ {2}db:/)]),
    );
  });

  test('is masked once and for all', () => {
    const shown = redactComposeText(text);
    expect(redactComposeText(shown)).toBe(shown);
  });
});
