import type { ParsedPage } from '../model/parsed.ts';

/** Answers about pages that one and the same question got before. `holds` tells whether a kept one is still right. */
export type Keep<A> = (page: ParsedPage, make: () => A, holds?: (kept: A) => boolean) => A;

/**
 * Keeps the last answer about each page as long as the page lives. The question holds all that the answer depends on
 * besides the page, so that an answer is given again only where it would come out the same.
 */
export type Keeper<A> = (question: string) => Keep<A>;

export function keeper<A>(): Keeper<A> {
  const answers = new WeakMap<ParsedPage, Readonly<{ question: string; answer: A }>>();
  let last = '';
  return (asked) => {
    // The very text of before, which is long: then each page compares it in no time.
    const question = asked === last ? last : asked;
    last = question;
    return (page, make, holds) => {
      const before = answers.get(page);
      if (before?.question === question && (holds?.(before.answer) ?? true)) return before.answer;
      const answer = make();
      answers.set(page, { question, answer });
      return answer;
    };
  };
}
