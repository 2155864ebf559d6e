/** Choosing the language, and how numbers are written. */
export interface LocaleWords {
  /** Above both choices. */
  title: () => string;
  language: () => string;
  /** The system's language; its name. */
  asSystem: (language: string) => string;
  numbers: () => string;
  /** Of cells: true, false, and nothing. */
  cell: { yes: string; no: string; empty: string };
  /** What sizes below a thousand are counted in. */
  bytes: string;
  /** As the language has them; how that looks. */
  asLanguage: (example: string) => string;
  /** A region, and how numbers look there. */
  region: (name: string, example: string) => string;
}
