const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements that a page may show. */
export const SHOWN = words(
  `a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img
  input ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead
  tr tt u ul var`,
);

/** Elements of which nothing remains, their content included. */
export const DROPPED = words('script style template svg math title head');

/** Elements that become a link to what they would have loaded. */
export const MEDIA = words('iframe video audio embed object');

const UNWRAPPED = words(
  `acronym article aside basefont big blink button center col colgroup dir fieldset font footer form frame frameset header hgroup
  legend main marquee nav nobr noscript picture wbr`,
);

/**
 * HTML names that people also use for a blank to fill in, such as `<title>` or `<address>`: they are HTML only when they
 * have attributes, or close something.
 */
const EITHER = words(
  `address area base body data dialog embed head html label link map menu meta meter object optgroup option output param progress
  select slot source svg textarea time title track math template`,
);

/** Whether `<name` begins an element, rather than a blank to fill in that must stay readable. */
export function isElement(name: string, { bare }: Readonly<{ bare: boolean }>): boolean {
  const lower = name.toLowerCase();
  if (EITHER.has(lower)) return !bare;
  return SHOWN.has(lower) || DROPPED.has(lower) || MEDIA.has(lower) || UNWRAPPED.has(lower);
}
