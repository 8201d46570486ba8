import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from './labs.ts';

const MAIN = fileURLToPath(new URL('../../scripts/blackstart.mjs', import.meta.url));

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } });

/** An error first, and then more warnings than a pipe holds. */
const brokenLab = () =>
  folderWith({
    'notes/a.md': `---\n{\n---\n# A\n`,
    'notes/b.md': `# B\n\n${`[gone](${'x'.repeat(500)}.md)\n`.repeat(200)}`,
  });

test('the exit code, results and notes reach the shell', async () => {
  const lab = await brokenLab();
  const { status, stdout, stderr } = run(['check', '--lab', lab]);
  expect(status).toBe(1);
  expect(stdout).toContain('dead-link 200');
  expect(stderr).toContain('2 notes');
});

test('paths are seen from where npm was started', async () => {
  const lab = await folderWith({ 'lab/a.md': '# A\n' });
  const { status, stderr } = run(['check', '--lab', 'lab'], { INIT_CWD: lab });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '0 services; 1 note\n' });
});

test('nothing is coloured without a terminal', async () => {
  const { stdout } = run(['check', '--lab', await brokenLab()]);
  expect(stdout).not.toContain('\u001b');
});

test('a reader that stops early ends the command without noise', async () => {
  const child = spawn(process.execPath, [MAIN, 'check', '--lab', await brokenLab()], { stdio: 'pipe' });
  let noise = '';
  child.stderr.on('data', (data: Buffer) => (noise += data.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const [status] = await once(child, 'exit');
  expect(status).toBe(1);
  expect(noise).not.toMatch(/EPIPE|Error/);
});
