import { parentPort, workerData } from 'node:worker_threads';
import type { SourceFile } from '../../core/model/parsed.ts';
import { createHighlight } from '../highlighter.ts';
import type { Outcome, ParseSetting } from './outcome.ts';
import { parseOne } from './parse-one.ts';

const { languages, headingWords }: ParseSetting = workerData;
const options = { headingWords, highlight: await createHighlight(languages) };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
const send = (message: Outcome | 'ready') => parentPort?.postMessage(message);

parentPort?.on('message', (files: readonly SourceFile[]) => {
  for (const file of files) send(parseOne(file, options));
});
send('ready');
