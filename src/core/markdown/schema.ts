import type { Options } from 'rehype-sanitize';
import { DROPPED, SHOWN } from './html-names.ts';

/**
 * What may stand in the HTML of a page. Ids and names pass here, for links to them, and are checked one by one afterwards;
 * so do `align`, which becomes a class, and `width` of an image, which goes into its slot.
 */
export const schema: Options = {
  tagNames: [...SHOWN],
  strip: [...DROPPED],
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'ssh'], src: ['http', 'https'], cite: ['http', 'https'] },
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    summary: ['details'],
    caption: ['table'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  attributes: {
    '*': ['align', 'dataMark', 'dir', 'id', 'lang'],
    a: ['dataFootnoteBackref', 'dataFootnoteRef', 'href', 'name', 'title'],
    abbr: ['title'],
    code: [['className', /^language-./]],
    details: ['open', ['className', /^alert/]],
    dfn: ['title'],
    div: [
      ['className', /^alert/],
      ['role', 'note'],
    ],
    img: ['alt', 'src', 'title', 'width'],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    li: [['className', 'task-list-item'], 'value'],
    ol: [['className', 'contains-task-list'], 'reversed', 'start', 'type'],
    p: [['className', 'alert-title']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    ul: [['className', 'contains-task-list']],
  },
};
