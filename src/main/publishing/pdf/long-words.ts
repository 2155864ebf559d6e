const BREAK = '\u200b';

/** A text whose words, where they are longer than a line of so many characters, can go on in the next one. */
export function breakable(text: string, longest: number): string {
  return text.replaceAll(/\S+/g, (word) => {
    const signs = [...word];
    if (signs.length <= longest) return word;
    return signs.map((sign, at) => (at > 0 && at % longest === 0 ? `${BREAK}${sign}` : sign)).join('');
  });
}
