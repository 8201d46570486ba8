import { expect, test } from 'vitest';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { pageView } from '../../../src/core/views/page-view.ts';
import { labOf } from '../../lab-of.ts';

function viewOf(files: Readonly<Record<string, string>>, url: string) {
  const index = indexLab(labOf(files));
  const place = index.places.get(url);
  if (!place) throw new Error(`Nothing is at ${url}, but at ${[...index.places.keys()].join(' ')}`);
  return pageView(index, place);
}

const RUNBOOKS = {
  'runbooks/etcd/_index.md': '---\ntitle: etcd\n---\n',
  'runbooks/etcd/NoLeader.md': '# No leader',
  'runbooks/etcd/disk/README.md': '# Disks',
  'runbooks/etcd/disk/slow.md': '# Slow',
  'runbooks/etcd/secret.md': '---\nprivate: true\n---\n# Secret',
};

test('the page of a folder lists the pages in it, and they lead back to it', () => {
  expect(viewOf(RUNBOOKS, '/runbooks/etcd/').folder.map(({ title }) => title)).toEqual([
    'Disks',
    'No leader',
  ]);
  expect(viewOf(RUNBOOKS, '/runbooks/etcd/').crumbs).toEqual([{ kind: 'runbook', url: '/runbooks/' }]);
  expect(viewOf(RUNBOOKS, '/runbooks/etcd/NoLeader/').crumbs).toEqual([
    { kind: 'runbook', url: '/runbooks/' },
    { title: 'etcd', url: '/runbooks/etcd/' },
  ]);
});

test('what its text links to is not listed again', () => {
  const text = '# etcd\n\nSee [no leader](NoLeader.md).';
  const { folder } = viewOf({ ...RUNBOOKS, 'runbooks/etcd/_index.md': text }, '/runbooks/etcd/');
  expect(folder.map(({ title }) => title)).toEqual(['Disks']);
});

test('a project and its services name the pages beside their compose file', () => {
  const files = {
    'mq/compose.yaml': 'services:\n  activemq:\n    image: activemq\n',
    'mq/run.md': '# How to run it',
  };
  for (const url of ['/services/mq/', '/services/mq/activemq/'])
    expect(viewOf(files, url).folder.map(({ title }) => title)).toEqual(['How to run it']);
});
