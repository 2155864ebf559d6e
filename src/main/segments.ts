const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々ー';
const PIECES = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** The words of a text. Writing without spaces, as Chinese and Japanese, is cut into overlapping pairs of characters. */
export function segmentsOf(text: string): string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => (IS_UNSPACED.test(piece) ? pairsOf([...piece]) : [piece]));
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters.length < 2
    ? [...characters]
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
