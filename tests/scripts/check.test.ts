import { expect, test } from 'vitest';
import { blackstart, folderWith } from './labs.ts';

const SOUND = {
  'runbooks/dns.md': '# DNS\n\n1. Look.\n',
  'notes/a.md': '# A\n\n[dns](../runbooks/dns.md)\n',
};
const BROKEN = {
  ...SOUND,
  'notes/b.md': '# B\n\n[dns](../runbooks/dsn.md)\n',
  'postmortems/c.md': '---\nbegan: 2026-03-14\nended: 2026-03-13\n---\n# C\n',
};

test('a sound lab is told so, with what it was taken for', async () => {
  const lab = await folderWith(SOUND);
  expect(await blackstart(['check', '--lab', lab])).toEqual({
    code: 0,
    stdout: 'No findings.',
    stderr: '0 services; 1 runbook, 1 note',
  });
});

test('a lab with errors ends with 1', async () => {
  const lab = await folderWith(BROKEN);
  const { code, stdout } = await blackstart(['check', '--lab', lab]);
  expect(code).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "notes/b.md:3  warning  The link to \`../runbooks/dsn.md\` leads nowhere: there is no \`runbooks/dsn.md\`.  (dead-link)
          Did you mean \`../runbooks/dns.md\`?
    postmortems/c.md:3  error  \`ended\` (2026-03-13) is before \`began\` (2026-03-14).  (times-out-of-order)
          An incident is noticed after it began, mitigated after that, and ended last: mend the time that is wrong.

    1 error, 1 warning in 2 files (dead-link 1, times-out-of-order 1)"
  `);
});

test('warnings alone do not fail', async () => {
  const lab = await folderWith({ 'notes/b.md': '# B\n\n[gone](gone.md)\n' });
  const { code, stdout } = await blackstart(['check', '--lab', lab]);
  expect(code).toBe(0);
  expect(stdout).toContain('1 warning');
});

test('json is an array of findings and nothing else', async () => {
  const lab = await folderWith(BROKEN);
  const { code, stdout } = await blackstart(['check', '--lab', lab, '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { path: 'notes/b.md', line: 3, severity: 'warning' },
    { path: 'postmortems/c.md', line: 3, severity: 'error' },
  ]);
});

test('annotations name files from the top of the checkout', async () => {
  const checkout = await folderWith({ 'docs/lab/notes/b.md': '# B\n\n[gone](gone.md)\n' });
  const { stdout } = await blackstart(['check', '--lab', 'docs/lab', '--format', 'github'], {
    cwd: checkout,
  });
  expect(stdout).toMatch(/^::warning file=docs\/lab\/notes\/b\.md,line=3,title=dead-link::/);
});

test('a sound lab has no annotations', async () => {
  const lab = await folderWith(SOUND);
  const { code, stdout } = await blackstart(['check', '--lab', lab, '--format', 'github']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});
