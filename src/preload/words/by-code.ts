/** A sentence for each code, made of what comes with it. */
export type ByCode<Fact extends { code: string }> = {
  [C in Fact['code']]: (fact: Extract<Fact, { code: C }>) => string;
};

/** The sentence for any of them. */
export function wordOf<Fact extends { code: string }>(words: ByCode<Fact>, fact: Fact): string {
  // Each entry takes the facts of its own key, which is the one that is looked up.
  const word = words[fact.code as Fact['code']] as (fact: Fact) => string;
  return word(fact);
}
