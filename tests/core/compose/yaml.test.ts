import { describe, expect, test } from 'vitest';
import { readCompose } from '../../../src/core/compose/read-compose.ts';
import { facts, flaws, service } from './read.ts';

describe('YAML is read as Compose reads it', () => {
  test('merge keys, where the own key wins, then the first source', () => {
    const [web] = facts(`x-a: &a {image: a, restart: always}
x-b: &b {image: b, restart: "no", container_name: b}
services:
  web:
    <<: [*a, *b]
    image: own
`).services;
    expect(web).toMatchObject({
      image: { display: 'own', line: 6 },
      restart: { display: 'always', line: 1 },
      containerName: { display: 'b', line: 2 },
    });
  });

  test('merge keys inside the environment', () => {
    const text = 'x-e: &e {A: 1}\nservices: {web: {environment: {<<: *e, B: 2}}}';
    expect(facts(text).services[0]?.environment.map(({ name }) => name)).toEqual(['B', 'A']);
  });

  test('octal numbers, words and dates', () => {
    expect(service('restart: no\nimage: 0755\ncontainer_name: 2024-01-01\nbuild: 1.10')).toMatchObject({
      restart: { display: 'no' },
      image: { display: '493' },
      containerName: { display: '2024-01-01' },
      build: { display: '1.10' },
    });
  });

  test('tags that reset or override', () => {
    const body = 'image: !override nginx\nports: !reset ["80:80"]\nvolumes: !override\n  - /x';
    expect(service(body)).toMatchObject({
      image: { display: 'nginx' },
      ports: [],
      mounts: [{ target: '/x' }],
    });
    expect(flaws('services:\n  web:\n    ports: !reset []\n    x: !unknown y')).toEqual([]);
  });

  test('many aliases of one anchor', () => {
    const services = Array.from({ length: 500 }, (_, index) => `  s${index}: {<<: *a}`).join('\n');
    expect(readCompose(`x-a: &a {image: nginx}\nservices:\n${services}`, { firstLine: 1 })).toMatchObject({
      flaws: [],
    });
  });

  test('line ends of Windows and a byte order mark', () => {
    expect(facts('\uFEFFservices:\r\n  web:\r\n    image: nginx\r\n').services).toMatchObject([
      { name: 'web', line: 2, image: { display: 'nginx', line: 3 } },
    ]);
  });
});

