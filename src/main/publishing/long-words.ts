const BREAK = '\u200b';
/** What names of columns are put together with: they go on in the next line behind it rather than anywhere. */
const JOINTS = /(?<=[_/.:-])(?=[^\s_/.:-])/;

/** A text whose words, where they are longer than a line of so many characters, can go on in the next one. */
export function breakable(text: string, longest: number): string {
  return text.replaceAll(/\S+/g, (word) => {
    if ([...word].length <= longest) return word;
    return word
      .split(JOINTS)
      .map((piece) => cut(piece, longest))
      .join(BREAK);
  });
}

const cut = (piece: string, longest: number): string =>
  [...piece].map((sign, at) => (at > 0 && at % longest === 0 ? `${BREAK}${sign}` : sign)).join('');
