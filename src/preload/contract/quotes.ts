/** Nothing that is seen: white space, and characters that only join or part others. */
const UNSEEN = /[\s\p{Cf}]/u;

/**
 * Where `words` stand in `text` when what is not seen is left out of account: readers of documents break lines, and part
 * words, each in their own way. Of several places it is the first from `from` on, where there is one. Offsets are UTF-16 units.
 */
export function findLoosely(text: string, words: string, from = 0): { start: number; end: number } | null {
  const wanted = dense(words).text;
  if (wanted === '') return null;
  const { text: searched, places } = dense(text);
  const first = places.findIndex((place) => place >= from);
  const later = searched.indexOf(wanted, Math.max(0, first));
  const at = later === -1 ? searched.indexOf(wanted) : later;
  const [start, last] = [places[at], places[at + wanted.length - 1]];
  return at === -1 || start === undefined || last === undefined ? null : { start, end: last + 1 };
}

function dense(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let seen = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (UNSEEN.test(unit)) continue;
    places.push(at);
    seen += unit;
  }
  return { text: seen, places };
}