describe('what Compose refuses is a flaw, and the rest is read', () => {
  test('a key that stands twice', () => {
    const text = 'services:\n  web:\n    image: a\n    ports: ["80"]\n    image: b\n';
    expect(facts(text).services[0]?.image?.display).toBe('b');
    expect(flaws(text)).toMatchInlineSnapshot(`
      [
        "5 warning compose-duplicate-key: The key \`image\` stands twice in \`services.web\`, on lines 3 and 5. Compose refuses such a file; the second is used here. Keep one of the two, with what both should say.",
      ]
    `);
  });

  test('two merge keys', () => {
    expect(flaws('x-a: &a {image: a}\nservices:\n  web:\n    <<: *a\n    <<: *a\n')).toMatchInlineSnapshot(`
      [
        "5 warning compose-duplicate-key: One mapping has two merge keys (\`<<\`), on lines 4 and 5. Compose refuses such a file; both are used here. Write one merge key with a list: \`<<: [*first, *second]\`.",
      ]
    `);
  });

  test('a bracket that is not closed, without a word of the line', () => {
    const text =
      'services:\n  web:\n    image: nginx\n    command: [run, --password, hunter2\n  db:\n    image: postgres\n';
    expect(flaws(text)).toMatchInlineSnapshot(`
      [
        "5 error compose-yaml: A line is indented too little or too much, or a bracket or quote above it is not closed, so Compose cannot read the file. What could be read is shown. Indent the keys of one mapping by the same number of spaces.",
      ]
    `);
    expect(JSON.stringify(readCompose(text, { firstLine: 1 }))).not.toContain('hunter2');
    expect(readCompose(text, { firstLine: 1 }).documents[0]?.services[0]?.image?.display).toBe('nginx');
  });

  test('a tab as indentation', () => {
    expect(flaws('services:\n  web:\n\t image: nginx\n')).toMatchInlineSnapshot(`
      [
        "3 error compose-yaml: A line is indented with a tab, so Compose cannot read the file. What could be read is shown. Indent with spaces: YAML allows no tabs there.",
      ]
    `);
  });

  test('a colon in a value that is not quoted', () => {
    expect(flaws('services:\n  web:\n    command: echo a: b\n')).toMatchInlineSnapshot(`
      [
        "3 error compose-yaml: A line holds two keys, or a value with \`: \` in it, so Compose cannot read the file. What could be read is shown. Put quotes around a value that holds \`: \`, \` #\`, or begins with one of \`* & ! % @ { [ |\`.",
      ]
    `);
  });

  test('an alias without an anchor', () => {
    expect(flaws('services:\n  web:\n    environment: *nowhere\n    image: a\n')).toMatchInlineSnapshot(`
      [
        "3 error compose-yaml: An alias names an anchor that stands nowhere above it, so Compose cannot read the file. It is left out. Write the anchor (\`&name\`) above the alias (\`*name\`), or put quotes around a value that begins with \`*\`.",
      ]
    `);
  });

  test('a merge conflict, of which the upper side is read', () => {
    const text =
      'services:\n  web:\n<<<<<<< HEAD\n    image: ours\n=======\n    image: theirs\n>>>>>>> feature\n    restart: always\n';
    expect(facts(text).services).toMatchObject([
      { image: { display: 'ours', line: 4 }, restart: { line: 8 } },
    ]);
    expect(flaws(text)).toMatchInlineSnapshot(`
      [
        "3 error compose-yaml: A merge conflict begins here and was never settled, so Compose cannot read the file. What stands above \`=======\` is used. Keep one of the two sides, and delete the lines that begin with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.",
      ]
    `);
  });

  test('a template, whose expressions are unknown values', () => {
    const text = `services:
{% if media %}
  web:
    image: {{ image | default("a: b") }}
    container_name: app-{{ n }}
    ports:
      - {{ port }}:80
{% endif %}
  {{ name }}:
    image: fixed
`;
    expect(facts(text).services).toMatchObject([
      {
        name: 'web',
        image: { display: '{{ image | default("a: b") }}', state: 'unresolved', line: 4 },
        containerName: { display: 'app-{{ n }}', state: 'unresolved' },
        ports: [{ published: '{{ port }}', target: '80' }],
      },
      { name: '{{ name }}', image: { display: 'fixed', state: 'known' } },
    ]);
    expect(flaws(text)).toMatchInlineSnapshot(`
      [
        "2 warning compose-yaml: This file is a template: another program has to fill it in before Compose can read it. Values that it fills in are unknown here. Keep the finished compose file in the repository too, or leave templates out with \`exclude:\` in \`blackstart.yaml\`.",
      ]
    `);
  });

  test('a ytt template, which may repeat a key', () => {
    const text =
      '#@ load("@ytt:data", "data")\nservices:\n  web:\n    #@ if data.values.gpu:\n    image: a\n    #@ else:\n    image: b\n    #@ end\n';
    expect(flaws(text)).toEqual([expect.stringMatching(/^1 warning compose-yaml: This file is a template/)]);
  });

  test('dots for what an excerpt leaves out are no flaw', () => {
    const text = 'services:\n  web:\n    image: a\n    ...\n  db:\n    image: b\n…\n';
    expect(facts(text).services.map(({ name, line }) => `${name} ${line}`)).toEqual(['web 2', 'db 5']);
    expect(flaws(text)).toEqual([]);
  });

  test('braces in a command are no template', () => {
    const text = `services:\n  web:\n    command: docker ps --format {{.Names}}\n    labels:\n      a: "{{ x }}"\n`;
    expect(flaws(text)).toEqual([]);
  });

  test('an alias inside its own anchor', () => {
    expect(flaws('services:\n  web: &a\n    image: a\n    x-b: *a\n')).toMatchInlineSnapshot(`
      [
        "4 error compose-yaml: An alias stands inside the value that its own anchor names, so it would never end. It is left out. Remove the alias, or give the anchor to another value.",
      ]
    `);
  });

  test('aliases of aliases that grow without end', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `x-a${index}: &a${index} [${`*a${index - 1},`.repeat(10)}]`,
    );
    const text = ['x-a: &a-1 [x]', ...bomb, 'services: {web: {image: a, x-blackstart: {a: *a29}}}'].join(
      '\n',
    );
    expect(flaws(text)).toMatchInlineSnapshot(`
      [
        "6 error compose-yaml: The aliases of this file repeat more than 200,000 values, so the rest of them is left out. Repeat less with anchors: a service needs few of them.",
      ]
    `);
    expect(JSON.stringify(readCompose(text, { firstLine: 1 })).length).toBeLessThan(10_000);
  });

  test('brackets nested without end', () => {
    expect(flaws(`services: ${'['.repeat(50_000)}`)).toMatchInlineSnapshot(`
      [
        "1 error compose-yaml: The file is nested deeper than any compose file needs, so Compose cannot read the file. What could be read is shown. Write fewer levels.",
      ]
    `);
  });

  test('a file of a size that no compose file has', () => {
    expect(flaws(`services: {}\n${'# x\n'.repeat(150_000)}`)).toMatchInlineSnapshot(`
      [
        "1 warning compose-yaml: This file is larger than 500 kB, which no compose file needs, so its services are not read. Split it, and name the parts under \`include:\`.",
      ]
    `);
  });

  test('a file that is wrong everywhere is told so a few times', () => {
    expect(flaws(`services:\n  web:\n${'    image: a\n'.repeat(5_000)}`).length).toBeLessThan(30);
  });
});
