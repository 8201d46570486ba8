import { htmlFlow, htmlText } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { isElement } from './html-names.ts';

/** HTML of CommonMark, but `<your-domain>` and other names that are no elements stay text. */
export const knownHtml: Extension = {
  disable: { null: ['htmlFlow', 'htmlText'] },
  flow: { 60: onlyKnown(htmlFlow) },
  text: { 60: onlyKnown(htmlText) },
};

const OPENING_BRACE = 123;
const LONGEST_NAME = 24;

function onlyKnown(construct: Construct): Construct {
  return {
    ...construct,
    name: `known ${construct.name}`,
    tokenize(effects, ok, nok) {
      // `{{<figure src="x">}}` is a shortcode.
      if (this.previous === OPENING_BRACE) return nok;
      return effects.check(knownTag, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

const knownTag: Construct = { tokenize: tokenizeKnownTag, partial: true };

function tokenizeKnownTag(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let name = '';
  let closing = false;
  return (code) => {
    effects.enter('data');
    effects.consume(code);
    return afterBracket;
  };

  function afterBracket(code: Code): State | undefined {
    if (code === 33 || code === 63) return done(code, true);
    if (code !== 47) return inName(code);
    closing = true;
    effects.consume(code);
    return inName;
  }

  function inName(code: Code): State | undefined {
    if (code !== null && isNameCode(code) && name.length < LONGEST_NAME) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return inName;
    }
    return done(code, isElement(name, { bare: !closing && !startsAttributes(code) }));
  }

  function done(code: Code, known: boolean): State | undefined {
    effects.exit('data');
    return known ? ok(code) : nok(code);
  }
}

/** ASCII letters, digits and `-`, as in the names of elements. */
const isNameCode = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 45;

/** Line endings and blanks are negative codes and 32. */
const startsAttributes = (code: Code): boolean => code !== null && (code < 0 || code === 32);
