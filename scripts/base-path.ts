import type { Option } from './command.ts';
import { WrongUse } from './command.ts';

export const baseOption = {
  type: 'string',
  value: 'path',
  about: 'Path that the site has on its server (default: /).',
} as const satisfies Option;

/** `lab`, `/lab` and `/lab/` all mean `/lab/`. */
export function basePath(written = '/'): string {
  const segments = written.split('/').filter(Boolean);
  if (segments.every((segment) => /^[\w~-][\w.~-]*$/.test(segment)))
    return ['', ...segments, ''].join('/').replace('//', '/');
  throw new WrongUse(
    `\`--base\` cannot be \`${written}\`. Write a path of letters, digits and hyphens, such as \`--base /lab/\`.`,
  );
}
