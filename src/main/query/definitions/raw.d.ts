/** Tables of words that come along as text. */
declare module '*.tsv?raw' {
  const text: string;

  export = text;
}
