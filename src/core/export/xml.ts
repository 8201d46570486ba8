/** Text as it may stand in XML, in an element as in an attribute. What XML cannot hold at all is left out. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>';

// eslint-disable-next-line no-control-regex -- control characters are what is being removed
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
