import type { Healthcheck, Value } from '../model/compose.ts';
import { child, isTrue, scalarAt, scalarsOf, word } from './tree.ts';
import type { Tree } from './tree.ts';
import { present, valueAt, valueOf } from './values.ts';

/** How a service is tested, if its compose file says so; an image may have a test of its own. */
export function healthcheckOf(service: Tree): Healthcheck | undefined {
  const said = child(service, 'healthcheck');
  const test = testOf(said);
  if (!test) return undefined;
  return {
    test,
    disabled: test.display === NONE,
    ...present({
      interval: valueAt(said, 'interval'),
      timeout: valueAt(said, 'timeout'),
      retries: valueAt(said, 'retries'),
      startPeriod: valueAt(said, 'start_period'),
    }),
  };
}

const NONE = 'none';

function testOf(said: Tree | undefined): Value | undefined {
  const disable = scalarAt(said, 'disable');
  if (disable && isTrue(disable)) return { ...valueOf(disable), display: NONE };
  const test = child(said, 'test');
  if (test?.kind === 'scalar')
    return test.text.trim() === 'NONE' ? { ...valueOf(test), display: NONE } : valueOf(test);
  const words = wordsOf(test);
  return (
    words && { ...words, display: words.display.replace(/^CMD(?:-SHELL)? /, '').replace(/^NONE$/, NONE) }
  );
}

/** A command as one text, whether it is written as one or as its words. */
export function wordsOf(tree: Tree | undefined): Value | undefined {
  if (tree?.kind === 'scalar') return valueOf(tree);
  if (tree?.kind !== 'sequence') return undefined;
  const words = scalarsOf(tree);
  const state = words.map((each) => each.state).find((each) => each !== undefined);
  const raw = words.map(({ text, raw: written = text }) => written).join(' ');
  return valueOf({ ...word(words.map(({ text }) => text).join(' '), tree), ...(state && { state, raw }) });
}
