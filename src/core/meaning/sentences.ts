/** First sentence of a text, at most `most` characters. */
export function firstSentence(text: string, most = 300): string {
  const start = text.slice(0, most + 1);
  for (const match of start.matchAll(/[.!?](?=\s|$)|[。！？]/g)) {
    const sentence = start.slice(0, match.index + 1);
    if (!ABBREVIATION.test(sentence)) return sentence;
  }
  return shortened(text, most);
}

/** Cut between words, with an ellipsis. */
export function shortened(text: string, most = 300): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** A full stop after these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|ca|cf|no|z\.\s?b|d\.\s?h|bzw|usw|p\.\s?ex|\p{L}|\d{1,2})\.$/iu;
