import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../io/folders.ts';
import { mustBuild } from './run-build.ts';

const COMPOSE = 'services:\n  jellyfin:\n    image: jellyfin/jellyfin:10.11\n';

test.each([
  ['nothing', {}, ['new service', 'new runbook', 'new postmortem']],
  ['notes alone', { 'vpn.md': '# VPN\n' }, ['new service', 'new runbook', 'new postmortem']],
  ['a compose file alone', { 'media/compose.yaml': COMPOSE }, ['new runbook', 'new postmortem']],
])('a first build of %s says what to do next', async (_, files, commands) => {
  const home = folderOf();
  await mustBuild(['--lab', folderOf(files), '--out', join(home, 'out')], {
    env: { BLACKSTART_CACHE: join(home, 'cache') },
  });
  const html = readFileSync(join(home, 'out/index.html'), 'utf8');
  expect(html.match(/new (?:service|runbook|postmortem)(?= )/g)).toEqual(commands);
});
