/** Minutes in `15m`, `4h`, `90 minutes`, `7 days`, `6 months`, `P1D`, `PT30M`; undefined when it says no duration. */
export function minutesOf(text: string): number | undefined {
  const plain = text
    .slice(0, LONGEST)
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|one|every|each)\s+/, '');
  if (/^(?:0|none|instant|immediate(?:ly)?)$/.test(plain)) return 0;
  if (NAMED.has(plain)) return NAMED.get(plain);
  const iso = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?)?$/.exec(plain);
  if (iso && plain.length > 2 && plain.at(-1) !== 't')
    return sum(iso.slice(1).map((count) => Number(count ?? 0)));
  const parts = plain.split(/(?<=[a-zµäöüéñ])[\s,]*(?:and|und)?\s*(?=\d)/).map(partOf);
  return parts.reduce<number | undefined>(
    (total, part) => (total === undefined || part === undefined ? undefined : total + part),
    0,
  );
}

const LONGEST = 60;
const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|sekunden?)$/, 1 / 60],
  [/^(?:m|mins?|minutes?|minuten?|minutos?)$/, 1],
  [/^(?:h|hrs?|hours?|stunden?|heures?|horas?)$/, HOUR],
  [/^(?:d|days?|tage?|jours?|d[ií]as?)$/, DAY],
  [/^(?:w|weeks?|wochen?|semaines?|semanas?)$/, WEEK],
  [/^(?:mo|months?|monate?|mois|mes(?:es)?)$/, MONTH],
  [/^(?:q|quarters?|quartale?|trimestres?)$/, 3 * MONTH],
  [/^(?:y|years?|jahre?|ans?|años?|anos?)$/, YEAR],
];

const NAMED: ReadonlyMap<string, number> = new Map([
  ['hourly', HOUR],
  ['daily', DAY],
  ['weekly', WEEK],
  ['monthly', MONTH],
  ['quarterly', 3 * MONTH],
  ['yearly', YEAR],
  ['annually', YEAR],
]);

function partOf(part: string): number | undefined {
  const [, count = '1', word = ''] = /^(\d+(?:[.,]\d+)?)?\s*(\p{L}+)$/u.exec(part) ?? [];
  const unit = UNITS.find(([form]) => form.test(word));
  return unit && Number(count.replace(',', '.')) * unit[1];
}

function sum([
  years = 0,
  months = 0,
  weeks = 0,
  days = 0,
  hours = 0,
  minutes = 0,
]: readonly number[]): number {
  return years * YEAR + months * MONTH + weeks * WEEK + days * DAY + hours * HOUR + minutes;
}
