import { expect, test } from 'vitest';
import { actionsView } from '../../../src/core/views/actions.ts';
import { alertView } from '../../../src/core/views/alerts.ts';
import { homeView } from '../../../src/core/views/home.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { listUrls } from '../../../src/core/views/list-urls.ts';
import { tagView } from '../../../src/core/views/tag-view.ts';
import { tagsByUse } from '../../../src/core/views/tags.ts';
import { labOf } from '../../lab-of.ts';

const indexOf = (files: Readonly<Record<string, string>>) => indexLab(labOf(files));

test('tags that differ in case are one, by the spelling that most use, and every address is its own', () => {
  const index = indexOf({
    'guides/a.md': '---\ntags: [DNS, "a b"]\n---\n# A',
    'guides/b.md': '---\ntags: ["#dns", "a-b"]\n---\n# B',
    'guides/c.md': '---\ntags: [dns, index.html, "../up"]\n---\n# C',
    'guides/d.md': '---\ntags: [secret]\nprivate: true\n---\n# D',
  });
  const dns = index.tags.get('/tags/dns/');
  expect(dns?.name).toBe('dns');
  expect(dns && tagView(index, dns).rows.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  const urls = listUrls(index).filter((url) => url.startsWith('/tags/'));
  expect(urls).toHaveLength(6);
  expect(new Set(urls).size).toBe(6);
  expect(urls.join(' ')).not.toMatch(/secret|\.\.|index\.html\/$/);
});

test('an alert leads to its runbooks, what they bring back, and how that failed before', () => {
  const index = indexOf({
    'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
    'runbooks/a.md': '---\nalerts: [DnsDown, dnsdown, "Disk <90%>"]\nservices: [pihole]\n---\n# A',
    'runbooks/p.md': '---\nalerts: [DnsDown, Hidden]\nprivate: true\n---\n# P',
    'postmortems/old.md': '---\nbegan: 2025-01-01\nservices: [pihole]\n---\n# Old',
    'postmortems/new.md': '---\nbegan: 2026-01-01\nservices: [pihole]\n---\n# New',
  });
  expect(index.alertsByUrl.get('/alerts/DnsDown/')).toBe('DnsDown');
  expect([...index.alerts.keys()]).toEqual(['Disk <90%>', 'DnsDown', 'dnsdown']);
  expect(new Set([...index.alertsByUrl.keys()].map((url) => url.toLowerCase())).size).toBe(3);
  const alert = index.alerts.get('DnsDown');
  const view = alert && alertView(index, alert);
  expect(view?.runbooks.map(({ title }) => title)).toEqual(['A']);
  expect(view?.services.map(({ title }) => title)).toEqual(['pihole']);
  expect(view?.incidents.map(({ title }) => title)).toEqual(['New', 'Old']);
});

const begin = (files: Readonly<Record<string, string>>) => {
  const index = indexOf(files);
  const alert = index.alerts.get('DnsDown');
  return alert && alertView(index, alert).begin;
};

test('an alert of one runbook says how to begin', () => {
  const runbook =
    '---\nalerts: [DnsDown]\n---\n# A\n\n## Look\n\n1. Is it DNS?\n\n   ```bash change\n   reboot\n   ```\n\n   ```bash check\n   dig\n   ```\n';
  expect(begin({ 'runbooks/a.md': runbook })).toMatchObject({
    text: 'Is it DNS?',
    url: '/runbooks/a/#look',
    command: 'dig',
  });
  expect(begin({ 'runbooks/a.md': runbook, 'runbooks/b.md': runbook })).toBeUndefined();
  expect(begin({ 'runbooks/a.md': '---\nalerts: [DnsDown]\n---\n# A\n' })).toBeUndefined();
});

test('a tag lists what to do before what happened, and the rest after it', () => {
  const index = indexOf({
    'a.md': '---\ntags: [dns]\n---\n# A note',
    'postmortems/b.md': '---\ntags: [dns]\n---\n# B failed',
    'runbooks/c.md': '---\ntags: [dns]\n---\n# C to do',
  });
  const dns = index.tags.get('/tags/dns/');
  expect(dns && tagView(index, dns).rows.map(({ title }) => title)).toEqual([
    'C to do',
    'B failed',
    'A note',
  ]);
});

test('what is open comes first, what has waited longest on top', () => {
  const { open, done } = actionsView(
    indexOf({
      'postmortems/new.md':
        '---\nbegan: 2026-02-01\n---\n# New\n\n## Action items\n\n- [ ] Second @mara (prevent) due: 2026-03-01\n- [x] Done\n',
      'postmortems/old.md': '---\nbegan: 2025-02-01\n---\n# Old\n\n## Action items\n\n- [ ] First\n',
      'drills/d.md': '---\ndate: 2026-05-01\n---\n# Drill\n\n## Action items\n\n- [ ] Third\n',
      'postmortems/p.md':
        '---\nbegan: 2024-02-01\nprivate: true\n---\n# P\n\n## Action items\n\n- [ ] Hidden\n',
    }),
  );
  expect(open.map(({ text }) => text)).toEqual(['First', 'Second', 'Third']);
  expect(open[1]).toMatchObject({
    owner: 'mara',
    type: 'prevent',
    due: '2026-03-01',
    from: { title: 'New', url: '/postmortems/new/', date: '2026-02-01' },
    place: { path: 'postmortems/new.md', line: 8 },
  });
  expect(done.map(({ text }) => text)).toEqual(['Done']);
});

test('what states nothing comes after what is open, and counts as neither open nor done', () => {
  const { open, unstated, groups, settled } = actionsView(
    indexOf({
      'postmortems/2025-01-01-a.md': '# A\n\n## Action items\n\n- Plain\n- ✅ Marked\n',
      'postmortems/2025-02-01-b.md': '# B\n\n## Action items\n\n- [x] Done\n',
      'postmortems/2025-03-01-c.md': '# C\n\n## Action items\n\n- Also plain\n- [ ] Open\n',
    }),
  );
  expect([open, unstated, settled].map((items) => items.map(({ text }) => text))).toEqual([
    ['Open'],
    ['Plain', 'Also plain'],
    ['Done'],
  ]);
  expect(groups.map(({ from, done, folded }) => [from.title, done.length, folded])).toEqual([
    ['C', 0, false],
    ['A', 1, false],
  ]);
});

test('of many actions those of the first pages are seen, and none is lost', () => {
  const view = actionsView(
    indexOf(
      Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [
          `postmortems/2026-01-1${at}-x.md`,
          `# X${at}\n\n## Action items\n\n${'- [ ] Do\n'.repeat(10)}`,
        ]),
      ),
    ),
  );
  expect(view.groups.map(({ folded }) => folded)).toEqual([false, ...Array(9).fill(true)]);
  expect(view.groups.flatMap(({ open }) => open)).toHaveLength(100);
});

