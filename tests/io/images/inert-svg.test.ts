import { describe, expect, test } from 'vitest';
import { inertSvg } from '../../../src/io/images/inert-svg.ts';

const judge = (svg: string) => inertSvg(Buffer.from(svg));

const drawing = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"${more}>${inside}</svg>`;

const textOf = (svg: string) => {
  const judged = judge(svg);
  return 'text' in judged ? judged.text : `refused: ${judged.what}`;
};

const refusalOf = (svg: string) => {
  const judged = judge(svg);
  return 'text' in judged ? `taken: ${judged.text}` : judged.what;
};

describe('a drawing stays as it is', () => {
  test.each([
    '<path d="M0 0h10v10z" fill="none" stroke="#000"/>',
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)" width="9" height="9"/>',
    '<rect style=\'fill: url("#a")\'/>',
    '<style>.a { fill: red } @media (prefers-color-scheme: dark) { .a { fill: url( "#b" ) } }</style>',
    '<style><![CDATA[ a > b { fill: red } ]]></style>',
    '<style>@font-face { font-family: x; src: url(data:font/woff2;base64,AAAA) }</style>',
    '<use href="#a"/><text x="1">5 &lt; 6 &#38; Ä</text>',
    '<circle r="1"><animate attributeName="r" from="1" to="2" dur="1s"/></circle>',
    '<foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml" class="a" style="color: red">DNS<br/><b>down</b></div></foreignObject>',
    '<title>onclick="x"</title><desc>javascript:</desc>',
    '<g aria-label="C:\\labs" id="url(x)"/>',
  ])('%s', (inside) => {
    expect(textOf(drawing(inside))).toBe(drawing(inside));
  });

  test('but for what says things to programs only', () => {
    const source = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="https://elsewhere.test/a.css"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- CANARY -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.test" sodipodi:docname="CANARY.svg" content="&lt;mxfile CANARY" data-cell="CANARY">
<metadata><rdf:RDF><cc:Agent>CANARY</cc:Agent></rdf:RDF></metadata>
<sodipodi:namedview><g>CANARY</g></sodipodi:namedview><sodipodi:guide/>
<a href="https://elsewhere.test/CANARY"><text>DNS<!--CANARY--></text></a></svg>
<!-- CANARY -->`;
    expect(textOf(source).replace(/\n/g, '')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><a><text>DNS</text></a></svg>',
    );
  });
});

describe('a drawing that may do more is refused', () => {
  test.each([
    ['<script>alert(1)</script>', 'a `<script>` element'],
    ['<SCRIPT/>', 'a `<SCRIPT>` element'],
    ['<g onload="alert(1)"/>', 'an `onload` attribute'],
    ['<g OnLoad="alert(1)"/>', 'an `OnLoad` attribute'],
    ['<image href="https://elsewhere.test/x.png"/>', 'a reference to `https://elsewhere.test/x.png`'],
    ['<image href="https://me:pass@elsewhere.test/?token=1"/>', 'a reference to `https://elsewhere.test/?…`'],
    ['<image href="other.png"/>', 'a reference to `other.png`'],
    ['<use xlink:href="//elsewhere.test/x.svg#a"/>', 'a reference to `//elsewhere.test/x.svg#a`'],
    ['<image href="data:image/png;base64,AAAA"/>', 'another picture inside'],
    ['<a href="javascript:alert(1)"><path/></a>', 'a reference to `javascript:alert(1)`'],
    ['<a href=" java&#10;script&#58;alert(1)"><path/></a>', 'a reference to ` java\nscript:alert(1)`'],
    ['<a><set attributeName="href" to="javascript:alert(1)"/></a>', 'an animation of what it refers to'],
    ['<a><animate attributeName="xlink:href" values="#a"/></a>', 'an animation of what it refers to'],
    [
      '<rect><set attributeName="fill" to="url(https://elsewhere.test/)"/></rect>',
      '`url(https://elsewhere.test/)` in its styles',
    ],
    ['<rect fill="url(https://elsewhere.test/a#b)"/>', '`url(https://elsewhere.test/a#b)` in its styles'],
    ['<rect style="fill:url( &quot;a.svg#b&quot;)"/>', '`url(a.svg#b)` in its styles'],
    ['<style>@import "https://elsewhere.test/a.css";</style>', '`@import` in its styles'],
    ['<style>@im<!-- -->port "https://elsewhere.test/a.css";</style>', '`@import` in its styles'],
    ['<style>@im<![CDATA[port]]> "a.css";</style>', '`@import` in its styles'],
    ['<style>@im<x:y/>port "a.css";</style>', '`@import` in its styles'],
    ['<style>@&#105;mport "a.css";</style>', '`@import` in its styles'],
    ['<style>@\\69mport "a.css";</style>', '`\\` in its styles'],
    ['<style>a{background:u\\72l(https://elsewhere.test)}</style>', '`\\` in its styles'],
    [
      '<style>a{background:image-set("https://elsewhere.test/a.png" 1x)}</style>',
      '`image-set` in its styles',
    ],
    ['<style>@font-face{src:src("https://elsewhere.test/a.woff")}</style>', '`src(` in its styles'],
    [
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>',
      'a `<iframe>` element',
    ],
    [
      '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>',
      'a `<img>` element',
    ],
    ['<foreignObject><div onmouseover="x"/></foreignObject>', 'an `onmouseover` attribute'],
  ])('%s', (inside, what) => {
    expect(refusalOf(drawing(inside))).toBe(what);
  });

  test.each([
    [
      'declarations',
      `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('&a;')}`,
      'entities of its own (`<!DOCTYPE svg [`)',
    ],
    ['parameters', `<!DOCTYPE svg [ %a; ]>${drawing('')}`, 'entities of its own (`<!DOCTYPE svg [`)'],
  ])('with %s of its own', (_, svg, what) => {
    expect(refusalOf(svg)).toBe(what);
  });

  test.each([
    ['an unknown entity', drawing('&nbsp;')],
    ['a tag that is not closed', drawing('<g>')],
    ['tags that cross', drawing('<g><a></g></a>')],
    ['an attribute twice', drawing('<g id="a" id="b"/>')],
    ['an attribute without quotes', drawing('<g id=a/>')],
    ['a comment that does not end', drawing('<!-- ')],
    ['two roots', `${drawing('')}${drawing('')}`],
    ['text behind it', `${drawing('')}x`],
    ['another root', '<g xmlns="http://www.w3.org/2000/svg"/>'],
    ['no namespace', '<svg/>'],
    ['an element of another namespace', drawing('<g xmlns="http://elsewhere.test/"/>')],
    ['a prefix for SVG itself', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>'],
    ['another xlink', drawing('', ' xmlns:xlink="http://elsewhere.test/"')],
    ['too deep nesting', drawing('<g>'.repeat(600) + '</g>'.repeat(600))],
    ['nothing', ''],
  ])('with %s', (_, svg) => {
    expect(refusalOf(svg)).toBe('XML that is not well-formed, or unusual');
  });

  test('in an encoding that is not UTF-8', () => {
    const utf16 = Buffer.from(`\uFEFF${drawing('<script/>')}`, 'utf16le');
    expect(inertSvg(utf16)).toMatchObject({ kind: 'unreadable' });
  });

  test('and says when text is lost with it', () => {
    expect(judge(drawing('<foreignObject><input/></foreignObject>'))).toMatchObject({ losesText: true });
    expect(judge(drawing('<script/>'))).toMatchObject({ losesText: false });
  });
});

test.each([
  ['spaces', `<svg xmlns="http://www.w3.org/2000/svg"${' '.repeat(1_000_000)}!`],
  ['attributes', drawing(`<g ${'a="1" '.repeat(100_000)}/>`)],
  ['groups', '<g>'.repeat(300_000)],
  ['urls', drawing(`<g style="${'url('.repeat(200_000)}"/>`)],
  ['comments', drawing('<!--'.repeat(200_000))],
])('a megabyte of %s is judged at once', (_, svg) => {
  expect(refusalOf(svg)).not.toContain('taken');
});
