import type { BlockContent, DefinitionContent, Paragraph, Parent, RootContent } from 'mdast';
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { blankLine } from 'micromark-core-commonmark';
import type {
  Code,
  Construct,
  Extension,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';

/** An admonition or a tab of MkDocs: one line, and what is indented below it. Only its parser knows this node. */
interface MkDocsBlock extends Parent {
  type: 'mkdocsBlock';
  /** The line as written. */
  opener: string;
  children: (BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    mkdocsBlock: MkDocsBlock;
  }
  interface RootContentMap {
    mkdocsBlock: MkDocsBlock;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mkdocsBlock: 'mkdocsBlock';
    mkdocsMarker: 'mkdocsMarker';
    mkdocsTitle: 'mkdocsTitle';
    mkdocsIndent: 'mkdocsIndent';
  }
}

const ADMONITION = /^(?:!!!|\?\?\?\+?) ?[a-z][\w-]*(?: +[a-z][\w-]*)*(?: +"([^"]*)")? *$/i;
const DETAILS = /^\?\?\?\+? *"([^"]+)" *$/;
const TAB = /^===[+!]{0,2} *(?:"([^"]+)"|'([^']+)') *$/;
const LONGEST = 500;

const block: Construct = {
  name: 'mkdocsBlock',
  tokenize,
  continuation: { tokenize: tokenizeContinuation },
  exit: (effects) => void effects.exit('mkdocsBlock'),
};

/** `!!! note "Title"`, `??? note`, `???+ note` and `=== "Tab"`, which hold what is indented by four below them. */
export const mkdocsSyntax: Extension = { document: { 33: block, 61: block, 63: block } };

export const mkdocsFromMarkdown: FromMarkdown = {
  enter: {
    mkdocsBlock(this: CompileContext, token) {
      this.enter({ type: 'mkdocsBlock', opener: '', children: [] }, token);
    },
    mkdocsTitle(this: CompileContext, token) {
      this.enter({ type: 'paragraph', children: [] }, token);
    },
  },
  exit: {
    mkdocsMarker: addToOpener,
    mkdocsTitle(this: CompileContext, token) {
      this.exit(token);
      addToOpener.call(this, token);
    },
    mkdocsBlock(this: CompileContext, token) {
      const node = this.stack.at(-1);
      this.exit(token);
      const parent = this.stack.at(-1);
      if (node?.type !== 'mkdocsBlock' || !parent || !('children' in parent)) return;
      const siblings: RootContent[] = parent.children;
      siblings.splice(-1, 1, ...shaped(node));
    },
  },
};

function addToOpener(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1);
  if (node?.type === 'mkdocsBlock') node.opener += this.sliceSerialize(token);
}

/** A tab is its label and its content, an admonition a callout; what holds nothing is the line that it was. */
function shaped({ opener, children, position }: MkDocsBlock): (BlockContent | DefinitionContent)[] {
  const titled = titleIn(opener) !== '';
  const label = titled ? children.find((child) => child.type === 'paragraph') : undefined;
  const content = titled ? children.slice(1) : children;
  const where = position && { position };
  if (content.length === 0)
    return [{ type: 'paragraph', children: [{ type: 'text', value: opener.trim() }], ...where }];
  const words = label?.children ?? [];
  if (opener.startsWith('='))
    return [{ type: 'paragraph', children: [{ type: 'strong', children: words }], ...where }, ...content];
  const fold = opener.startsWith('???+') ? '+' : opener.startsWith('?') ? '-' : '';
  const type = /[a-z][\w-]*/i.exec(opener.split('"')[0] ?? '')?.[0] ?? 'note';
  const title: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: `[!${type}]${fold} ` }, ...words],
    ...where,
  };
  return [{ type: 'blockquote', children: [title, ...content], ...where }];
}

/** '' when a line that opens a block has no title; undefined when it opens none. */
function titleIn(line: string): string | undefined {
  const found = ADMONITION.exec(line) ?? DETAILS.exec(line) ?? TAB.exec(line);
  return found ? (found[1] ?? found[2] ?? '').trim() : undefined;
}

function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let line = '';
  let title = '';
  let at = 0;
  return effects.check({ tokenize: tokenizeLine, partial: true }, open, nok);

  function tokenizeLine(...[lineEffects, isOpener, isNone]: Parameters<Tokenizer>): State {
    line = '';
    return (code) => {
      lineEffects.enter('mkdocsMarker');
      return inLine(code);
    };

    function inLine(code: Code): State | undefined {
      if (isLineEnd(code)) {
        lineEffects.exit('mkdocsMarker');
        const found = titleIn(line);
        title = found ?? '';
        return found === undefined ? isNone(code) : isOpener(code);
      }
      if (line.length === LONGEST) return isNone(code);
      line += code < 0 ? ' ' : String.fromCharCode(code);
      lineEffects.consume(code);
      return inLine;
    }
  }

  function open(code: Code): State | undefined {
    effects.enter('mkdocsBlock', { _container: true });
    effects.enter('mkdocsMarker');
    return inMarker(code);
  }

  function inMarker(code: Code): State | undefined {
    if (title !== '' && at === line.indexOf(title, 3)) {
      effects.exit('mkdocsMarker');
      effects.enter('mkdocsTitle');
      effects.enter('chunkText', { contentType: 'text' });
      return inTitle(code);
    }
    if (isLineEnd(code)) {
      effects.exit('mkdocsMarker');
      return ok(code);
    }
    at += 1;
    effects.consume(code);
    return inMarker;
  }

  function inTitle(code: Code): State | undefined {
    if (at < line.indexOf(title, 3) + title.length) {
      at += 1;
      effects.consume(code);
      return inTitle;
    }
    effects.exit('chunkText');
    effects.exit('mkdocsTitle');
    title = '';
    effects.enter('mkdocsMarker');
    return inMarker(code);
  }
}

function tokenizeContinuation(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return effects.check(blankLine, ok, effects.attempt({ tokenize: tokenizeIndent, partial: true }, ok, nok));
}

/** Four columns; a tab arrives as the columns that it covers. */
function tokenizeIndent(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let columns = 0;
  return (code) => {
    effects.enter('mkdocsIndent');
    return inIndent(code);
  };

  function inIndent(code: Code): State | undefined {
    if (columns === 4) {
      effects.exit('mkdocsIndent');
      return ok(code);
    }
    if (code !== 32 && code !== -2 && code !== -1) return nok(code);
    columns += 1;
    effects.consume(code);
    return inIndent;
  }
}

const isLineEnd = (code: Code): code is null | -5 | -4 | -3 => code === null || code < -2;
