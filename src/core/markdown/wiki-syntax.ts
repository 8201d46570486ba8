import type { Node } from 'mdast';
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';

/** `[[target#heading|alias]]`, or `![[target|300]]` when `embed`. */
export interface WikiLink extends Node {
  type: 'wikiLink';
  embed: boolean;
  target: string;
  alias: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
  }
}

const tokenizer: Construct = { name: 'wikiLink', tokenize };

/** Wiki links as Obsidian has them: on one line, and not in code. */
export const wikiSyntax: Extension = { text: { 33: tokenizer, 91: tokenizer } };

export const wikiFromMarkdown: FromMarkdown = {
  enter: {
    wikiLink(this: CompileContext, token) {
      const raw = this.sliceSerialize(token);
      const inside = raw.slice(raw.indexOf('[[') + 2, -2);
      // The table of contents marker of GitLab and others: not a page.
      if (/^_?toc_?$/i.test(inside)) {
        this.enter({ type: 'text', value: raw }, token);
        return;
      }
      // In a table the bar of an alias is escaped.
      const bar = inside.search(/\\?\|/);
      const target = bar < 0 ? inside : inside.slice(0, bar);
      const alias = bar < 0 ? '' : inside.slice(bar).replace(/^\\?\|/, '');
      const embed = raw.startsWith('!');
      this.enter({ type: 'wikiLink', embed, target: target.trim(), alias: alias.trim() }, token);
    },
  },
  exit: {
    wikiLink(this: CompileContext, token) {
      this.exit(token);
    },
  },
};

const LONGEST = 1000;

function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let size = 0;
  return (code) => {
    effects.enter('wikiLink');
    effects.consume(code);
    return code === 33 ? first : second;
  };

  function first(code: Code): State | undefined {
    if (code !== 91) return nok(code);
    effects.consume(code);
    return second;
  }

  function second(code: Code): State | undefined {
    if (code !== 91) return nok(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (code === 93) return size > 0 ? close(code) : nok(code);
    const ends = code === null || code < -2 || code === 91 || size === LONGEST;
    // `[[^1]]` is a footnote in brackets, `[[ -f x ]]` a test in a shell.
    if (ends || (size === 0 && (code === 94 || code === 32 || code < 0))) return nok(code);
    size += 1;
    effects.consume(code);
    return inside;
  }

  function close(code: Code): State | undefined {
    effects.consume(code);
    return (next) => {
      if (next !== 93) return nok(next);
      effects.consume(next);
      return end;
    };
  }

  /** `[[1]](address)` is a link whose text is in brackets. */
  function end(code: Code): State | undefined {
    if (code === 40) return nok(code);
    effects.exit('wikiLink');
    return ok(code);
  }
}
