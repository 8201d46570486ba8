import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/core/front-matter/read-front-matter.ts';
import { KINDS, type Kind } from '../../../src/core/model/lab.ts';
import { checkData } from '../../../src/core/schema/check-data.ts';

const check = (kind: Kind, yaml: string) =>
  checkData(kind, readFrontMatter(`---\n${yaml}\n---\n`).frontMatter);
const dataOf = (kind: Kind, yaml: string) => check(kind, yaml).data;
const flawsOf = (kind: Kind, yaml: string): string[] =>
  check(kind, yaml).flaws.map(
    ({ line, severity, rule, message, hint }) => `${line} ${severity} ${rule}: ${message} -> ${hint}`,
  );

describe('values are read as people write them', () => {
  test('lists', () => {
    expect(
      dataOf('runbook', 'services: pihole\ntags: a, b, a\naliases: /old, really/\nsymptoms: slow, then gone'),
    ).toEqual({
      services: ['pihole'],
      tags: ['a', 'b'],
      aliases: ['/old, really/'],
      symptoms: ['slow, then gone'],
    });
    expect(dataOf('note', 'tags: [1.10, true, ~, "", " x "]')).toEqual({ tags: ['1.10', 'true', 'x'] });
  });

  test('a service', () => {
    const yaml =
      'title: 42\nmode: prod\nhousehold: yes\nwatts: 9,5 W\nlayer: DNS/TLS\nhost: [kestrel, heron]\nrto: 15m\nuntil: 2027-3-31\nlang: de_DE';
    expect(dataOf('service', yaml)).toEqual({
      title: '42',
      mode: 'production',
      household: true,
      watts: 9.5,
      layer: 'dns-tls',
      host: ['kestrel', 'heron'],
      rto: '15m',
      until: '2027-03-31',
      lang: 'de-DE',
    });
  });

  test('backups, by volume or as a whole', () => {
    expect(
      dataOf('service', 'backup:\n  db: { method: restic, target: heron }\n  cache: false\n  media: rsync'),
    ).toEqual({
      backup: {
        db: { method: 'restic', target: 'heron' },
        cache: { method: 'none' },
        media: { method: 'rsync' },
      },
    });
    expect(dataOf('service', 'backup: none')).toEqual({ backup: { '*': { method: 'none' } } });
  });

  test('inputs, with or without defaults', () => {
    expect(dataOf('runbook', 'inputs: { resolver: 192.168.10.11, port: 53, name: }')).toEqual({
      inputs: { resolver: '192.168.10.11', port: '53', name: '' },
    });
    expect(dataOf('runbook', 'inputs: [resolver]')).toEqual({ inputs: { resolver: '' } });
  });

  test('words and times of a postmortem', () => {
    const yaml =
      'began: 2026-03-14 21:05 +01:00\nseverity: P2\nstatus: Resolved\ndetection: family\ncauses: [Misconfiguration, the cat]\nchange: 1234567';
    expect(check('postmortem', yaml)).toEqual({
      data: {
        began: '2026-03-14T21:05+01:00',
        severity: 'sev2',
        status: 'closed',
        detection: 'household',
        causes: ['config-change', 'the cat'],
        change: '1234567',
      },
      flaws: [],
    });
  });

  test('an empty key says nothing', () => {
    expect(check('drill', 'title:\ntags: ""\ndate: ~')).toEqual({ data: {}, flaws: [] });
  });
});

test('keys of other templates fill what is missing, and are never reported', () => {
  const yaml =
    'start_time: 2012-08-01T13:30:00Z\nend_time: tomorrow\naffected_services: [dns]\nresolved: true';
  expect(check('postmortem', yaml)).toEqual({
    data: { began: '2012-08-01T13:30:00Z', services: ['dns'] },
    flaws: [],
  });
  expect(dataOf('postmortem', 'services: [web]\naffected_services: [dns]')).toEqual({ services: ['web'] });
});

describe('front matter of other tools is left alone', () => {
  test.each([
    'title: x\ndate: 2026-13-45\nauthor: [a]\nlayout: post\nslug: x\nweight: 10\ndraft: true\ncategories: [a]',
    'description: x\nsidebar_position: 3\npermalink: /x/\nimage: a.png\nlinkTitle: x\nmenu: { main: {} }\nkey: 1',
    'status: accepted by the board\nseverity: unknown\nurl: /x/\nowner: [a, b]\nparent: /manual.html\nmode: dark',
    'id: 1\nname: x\nnode: 1\ncode: 1\ndata: 1\npage: 2\nlink: /x\ntype: how-to\nnav_order: 1\nstate: open\nx-tags: 1',
    'toc: true\nlang: english-please\nwhatever: 1\nBookHidden: true\ncssclasses: [a]\npublish: false',
  ])('%j', (yaml) => {
    for (const kind of KINDS) expect(flawsOf(kind, yaml)).toEqual([]);
  });
});

