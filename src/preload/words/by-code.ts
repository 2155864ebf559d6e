/** A sentence for each code, made of what comes with it. */
export type ByCode<Fact extends { code: string }> = {
  [C in Fact['code']]: (fact: Extract<Fact, { code: C }>) => string;
};
