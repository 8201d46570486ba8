/**
 * The known name that `word` most likely stands for, or undefined when none is near. Case, and the marks `-`, `_`, `.`
 * and blanks, count for nothing; a path may also be meant by its last part, when only one has it. The first of equals wins.
 * Names that differ only in their digits mean different things, and a placeholder means none.
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST || PLACEHOLDER.test(word)) return undefined;
  const asked = formsOf(word);
  if (asked.whole === '') return undefined;
  let best: Candidate | undefined;
  let tied = false;
  for (const name of known) {
    if (name.length > LONGEST) continue;
    const limit = best ? best.score : WORST + 1;
    const forms = formsOf(name);
    const score = scoreOf(asked, forms, limit);
    if (score <= limit && differsInDigits(asked.last, forms.last)) continue;
    tied = score < limit ? false : tied || score === limit;
    if (score < limit) best = { name, score };
  }
  return best && !(tied && best.score >= BY_LAST_PART) ? best.name : undefined;
}

type Candidate = Readonly<{ name: string; score: number }>;
type Forms = Readonly<{ whole: string; last: string }>;

/** `[[…/...]]`, `#TODO-later`. */
const PLACEHOLDER = /\.{3}|…|^\W*(?:todo|tbd|fixme)\b/i;

const LONGEST = 256;
const BY_LAST_PART = 10;
const BY_BEGINNING = 20;
const WORST = BY_BEGINNING;

function formsOf(name: string): Forms {
  const whole = bare(name);
  const slash = name.lastIndexOf('/', name.length - 2);
  return { whole, last: slash === -1 ? whole : bare(name.slice(slash + 1)) };
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_. ]+/g, '');
}

/** `img_1.png` and `img_2.png`, `img.png`. */
const differsInDigits = (a: string, b: string): boolean =>
  a !== b && a.replaceAll(/\d+/g, '') === b.replaceAll(/\d+/g, '');

/** At most `limit + 1`: candidates that cannot win are not measured to the end. */
function scoreOf(asked: Forms, name: Forms, limit: number): number {
  const whole = distance(asked.whole, name.whole, Math.min(limit, tolerance(asked.whole)));
  if (whole !== undefined) return whole;
  if (limit < BY_LAST_PART) return limit + 1;
  const last = distance(asked.last, name.last, Math.min(limit - BY_LAST_PART, tolerance(asked.last)));
  if (last !== undefined) return BY_LAST_PART + last;
  return limit >= BY_BEGINNING && oneBeginsOrEndsOther(asked.last, name.last) ? BY_BEGINNING : limit + 1;
}

function tolerance(word: string): number {
  if (word.length < 3) return 0;
  if (word.length < 6) return 1;
  return word.length < 10 ? 2 : 3;
}

const SHORTEST_PART = 4;

function oneBeginsOrEndsOther(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_PART && (long.startsWith(short) || long.endsWith(short));
}

/** Insertions, deletions, replacements and swaps of neighbours between `a` and `b`; undefined above `most`. */
export function distance(a: string, b: string, most: number): number | undefined {
  if (a === b) return 0;
  if (most < 1 || Math.abs(a.length - b.length) > most) return undefined;
  let from = 0;
  while (a[from] !== undefined && a[from] === b[from]) from += 1;
  let cut = 0;
  while (cut < Math.min(a.length, b.length) - from && a.at(-1 - cut) === b.at(-1 - cut)) cut += 1;
  return middleDistance(a.slice(from, a.length - cut), b.slice(from, b.length - cut), most);
}

/** Only the diagonal band of width `most` is filled: a path that leaves it costs more. */
function middleDistance(a: string, b: string, most: number): number | undefined {
  const far = most + 1;
  const empty = new Uint8Array(b.length + 1).fill(far);
  let [beforeLast, last, row] = [empty.slice(), empty.map((_, index) => Math.min(index, far)), empty];
  for (let i = 1; i <= a.length; i += 1) {
    const [first, end] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    row[first - 1] = i <= most ? i : far;
    let least = row[first - 1] ?? far;
    for (let j = first; j <= end; j += 1) {
      const replaced = (last[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? (beforeLast[j - 2] ?? far) + 1 : far;
      const cost = Math.min(replaced, swapped, (last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, far);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const total = last[b.length] ?? far;
  return total <= most ? total : undefined;
}
