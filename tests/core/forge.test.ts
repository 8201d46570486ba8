import { expect, test } from 'vitest';
import { forgeOf } from '../../src/core/forge.ts';

const view = (address: string) => forgeOf({ address, branch: 'main' })?.view('dns/compose file.yaml');

test('every form of a remote leads to the forge’s page of a file', () => {
  expect(view('git@github.com:ada/lab.git')).toBe(
    'https://github.com/ada/lab/blob/main/dns/compose%20file.yaml',
  );
  expect(view('https://gitlab.example.net/home/infra/lab')).toBe(
    'https://gitlab.example.net/home/infra/lab/-/blob/main/dns/compose%20file.yaml',
  );
  expect(view('ssh://git@git.home.arpa:2222/ada/lab.git')).toBe(
    'https://git.home.arpa/ada/lab/src/branch/main/dns/compose%20file.yaml',
  );
});

test('credentials in a remote never reach the page', () => {
  expect(view('https://ada:not-a-secret@codeberg.org/ada/lab')).toBe(
    'https://codeberg.org/ada/lab/src/branch/main/dns/compose%20file.yaml',
  );
});

test('what is no repository on the web has no forge', () => {
  for (const address of ['/srv/git/lab.git', 'file:///srv/lab', '', 'javascript:alert(1)', 'ext::sh -c id'])
    expect(forgeOf({ address, branch: 'main' })).toBeUndefined();
});
