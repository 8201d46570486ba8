import { getEventListeners } from 'node:events';
import { dispatch } from './dispatch.ts';
import { EXIT } from './command.ts';
import { terminal } from './terminal.ts';

const interruption = new AbortController();
process.on('SIGINT', () => {
  const { signal } = interruption;
  if (signal.aborted || getEventListeners(signal, 'abort').length === 0) process.exit(EXIT.interrupted);
  interruption.abort();
});
// A reader that has seen enough (`| head`) closes the pipe; the command still ends with its own exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await dispatch(process.argv.slice(2), {
  ...terminal(process),
  interrupted: interruption.signal,
});
