/** First date in `text` as `2026-03-14`; undefined when there is none, or when it can be read in two ways, as `03/04/2026`. */
export function dateOf(text: string): string | undefined {
  const head = text.slice(0, LONGEST);
  if (!YEAR.test(head)) return undefined;
  const found = FORMS.flatMap(({ form, read }) => {
    const match = form.exec(head);
    const date = match ? read(match) : undefined;
    return match && date !== undefined ? [{ index: match.index, date }] : [];
  });
  const first = found.sort((a, b) => a.index - b.index)[0]?.date;
  return first === AMBIGUOUS ? undefined : first;
}

/** `2026-03-14T21:05+01:00` where `text` begins with a date and the minute, else the first date in it. */
export function timeOf(text: string): string | undefined {
  const [, date, minute = '', offset = ''] = MINUTE.exec(text) ?? [];
  return date !== undefined && date === dateOf(text) ? `${date}T${minute}${offset}` : dateOf(text);
}

const MINUTE =
  /^\s*(\d{4}-\d\d-\d\d)(?:T| ?,? )([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?::\d\d)?(?: ?(Z|[+-]\d\d:\d\d))?(?![\d:])/;

/** Date in a path: `2026-03-14-dns.md`, `20260314 dns.md`, `2026/03/14/dns.md`. The one nearest to the file's end counts. */
export function dateInPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return lastDate(name) ?? lastDate(path);
}

/** `2026-03-14`, unless the calendar has no such day. */
export function isoDate(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return real && /^(?:19|2[01])\d\d$/.test(year) ? iso : undefined;
}

const LONGEST = 300;
/** Every form has it. */
const YEAR = /\d{4}/;
const AMBIGUOUS = 'ambiguous';

const MONTHS: readonly RegExp[] = [
  'jan|january|januar|jänner|janvier|ene|enero|janeiro',
  'feb|february|februar|fév|févr|février|febrero|fev|fevereiro',
  'mar|march|mär|mrz|märz|mars|marzo|março',
  'apr|april|avr|avril|abr|abril',
  'may|mai|mayo|maio',
  'jun|june|juni|juin|junio|junho',
  'jul|july|juli|juil|juillet|julio|julho',
  'aug|august|août|aout|ago|agosto',
  'sep|sept|september|septembre|septiembre|set|setembro',
  'oct|october|okt|oktober|octobre|octubre|out|outubro',
  'nov|november|novembre|noviembre|novembro',
  'dec|december|dez|dezember|déc|décembre|dic|diciembre|dezembro',
].map((names) => new RegExp(`^(?:${names})$`));

const MONTH = String.raw`(\p{L}{3,10})\.?`;

/** The last day of a span, of which the first counts. */
const UNTIL = String.raw`(?: ?(?:[-–—&]|to|and|bis|und|au|al?) ?\d{1,2}(?:st|nd|rd|th|\.)?)?`;

type Form = Readonly<{ form: RegExp; read: (match: RegExpExecArray) => string | undefined }>;

const FORMS: readonly Form[] = [
  {
    form: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
    read: ([, year = '', , month = '', day = '']) => isoDate(year, month, day),
  },
  {
    form: /(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/,
    read: ([, year = '', month = '', day = '']) => isoDate(year, month, day),
  },
  {
    form: /^\s*(\d{4})(\d\d)(\d\d)\s*$/,
    read: ([, year = '', month = '', day = '']) => isoDate(year, month, day),
  },
  {
    form: /(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/,
    read: ([, day = '', month = '', year = '']) => isoDate(year, month, day),
  },
  {
    form: /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/,
    read: ([, a = '', , b = '', year = '']) => unambiguous(a, b, year),
  },
  {
    form: new RegExp(
      String.raw`(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?${UNTIL} (?:of |de )?${MONTH},? (?:del? )?(\d{4})(?!\d)`,
      'iu',
    ),
    read: ([, day = '', month = '', year = '']) => namedDate(year, month, day),
  },
  {
    form: new RegExp(String.raw`(?<!\p{L})${MONTH} (\d{1,2})(?:st|nd|rd|th)?${UNTIL},? (\d{4})(?!\d)`, 'iu'),
    read: ([, month = '', day = '', year = '']) => namedDate(year, month, day),
  },
];

/** Day and month in an order that only a number above 12, or two equal ones, can tell. */
function unambiguous(a: string, b: string, year: string): string | undefined {
  const dayFirst = isoDate(year, b, a);
  const monthFirst = isoDate(year, a, b);
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return AMBIGUOUS;
  return dayFirst ?? monthFirst;
}

function namedDate(year: string, month: string, day: string): string | undefined {
  const name = month.normalize('NFC').toLowerCase();
  const index = MONTHS.findIndex((beginning) => beginning.test(name));
  return index === -1 ? undefined : isoDate(year, String(index + 1), day);
}

const IN_PATH = /(?<!\d)(\d{4})([-_./]?)(\d\d)\2(\d\d)(?!\d)/g;

function lastDate(path: string): string | undefined {
  return [...path.slice(-LONGEST).matchAll(IN_PATH)]
    .map(([, year = '', , month = '', day = '']) => isoDate(year, month, day))
    .findLast((date) => date !== undefined);
}
