import { parentPort, workerData } from 'node:worker_threads';
import type { SourceFile } from '../../core/model/parsed.ts';
import { createHighlight } from '../highlighter.ts';
import { drawers } from '../diagrams/drawers.ts';
import type { Outcome, ParseSetting } from './outcome.ts';
import { parseOne } from './parse-one.ts';

const { languages, headingWords }: ParseSetting = workerData;
const drawersFor = drawers();
const options = { headingWords, highlight: await createHighlight(languages) };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
const send = (message: Outcome | 'ready') => parentPort?.postMessage(message);

// The next batch comes when all of this one is answered.
parentPort?.on('message', async (files: readonly SourceFile[]) => {
  const drawerOf = await drawersFor(files.map(({ text }) => text));
  for (const file of files) send(parseOne(file, { ...options, drawerOf }));
});
send('ready');
