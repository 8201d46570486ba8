/** A time at the start of a text; `at` as written but for what joins day and time, `until` when a range was, `rest` what follows. */
export type Timed = Readonly<{ at: string; until?: string; rest: string; dateOnly: boolean }>;

/** Reads `21:05 UTC – text`, `2026-03-14 21:05: text`, `[9:05 pm] text`, `T+5m text`, `14. März text`. */
export function timePrefix(text: string): Timed | undefined {
  const start =
    /^[\s[(*_`~≈]*(?:(?:ca|c|approx|about|around|um|gegen|vers|sobre|por volta de)\b\.?\s*)?/i.exec(
      text.slice(0, LONGEST),
    );
  const body = text.slice(start?.[0].length ?? 0);
  const head = body.slice(0, LONGEST);
  const relative = RELATIVE.exec(head)?.[0];
  if (relative !== undefined)
    return { at: relative.trim(), rest: restOf(body.slice(relative.length)), dateOnly: false };
  const date = DATE.exec(head)?.[0] ?? '';
  const gap = date === '' ? '' : (GAP.exec(head.slice(date.length))?.[0] ?? '');
  const time = clock(head.slice(date.length + gap.length));
  if (!time) {
    if (date === '' || !STANDS_ALONE.test(date) || !/^(?:$|[^\p{L}\p{N}])/u.test(head.slice(date.length)))
      return undefined;
    return { at: date, rest: restOf(body.slice(date.length)), dateOnly: true };
  }
  const end = date.length + gap.length + time.length;
  const until = rangeEnd(head.slice(end));
  const at = date === '' ? time.text : `${date}${gap === 'T' ? 'T' : ' '}${time.text}`;
  const zone = time.zone === '' ? (until?.zone ?? '') : time.zone;
  return {
    at: zone === '' ? at : `${at} ${zone}`,
    ...(until && { until: until.text }),
    rest: restOf(body.slice(end + (until?.length ?? 0))),
    dateOnly: false,
  };
}

const LONGEST = 120;

const MONTH =
  '(?:jan(?:uary|uar|vier|\\.)?|feb(?:ruary|ruar|\\.)?|févr(?:ier|\\.)?|mar(?:ch|s|zo|ço|\\.)?|märz|apr(?:il|\\.)?|avril|abr(?:il|\\.)?|may|mai|mayo|maio|june?|juni|juin|junio|junho|july?|juli|juillet|julio|julho|aug(?:ust|\\.)?|août|ago(?:sto|\\.)?|sept?(?:ember|embre|\\.)?|setembro|oct(?:ober|obre|ubre|\\.)?|okt(?:ober|\\.)?|outubro|nov(?:ember|embre|iembre|embro|\\.)?|dec(?:ember|\\.)?|dez(?:ember|embro|\\.)?|déc(?:embre|\\.)?|dic(?:iembre|\\.)?|enero|ene\\.?|janeiro|febrero|fevereiro)';
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th|\\.)?)';

const DATE = new RegExp(
  `^(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]{0,8}\\.?,?\\s+)?(?:${[
    '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
    '\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日',
    '\\d{1,2}月\\s?\\d{1,2}日',
    '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}',
    '\\d{1,2}\\.\\d{1,2}\\.(?!\\d)',
    '\\d{1,2}/\\d{1,2}(?![\\d/])',
    `${DAY}\\s+(?:de\\s+)?${MONTH}(?:,?\\s+(?:de\\s+)?\\d{4})?(?![\\p{L}\\d])`,
    `${MONTH}\\s+${DAY}(?:,?\\s+\\d{4})?(?![\\p{L}\\d:])`,
  ].join('|')})`,
  'iu',
);

/** What may stand between a day and its time. */
const GAP = /^(?:\s+[-–—]\s+|,?\s+(?:at|um|à|a las|às)\s+|\s*[T,/|@:]\s*|\s+)[~≈]?/;

/** Dates that are dates without a time beside them: `1/2` alone may be a part. */
const STANDS_ALONE = /\d{4}|\p{L}/u;

const RELATIVE = /^T\s?(?:[+\-−±]\s?\d[\dhms:. ]{0,10}(?:min|hours?|hrs?|mins?|secs?|days?)?\b|[+-]?0\b)/i;

type Clock = Readonly<{ text: string; zone: string; length: number }>;

const CLOCK =
  /^(?:(\d{1,2})\s?(?::|：|h|時|时|点)\s?([0-5]\d)(?:分)?(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\b\.?)?(?:\s?Uhr\b|h\b)?|(\d{1,2})\s?(?:[ap]\.?m\b\.?|Uhr\b))/i;
const ZONE =
  /^\s?(?:\(\s?)?((?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|(?:CES?T|WES?T|EES?T|[ECMP][SD]?T|[JKBI]ST|AE[SD]T|NZ[SD]T|BRT|ART|SGT|HKT|MSK|Z)(?![\p{L}\d])|[+-]\d{2}:?\d{2}(?!\d))(?:\s?\))?/u;

function clock(text: string): Clock | undefined {
  const [time = '', hour, , bare] = CLOCK.exec(text) ?? [];
  if (time === '' || Number(hour ?? bare) > 24) return undefined;
  const [whole = '', zone = ''] = ZONE.exec(text.slice(time.length)) ?? [];
  if (zone === '' && /^\d/.test(text.slice(time.length))) return undefined;
  return { text: time, zone, length: time.length + whole.length };
}

/** `– 21:10 UTC` after a time. A dash before words is no range. */
function rangeEnd(text: string): Clock | undefined {
  const dash = /^\s*(?:-|–|—|~|〜|～|→|to|bis|until|à|a|até)\s*/i.exec(text)?.[0];
  const end = dash === undefined ? undefined : clock(text.slice(dash.length));
  if (dash === undefined || !end) return undefined;
  const zoned = end.zone === '' ? end.text : `${end.text} ${end.zone}`;
  return { text: zoned, zone: end.zone, length: dash.length + end.length };
}

const restOf = (text: string): string =>
  text
    .replace(/^[\s\-–—:|,;.)\]}>=→*_~`]{1,20}/, '')
    .replace(/^(?:hh:mm|\?\?:\?\?)\s*/i, '')
    .trim();
