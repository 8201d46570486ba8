/** Reads a text by its first words, whatever its case, emoji and marks. Synonyms stand in plain words, divided by `|`. */
export function reader<Word extends string>(
  synonyms: Readonly<Record<Word, string>>,
): (text: string) => Word | undefined {
  const meanings = new Map<string, Word>();
  for (const word in synonyms) {
    meanings.set(plainWords(word), word);
    for (const synonym of synonyms[word].split('|')) meanings.set(synonym, word);
  }
  return (text) => {
    const words = plainWords(text).split(' ').slice(0, MOST_WORDS);
    for (let count = words.length; count > 0; count -= 1) {
      const meaning = meanings.get(words.slice(0, count).join(' '));
      if (meaning) return meaning;
    }
    return undefined;
  };
}

/** Lower-case words of a text, with one blank between them and no marks. */
export function plainWords(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const MOST_WORDS = 3;
const LONGEST = 200;
