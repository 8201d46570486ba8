import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pictureProcess } from '../../../src/io/images/picture-process.ts';
import { folderOf } from '../folders.ts';

const JOB = { format: 'png', bytes: Buffer.from('x') } as const;

/** A process that runs `code` for each job. */
function processOf(code: string, limit = 20_000) {
  const folder = folderOf({ 'worker.mjs': `process.on('message', (job) => { ${code} });` });
  const started = pictureProcess(limit, pathToFileURL(join(folder, 'worker.mjs')));
  onTestFinished(started.end);
  return started;
}

test('a picture that takes too long is given up, and the next is made', async () => {
  const { make } = processOf(
    `if (job.bytes.length === 1) for (;;); else process.send({ type: 'broken' });`,
    3000,
  );
  expect(await make(JOB)).toEqual({ type: 'unfinished' });
  expect(await make({ ...JOB, bytes: Buffer.from('xx') })).toEqual({ type: 'broken' });
});

test('a picture that takes the process down is given up, and the next is made', async () => {
  const { make } = processOf(
    `if (job.bytes.length === 1) process.abort(); else process.send({ type: 'broken' });`,
  );
  expect(await make(JOB)).toEqual({ type: 'unfinished' });
  expect(await make({ ...JOB, bytes: Buffer.from('xx') })).toEqual({ type: 'broken' });
});

test('bytes go there and back unchanged', async () => {
  const { make } = processOf(`process.send({ type: 'made', files: [{ suffix: '', bytes: job.bytes }] });`);
  const bytes = Buffer.from([0, 255, 128, 10]);
  const made = await make({ ...JOB, bytes });
  expect(made.type === 'made' && Buffer.from(made.files[0]?.bytes ?? [])).toEqual(bytes);
});
