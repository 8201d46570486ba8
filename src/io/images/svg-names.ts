/** Elements that draw, or hold what draws. Whatever else a drawing has may do more than that. */
const DRAWING_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use switch view title desc style a ' +
    'path rect circle ellipse line polyline polygon text tspan textPath tref image marker ' +
    'linearGradient radialGradient meshgradient stop pattern clipPath mask ' +
    'filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode ' +
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence ' +
    'animate animateTransform animateMotion mpath set foreignObject'
  ).split(' '),
);

/** Elements of HTML that only hold text: drawing programs put labels into `<foreignObject>`. */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'body div span p br hr b i em strong u s sub sup small code pre kbd font center blockquote ' +
    'ul ol li dl dt dd table thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6'
  ).split(' '),
);

const TEXT_ELEMENT_ATTRIBUTES: ReadonlySet<string> = new Set(
  'xmlns style class id dir lang align valign color face size width height colspan rowspan'.split(' '),
);

export const isInertElement = (name: string): boolean =>
  DRAWING_ELEMENTS.has(name) || TEXT_ELEMENTS.has(name);

/** Elements that say things to programs, not to readers, with all they hold. Editors mark their own with a prefix. */
export const isSilentElement = (name: string): boolean => name === 'metadata' || name.includes(':');

/** Attributes in which editors keep the source of the drawing, with all that was hidden in it, and those of no use here. */
export const isSilentAttribute = (element: string, name: string): boolean =>
  name === 'content' ||
  (TEXT_ELEMENTS.has(element) && !TEXT_ELEMENT_ATTRIBUTES.has(name)) ||
  name.startsWith('data-') ||
  (name.includes(':') && !['xlink:href', 'xml:space', 'xml:lang', 'xmlns:xlink'].includes(name));

/** Attributes whose value is text: whatever stands in it draws nothing and loads nothing. */
export const isTextAttribute = (name: string): boolean =>
  name.startsWith('aria-') || ['id', 'class', 'role', 'lang', 'xml:lang', 'title'].includes(name);

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
