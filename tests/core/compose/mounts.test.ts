import { expect, test } from 'vitest';
import { service } from './read.ts';

const mounts = (key: string, list: string) =>
  service(`{image: a, ${key}: ${list}}`).mounts.map(({ type, source, target, readOnly }) =>
    [type, source ?? '-', target, readOnly ? 'ro' : 'rw'].join(' '),
  );

test.each([
  ['[/data]', ['volume - /data rw']],
  ['["db:/data"]', ['volume db /data rw']],
  ['["db:/data:ro"]', ['volume db /data ro']],
  ['["db:/data:rw,z"]', ['volume db /data rw']],
  ['["db:/data:z,ro"]', ['volume db /data ro']],
  ['["./x:/x"]', ['bind ./x /x rw']],
  ['["../x:/x:ro"]', ['bind ../x /x ro']],
  ['["/x:/x/"]', ['bind /x /x rw']],
  ['["~/x:/a/../x//y/."]', ['bind ~/x /x/y rw']],
  ['[".:/x"]', ['bind . /x rw']],
  ["['C:\\x:/x:ro']", ['bind C:\\x /x ro']],
  ["['\\\\.\\pipe\\docker_engine:/p']", ['bind \\\\.\\pipe\\docker_engine /p rw']],
  ['["v:/a"]', ['volume - v:/a rw']],
  ['["${DATA}:/x"]', ['other ${DATA} /x rw']],
  ['["${DATA}/db:/x"]', ['bind ${DATA}/db /x rw']],
  ['["$HOME/db:/x"]', ['bind ${HOME}/db /x rw']],
  ['["${DATA:-./data}:/x"]', ['bind ./data /x rw']],
  ['["${VOLUME:-db}:/x"]', ['volume db /x rw']],
  ['["./${NAME}:/x"]', ['bind ./${NAME} /x rw']],
  ['["db:${TARGET:-/x}"]', ['volume db /x rw']],
  ['[{type: bind, source: ./x, target: /x, read_only: true}]', ['bind ./x /x ro']],
  ['[{type: volume, source: db, target: /x, volume: {nocopy: true}}]', ['volume db /x rw']],
  ['[{type: tmpfs, target: /x}]', ['tmpfs - /x rw']],
  ['[{type: image, source: "nginx:1", target: /x}]', ['other nginx:1 /x rw']],
  ['[{source: db, target: /x}]', ['volume db /x rw']],
  ['[{}, null, [x]]', []],
  ['"db:/x"', ['volume db /x rw']],
])('volumes: %s', (list, expected) => {
  expect(mounts('volumes', list)).toEqual(expected);
});

test.each([
  ['/run', ['tmpfs - /run rw']],
  ['[/run, "/tmp:mode=755,size=64m"]', ['tmpfs - /run rw', 'tmpfs - /tmp rw']],
])('tmpfs: %s', (list, expected) => {
  expect(mounts('tmpfs', list)).toEqual(expected);
});
