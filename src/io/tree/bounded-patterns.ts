import ignore, { type Ignore } from 'ignore';

const MOST_PATTERNS = 10_000;
const LONGEST = 1_000;
const MOST_WILDCARDS = 4;
const MOST_DEEP_WILDCARDS = 3;

/**
 * A matcher for patterns in the notation of `.gitignore`. They come from the lab, and a pattern of many wildcards can
 * keep a matcher busy for hours: those with more than any real pattern has match nothing.
 */
export function boundedPatterns(lines: readonly string[]): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(
    lines.slice(0, MOST_PATTERNS).filter(isBounded),
  );
}

function isBounded(pattern: string): boolean {
  if (pattern.length > LONGEST) return false;
  const segments = pattern.split('/');
  if (segments.filter((segment) => segment === '**').length > MOST_DEEP_WILDCARDS) return false;
  return segments.every((segment) => (segment.match(/\*+/g)?.length ?? 0) <= MOST_WILDCARDS);
}
