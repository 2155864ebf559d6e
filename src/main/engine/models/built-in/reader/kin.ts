/** Endings by which a word of one kind is made from a word of another: "danceable" and "danceability" are of one root. */
const ENDINGS =
  /(?:abilit[iy]|ibilit[iy]|able|ible|osity|iousness|ousness|ious|ous|icity|ically|ical|ic|iness|ness|ivity|ive|ality|ally|al|ance|ence|ancy|ency|ant|ent|ments?|ation|ition|sion|tion|ion|ator|ate|ated|ity|ful|less|ship|ist|ism|ly|y|i|isch|lich|ung|keit|heit|igkeit|ig)$/;
const SHORTEST_ROOT = 4;
/** A word cut short has to be told apart from a word of its own. */
const SHORTEST_CUT = 4;

/** What words of one family have in common; null for words that are too short to be told apart. */
function rootOf(stem: string): string | null {
  const root = stem.replace(ENDINGS, '');
  return root.length >= SHORTEST_ROOT ? root : null;
}

/** Words of names by their roots and by their beginnings. */
export class Kin {
  readonly #byRoot = new Map<string, Set<string>>();
  readonly #words = new Set<string>();

  add(stem: string): void {
    if (this.#words.has(stem) || /\d/.test(stem)) return;
    this.#words.add(stem);
    const root = rootOf(stem);
    if (root !== null) this.#byRoot.set(root, (this.#byRoot.get(root) ?? new Set()).add(stem));
  }

  /** Words that are of the same family, or that this one is cut from where only one of them begins so. */
  of(stem: string): string[] {
    const root = rootOf(stem);
    const family = root === null ? [] : [...(this.#byRoot.get(root) ?? [])];
    if (family.length > 0 || stem.length < SHORTEST_CUT) return family;
    const longer = [...this.#words].filter((word) => word.length > stem.length + 2 && word.startsWith(stem));
    return longer.length === 1 ? longer : [];
  }
}
