import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/core/compose/settings.ts';
import { parse } from '../../../src/core/parse.ts';
import { DEFAULT_CONFIG } from '../../../src/core/schema/config.ts';
import { buildLab } from '../../../src/core/lab/build-lab.ts';
import { NO_HISTORY, drawn } from '../../lab-of.ts';

/** The lab of these files, `.env` files among them. */
const lab = (files: Readonly<Record<string, string>>) =>
  buildLab({
    files: Object.entries(files).map(([path, text]) =>
      parse({ path, text }, { headingWords: {}, highlight: () => undefined }),
    ),
    findings: [],
    history: NO_HISTORY,
    asOf: '2026-11-01T12:00:00+00:00',
    config: DEFAULT_CONFIG,
    trust: false,
    name: 'lab',
  });

const services = (files: Readonly<Record<string, string>>) =>
  lab(files).services.map(
    ({ id, compose }) => `${id.slice('service:'.length)} ${compose?.image?.display ?? '-'}`,
  );

const findings = (files: Readonly<Record<string, string>>) =>
  lab(files).findings.map(({ place, rule, severity }) => `${place.path}:${place.line} ${severity} ${rule}`);

describe('the files of a project', () => {
  test('an override beside the main file is merged over it, and its values name their file', () => {
    const [web] = lab({
      'web/compose.yaml': 'services:\n  web:\n    image: a:1\n    ports: ["80:80"]\n',
      'web/compose.override.yaml': 'services:\n  web:\n    image: a:2\n    ports: ["81:80"]\n',
    }).services;
    expect(web).toMatchObject({ id: 'service:web/web', source: { path: 'web/compose.yaml', line: 2 } });
    expect(web?.compose?.image).toMatchObject({ display: 'a:2', path: 'web/compose.override.yaml', line: 3 });
    expect(web?.compose?.ports).toMatchObject([
      { published: '80', value: { line: 4 } },
      { published: '81', value: { path: 'web/compose.override.yaml' } },
    ]);
  });

  test('the first of the four names is meant, and only its override', () => {
    expect(
      services({
        'web/compose.yml': 'services: {web: {image: b}}',
        'web/docker-compose.yml': 'services: {web: {image: c}}',
        'web/compose.prod.yml': 'services: {web: {image: d}}',
      }),
    ).toEqual(['web/web b']);
  });

  test('COMPOSE_FILE and COMPOSE_PROJECT_NAME of a tracked .env say which files and which name', () => {
    expect(
      services({
        'web/.env':
          'COMPOSE_FILE=base.yml:extra/more.yml # two\nCOMPOSE_PROJECT_NAME=shop\nDB_PASSWORD=hunter2\n',
        'web/base.yml': 'services: {web: {image: a}}',
        'web/extra/more.yml': 'services: {web: {image: b}, db: {image: c}}',
      }),
    ).toEqual(['shop/db c', 'shop/web b']);
  });

  test('nothing else of a .env file is kept', () => {
    expect(readSettings('DB_PASSWORD=hunter2\n')).toBeUndefined();
    expect(
      readSettings('export COMPOSE_FILE="a.yml;b.yml"\nCOMPOSE_PATH_SEPARATOR=;\nCOMPOSE_PROJECT_NAME=$X\n'),
    ).toEqual({
      files: ['a.yml', 'b.yml'],
    });
  });
});

describe('extends', () => {
  test('brings in what the other file says, with its place and its paths as they read from here', () => {
    const web = lab({
      'apps/web/compose.yaml':
        'services:\n  web:\n    extends: {file: ../common/base.yml, service: base}\n    user: me\n',
      'apps/common/base.yml': 'services:\n  base:\n    image: a\n    volumes: ["./data:/data"]\n',
    }).services.find(({ name }) => name === 'web');
    expect(web?.compose).toMatchObject({
      line: 2,
      image: { display: 'a', path: 'apps/common/base.yml', line: 3 },
      user: { display: 'me', line: 4 },
      mounts: [{ type: 'bind', source: '../common/data', target: '/data' }],
    });
  });

  test('a missing file, one outside the lab and a circle are said, and the service stays', () => {
    const files = {
      'a/compose.yaml': 'services:\n  a:\n    extends: {file: no.yml, service: x}\n    image: a\n',
      'b/compose.yaml': 'services:\n  b:\n    extends: {file: ../../no.yml, service: x}\n    image: b\n',
      'c/compose.yaml': 'services:\n  c:\n    image: c\n    extends: {file: more.yml, service: d}\n',
      'c/more.yml': 'services:\n  d:\n    image: d\n    extends: {file: compose.yaml, service: c}\n',
    };
    expect(findings(files)).toEqual([
      'a/compose.yaml:3 error compose-missing-file',
      'b/compose.yaml:3 warning compose-missing-file',
      'c/compose.yaml:4 error compose-cycle',
      'c/more.yml:4 error compose-cycle',
    ]);
    expect(services(files)).toEqual(['a/a a', 'b/b b', 'c/c c', 'c/d d']);
  });

  test('messages', () => {
    expect(
      lab({ 'a/compose.yaml': 'services:\n  a: {image: a, extends: {file: no.yml, service: x}}\n' })
        .findings[0],
    ).toMatchInlineSnapshot(`
      {
        "hint": "Write the path as seen from the folder of the project, or add the file to the repository.",
        "message": "\`extends\` names \`no.yml\`, and the lab has no such compose file, so Compose refuses this one. What stands here itself is shown.",
        "place": {
          "line": 2,
          "path": "a/compose.yaml",
        },
        "rule": "compose-missing-file",
        "severity": "error",
      }
    `);
  });
});

describe('include', () => {
  const files = {
    'compose.yaml':
      'name: home\ninclude: [dns/compose.yaml]\nservices:\n  web: {image: w, depends_on: [dns]}\n',
    'dns/compose.yaml': 'services:\n  dns: {image: d, volumes: ["./x:/x"]}\n',
  };

  test('what is included belongs to the project, and stands in its own file', () => {
    expect(services(files)).toEqual(['home/dns d', 'home/web w']);
    expect(lab(files).services[0]?.source).toEqual({ path: 'dns/compose.yaml', line: 2 });
    expect(drawn(lab(files))).toContain('service:home/web depends-on service:home/dns');
  });

  test('a circle is said of each file that is in it', () => {
    expect(
      findings({
        'a.yaml': 'include: [b.yaml]\nservices: {a: {image: a}}\n',
        'b.yaml': 'include: [a.yaml]\nservices: {b: {image: b}}\n',
      }).filter((each) => each.includes('compose-cycle')),
    ).toEqual(['a.yaml:1 error compose-cycle', 'b.yaml:1 error compose-cycle']);
  });
});