describe('what does not fit is left out with a flaw, and the rest is kept', () => {
  test('in a postmortem', () => {
    const yaml =
      'kind: postmortem\nbegan: Saturday evening\nended: 2026-03-14 21:05 CET\nseverity: quite bad\nstatus: closd\nservices: { a: 1 }\nhousehold_minutes: many\ntags: [a]';
    expect(dataOf('postmortem', yaml)).toEqual({ kind: 'postmortem', ended: '2026-03-14', tags: ['a'] });
    expect(flawsOf('postmortem', yaml)).toMatchInlineSnapshot(`
      [
        "3 warning front-matter-type: \`began\` is \`Saturday evening\`, but must be a date, or the minute with its offset. -> Write \`began: 2026-03-14T20:05+01:00\`, for example.",
        "4 warning front-matter-type: Only the date of \`ended\` could be read, not the time. -> Write the minute with its offset, as in \`ended: 2026-03-14T21:05+01:00\`.",
        "5 warning front-matter-type: \`severity\` is \`quite bad\`, but must be one of \`sev1\`, \`sev2\`, \`sev3\`, \`sev4\`, \`sev5\`. -> Write \`severity: sev2\`, for example.",
        "6 warning front-matter-type: \`status\` is \`closd\`, but must be one of \`draft\`, \`in-review\`, \`reviewed\`, \`closed\`. -> Did you mean \`closed\`?",
        "7 warning front-matter-type: \`services\` is a map, but must be a list of services. -> Write \`services: [dns/pihole, proxy/traefik]\`, for example.",
        "8 warning front-matter-type: \`household_minutes\` is \`many\`, but must be a number of minutes. -> Write \`household_minutes: 36\`, for example.",
      ]
    `);
  });

  test('in a service', () => {
    expect(
      flawsOf(
        'service',
        'provides: [{ a: 1 }]\nurl: "javascript:alert(1)"\nrto: soon\nbackup: [db]\nhousehold: perhaps\nhost: {}',
      ),
    ).toMatchInlineSnapshot(`
      [
        "2 warning front-matter-type: An item of \`provides\` does not fit: it must be a plain text. -> Write \`provides: [dns, dhcp]\`, for example.",
        "3 warning front-matter-type: \`url\` is a text, but must be an address that begins with \`https://\` or \`http://\`. -> Write \`url: https://pihole.lab.example.net\`, for example.",
        "4 warning front-matter-type: \`rto\` is \`soon\`, but must be a duration. -> Write \`rto: 4h\`, for example.",
        "5 warning front-matter-type: \`backup\` is a list, but must be a map from each volume to its \`method\`, \`target\` and \`schedule\`. -> Write \`backup: {pihole-config: {method: restic, target: heron, schedule: daily at 02:30}}\`, for example.",
        "6 warning front-matter-type: \`household\` is \`perhaps\`, but must be \`true\` or \`false\`. -> Write \`household: true\`, for example.",
        "7 warning front-matter-type: \`host\` is a map, but must be the name of a host, or a list of them. -> Write \`host: kestrel\`, for example.",
      ]
    `);
  });

  test('in a runbook', () => {
    expect(flawsOf('runbook', 'signatures: ["/lookup (/"]\ninputs: resolver\nminutes: [1]\nrisk: hgih'))
      .toMatchInlineSnapshot(`
      [
        "2 warning front-matter-type: An item of \`signatures\` does not fit: it must be a valid regular expression where it stands between slashes. -> Write \`signatures: [DNS_PROBE_FINISHED_NXDOMAIN, "/lookup \\\\S+: no such host/"]\`, for example.",
        "3 warning front-matter-type: \`inputs\` is \`resolver\`, but must be a map from each name to its default, or a list of names. -> Write \`inputs: {resolver: 192.168.10.11}\`, for example.",
        "4 warning front-matter-type: \`minutes\` is a list, but must be a number of minutes. -> Write \`minutes: 20\`, for example.",
        "5 warning front-matter-type: \`risk\` is \`hgih\`, but must be one of \`read-only\`, \`safe\`, \`disruptive\`, \`destructive\`. -> Write \`risk: disruptive\`, for example.",
      ]
    `);
  });

  test('in a drill, a goal and a host', () => {
    expect([
      ...flawsOf('drill', 'hypothesis: x\ndate: soon\ndeviated: a bit\nrepeat_every: now and then'),
      ...flawsOf('goal', 'residue: x\nby: summer\nstatus: sleeping'),
      ...flawsOf('host', 'watts: a lot'),
    ]).toMatchInlineSnapshot(`
      [
        "3 warning front-matter-type: \`date\` is \`soon\`, but must be a date. -> Write \`date: 2026-04-11\`, for example.",
        "4 warning front-matter-type: \`deviated\` is \`a bit\`, but must be \`true\` or \`false\`. -> Write \`deviated: false\`, for example.",
        "5 warning front-matter-type: \`repeat_every\` is \`now and then\`, but must be a duration. -> Write \`repeat_every: 3 months\`, for example.",
        "3 warning front-matter-type: \`by\` is \`summer\`, but must be a date. -> Write \`by: 2026-06-30\`, for example.",
        "4 warning front-matter-type: \`status\` is \`sleeping\`, but must be one of \`planned\`, \`building\`, \`breaking\`, \`debugging\`, \`writing\`, \`judged\`, \`walked-away\`. -> Write \`status: breaking\`, for example.",
        "2 warning front-matter-type: \`watts\` is \`a lot\`, but must be a number of watts. -> Write \`watts: 9\`, for example.",
      ]
    `);
  });

  test('a value that may be a secret is not quoted', () => {
    const [flaw] = flawsOf('service', 'rpo: 1d\nrto: postgres://mara:s3cr3t@db/paperless');
    expect(flaw).not.toContain('s3cr3t');
  });

  test('a near miss is reported in any file', () => {
    expect(flawsOf('postmortem', 'status: closd')).toMatchInlineSnapshot(`
      [
        "2 warning front-matter-type: \`status\` is \`closd\`, but must be one of \`draft\`, \`in-review\`, \`reviewed\`, \`closed\`. -> Did you mean \`closed\`?",
      ]
    `);
  });

  test('who asks unreadably to be private is private, and who asks unreadably to be public is not', () => {
    expect(dataOf('note', 'private: maybe\npublic: maybe')).toEqual({ private: true });
    expect(flawsOf('note', 'private: maybe\npublic: maybe')).toMatchInlineSnapshot(`
      [
        "2 warning front-matter-type: \`private\` is \`maybe\`, but must be \`true\` or \`false\`. -> Write \`private: true\`, for example.",
        "3 warning front-matter-type: \`public\` is \`maybe\`, but must be \`true\` or \`false\`. -> Write \`public: true\`, for example.",
      ]
    `);
  });

  test('times out of order', () => {
    const yaml = 'began: 2026-03-14T23:50+01:00\nended: 2026-03-14T00:40+01:00';
    expect(flawsOf('postmortem', yaml)).toMatchInlineSnapshot(`
      [
        "3 error times-out-of-order: \`ended\` (2026-03-14T00:40+01:00) is before \`began\` (2026-03-14T23:50+01:00). -> An incident is noticed after it began, mitigated after that, and ended last: mend the time that is wrong.",
      ]
    `);
    expect(flawsOf('note', `kind: note\n${yaml}`).join()).not.toContain('times-out-of-order');
  });
});

