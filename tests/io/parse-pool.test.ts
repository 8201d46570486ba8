import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/io/parse/outcome.ts';
import { parseInWorkers } from '../../src/io/parse/parse-pool.ts';

/** A worker that answers each file with its path in upper case, unless the text says otherwise. */
const WORKER = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (files) => {
  for (const { path, text } of files) {
    if (text === 'crash') throw new Error('out of paper');
    if (text === 'exit') process.exit(3);
    if (text === 'hang') for (;;);
    if (text === 'memory') for (const all = []; ; ) all.push(new Array(1e6).fill(path));
    parentPort.postMessage({ type: 'parsed', entry: { facts: path.toUpperCase(), body: '' } });
  }
});
parentPort.postMessage('ready');`;

async function run(texts: readonly string[], worker = WORKER): Promise<string[]> {
  const outcomes = new Map<string, Outcome>();
  await parseInWorkers(
    texts.map((text, index) => ({ path: `${index}.md`, text })),
    {
      languages: [],
      headingWords: {},
      worker: new URL(`data:text/javascript,${encodeURIComponent(worker)}`),
      limit: 1_000,
      onOutcome: ({ path }, outcome) => outcomes.set(path, outcome),
    },
  );
  return texts.map((_, index) => {
    const outcome = outcomes.get(`${index}.md`);
    return outcome?.type === 'parsed' ? outcome.entry.facts : `failed: ${outcome?.reason}`;
  });
}

describe('a file that takes its worker down fails alone', () => {
  test.each([
    ['crash', 'out of paper'],
    ['exit', 'the parser ended with 3'],
    ['hang', 'it took longer than 1 seconds'],
  ])('%s', async (text, reason) => {
    expect(await run(['', text, ''])).toEqual(['0.MD', `failed: ${reason}`, '2.MD']);
    expect(await run([text])).toEqual([`failed: ${reason}`]);
    expect(await run(['', text])).toEqual(['0.MD', `failed: ${reason}`]);
  });

  test('memory', { timeout: 60_000 }, async () => {
    const [first, second, third] = await run(['', 'memory', '']);
    expect([first, third]).toEqual(['0.MD', '2.MD']);
    expect(second).toMatch(/^failed: /);
  });

  test('several of them', async () => {
    const outcomes = await run(['crash', 'exit', '', 'crash', 'hang', '']);
    expect(outcomes.filter((outcome) => outcome.startsWith('failed'))).toHaveLength(4);
    expect([outcomes[2], outcomes[5]]).toEqual(['2.MD', '5.MD']);
  });
});

test('a worker that can not even start is a fault of the program', async () => {
  await expect(run([''], 'throw new Error("no parser")')).rejects.toThrow('no parser');
  await expect(run([''], 'process.exit(1)')).rejects.toThrow('A worker of the parser ended with 1.');
});

test('batches of very different sizes all get their turn', async () => {
  const texts = Array.from({ length: 50 }, (_, index) => 'x'.repeat(index % 7 === 0 ? 300_000 : 10));
  expect(await run(texts)).toEqual(texts.map((_, index) => `${index}.MD`));
});
