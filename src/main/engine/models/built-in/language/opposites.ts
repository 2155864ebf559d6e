/** What turns a word into its opposite, and the words it does so with: "indoor" is not the opposite of "door". */
const PREFIXES: [prefix: string, words: RegExp][] = [
  ['un', /./],
  ['non', /./],
  ['dis', /(?:ed|ing|able)$/],
  ['in', /(?:ive|[ai]ble|ete|[ae]nt|ect|ate)$/],
  ['im', /(?:[ai]ble|ect|[ae]nt)$/],
  ['ir', /(?:ive|[ai]ble|ar|[ae]nt)$/],
  ['il', /(?:al|[ai]ble)$/],
];
const SHORTEST = 4;

/** The words that `word` may be the opposite of: "paid" for "unpaid". */
export const oppositesOf = (word: string): string[] =>
  PREFIXES.flatMap(([prefix, words]) => {
    const rest = word.slice(prefix.length);
    return word.startsWith(prefix) && rest.length >= SHORTEST && words.test(rest) ? [rest] : [];
  });

/** One of the two says no to the other, so neither is the other misspelt. */
export const areOpposite = (a: string, b: string): boolean => oppositesOf(a).includes(b) || oppositesOf(b).includes(a);
