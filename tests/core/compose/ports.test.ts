import { expect, test } from 'vitest';
import { service } from './read.ts';

const ports = (list: string) =>
  service(`{image: a, ports: ${list}}`).ports.map(({ hostIp, published, target, protocol }) =>
    [hostIp ?? '*', published ?? 'random', target, protocol].join(' '),
  );

test.each([
  ['[80]', ['* random 80 tcp']],
  ['["80"]', ['* random 80 tcp']],
  ['["8080:80"]', ['* 8080 80 tcp']],
  ['["8080:80/udp"]', ['* 8080 80 udp']],
  ['["127.0.0.1:8080:80"]', ['127.0.0.1 8080 80 tcp']],
  ['["127.0.0.1::80"]', ['127.0.0.1 random 80 tcp']],
  ['["[::1]:80:80"]', ['::1 80 80 tcp']],
  ['["::1:80:80"]', ['::1 80 80 tcp']],
  ['["3000-3002"]', ['* random 3000 tcp', '* random 3001 tcp', '* random 3002 tcp']],
  ['["3000-3001:4000-4001"]', ['* 3000 4000 tcp', '* 3001 4001 tcp']],
  ['["8000-9000:80"]', ['* 8000-9000 80 tcp']],
  ['["10000-20000:10000-20000/udp"]', ['* 10000-20000 10000-20000 udp']],
  ['["3000-3001:4000-4005"]', ['* 3000-3001 4000-4005 tcp']],
  ['["9000-8000:80-70"]', ['* 9000-8000 80-70 tcp']],
  ['["${IP:-127.0.0.1}:${PORT:-8080}:80"]', ['127.0.0.1 8080 80 tcp']],
  ['["${PORT}:80"]', ['* ${PORT} 80 tcp']],
  ['["${A:-127.0.0.1:53}:53/udp"]', ['127.0.0.1 53 53 udp']],
  ['[{target: 80}]', ['* random 80 tcp']],
  [
    '[{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: udp, mode: host}]',
    ['127.0.0.1 8080 80 udp'],
  ],
  ['[{target: 80, published: 8080-8090}]', ['* 8080-8090 80 tcp']],
  ['[{published: 8080}, {}, null, [80]]', ['* 8080  tcp']],
  ['"8080:80"', ['* 8080 80 tcp']],
  ['null', []],
])('%s', (list, expected) => {
  expect(ports(list)).toEqual(expected);
});

test('a port as two digits with a colon is no number of base 60', () => {
  expect(service('ports:\n  - 22:22').ports).toMatchObject([{ published: '22', target: '22' }]);
});

test('a port names its line and what was written', () => {
  expect(service('image: a\nports:\n  - "${P:-80}:80"').ports[0]?.value).toEqual({
    display: '80:80',
    raw: '${P:-80}:80',
    state: 'default',
    line: 5,
  });
});