test('tags used once stand apart where others gather, and keep their pages', () => {
  const once = Array.from({ length: 9 }, (_, at) => `t${at}`);
  expect(byUse({ 'a.md': tagged([...once, 'dns']), 'b.md': tagged(['dns']) })).toEqual([['dns'], 9]);
  expect(byUse({ 'a.md': tagged(once) })).toEqual([once, 0]);
});

const tagged = (tags: readonly string[]): string => `---\ntags: [${tags.join(', ')}]\n---\n# X`;

function byUse(files: Readonly<Record<string, string>>) {
  const index = indexOf(files);
  expect(listUrls(index)).toContain('/tags/t8/');
  const { often, once } = tagsByUse([...index.tags.values()]);
  return [often.map(({ name }) => name), once.length];
}

test('home knows what one sees and where it is mended, runbooks before postmortems, and nothing private', () => {
  const { symptoms, open, recent } = homeView(
    indexOf({
      'runbooks/a.md': '---\nsymptoms: [No names]\n---\n# DNS\n\n## Mitigation\n\nStart it.\n',
      'runbooks/p.md': '---\nsymptoms: [hidden]\nprivate: true\n---\n# P',
      'postmortems/b.md':
        '---\nbegan: 2026-01-01\nended: 2026-01-02\nsymptoms: [no names, a closed gate]\nfix: Open it.\n---\n# Gate\n\n## Resolution\n\nOpen it.\n',
      'postmortems/o.md': '---\nbegan: 2026-02-01\nstatus: draft\n---\n# Now',
      'postmortems/q.md': '---\nbegan: 2026-03-01\nprivate: true\n---\n# Q',
    }),
  );
  expect(symptoms).toEqual([
    {
      text: 'No names',
      page: { title: 'DNS', url: '/runbooks/a/' },
      heading: { text: 'Mitigation', url: '/runbooks/a/#mitigation' },
      fix: '',
    },
    {
      text: 'a closed gate',
      page: { title: 'Gate', url: '/postmortems/b/' },
      heading: { text: 'Resolution', url: '/postmortems/b/#resolution' },
      fix: 'Open it.',
    },
  ]);
  expect(open.map(({ title }) => title)).toEqual(['Now']);
  expect(recent.some.map(({ title }) => title)).toEqual(['Gate']);
});

test('a lab without actions, alerts and tags has no lists of them', () => {
  expect(listUrls(indexOf({ 'guides/a.md': '# A' }))).toEqual(['/notes/']);
});
