import { afterLine, AT_START, type FenceState } from './fence-state.ts';

/** A text as it stands, with what its fences hold passed through `mask`. */
export function maskFences(text: string, mask: (code: string) => string): string {
  const shown: string[] = [];
  let code: string[] = [];
  let state: FenceState = AT_START;
  for (const [index, line] of text.split('\n').entries()) {
    const before = state;
    state = afterLine(line, state, index);
    if (before.in === 'fence' && state.in === 'fence' && before.line === state.line) {
      code.push(line);
      continue;
    }
    if (code.length > 0) shown.push(mask(code.join('\n')));
    code = [];
    shown.push(line);
  }
  if (code.length > 0) shown.push(mask(code.join('\n')));
  return mask(shown.join('\n'));
}