describe('an unknown key', () => {
  test('within two letters of a known one', () => {
    expect(flawsOf('runbook', 'sevices: [dns]\nAlerts: [x]\nrequire: [x]')).toMatchInlineSnapshot(`
      [
        "2 hint unknown-key: \`sevices\` is not a key of a runbook. -> Did you mean \`services\`?",
        "3 hint unknown-key: \`Alerts\` is not a key of a runbook. -> Did you mean \`alerts\`?",
        "4 hint unknown-key: \`require\` is not a key of a runbook. -> Did you mean \`requires\`?",
      ]
    `);
  });

  test('beside keys that only Blackstart has', () => {
    expect(flawsOf('postmortem', 'began: 2026-03-14\nhypothesis: x\nmood: bad\nauthor: mara'))
      .toMatchInlineSnapshot(`
      [
        "3 hint unknown-key: \`hypothesis\` is a key of a drill, and this page is a postmortem. -> Remove it, or write \`kind: drill\` if that is what the page is.",
        "4 hint unknown-key: \`mood\` is not a key of a postmortem, so it has no effect. -> Remove it, or say it in the text of the page.",
      ]
    `);
  });

  test('that is far from ours says nothing alone', () => {
    expect(flawsOf('postmortem', 'hypothesis_of_mine: x\nmood: bad\nmetho: x')).toEqual([]);
  });
});

test('any front matter gives plain data, and checking that data again changes nothing', () => {
  const keys = fc.constantFrom(
    ...'title kind services tags private began ended severity status backup inputs url rto layer watts x __proto__ toString'.split(
      ' ',
    ),
  );
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('2026-03-14 21:05', '4h', 'P1', 'done', 'yes', 'a, b', '9 W', '/(/', 'javascript:x'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.dictionary(keys, values), (kind, data) => {
      const first = checkData(kind, { data, lines: {}, format: 'yaml' });
      expect(JSON.parse(JSON.stringify(first.data))).toEqual(first.data);
      expect(checkData(kind, { data: first.data, lines: {}, format: 'yaml' }).data).toEqual(first.data);
    }),
  );
});
