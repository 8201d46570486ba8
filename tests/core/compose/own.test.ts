import { expect, test } from 'vitest';
import { service } from './read.ts';

test('labels are front matter: lists part at commas, dots nest', () => {
  expect(
    service(`labels:
  - blackstart.provides=dns, dhcp
  - blackstart.host=nas
  - blackstart.backup.data.method=restic
  - blackstart.backup.data.target=s3
  - other.label=x`).own,
  ).toEqual({ provides: ['dns', 'dhcp'], host: 'nas', backup: { data: { method: 'restic', target: 's3' } } });
});

test('labels may be a mapping, and stand under deploy', () => {
  expect(
    service('{labels: {blackstart.mode: sandbox}, deploy: {labels: ["blackstart.needs=dns"]}}').own,
  ).toEqual({
    mode: 'sandbox',
    needs: ['dns'],
  });
});

test('x-blackstart wins over labels and keeps its types', () => {
  expect(
    service(
      '{labels: [blackstart.id=a, blackstart.host=nas], x-blackstart: {id: b, watts: 12, household: true, needs: "dns, ntp", backup: {data: {method: restic}}}}',
    ).own,
  ).toEqual({
    id: 'b',
    host: 'nas',
    watts: 12,
    household: true,
    needs: ['dns', 'ntp'],
    backup: { data: { method: 'restic' } },
  });
});

test('what carries a secret name is masked', () => {
  expect(
    service('{labels: [blackstart.api_key=hunter2], x-blackstart: {a: {password: hunter2, pin: 1234}}}').own,
  ).toEqual({
    api_key: '•••',
    a: { password: '•••', pin: '•••' },
  });
});

test('a key of JavaScript is a key like any other', () => {
  const { own } = service('{labels: ["blackstart.__proto__.x=1", blackstart.constructor=2]}');
  expect(Object.keys(own)).toEqual(['__proto__', 'constructor']);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});
