/** What it costs to take words for a name or a value of the data, by how they differ from it. */
export const COSTS = {
  alsoMoney: 0.6,
  alsoRow: 0.6,
  otherForm: 0.12,
  otherWord: 2,
  synonym: 0.15,
  concept: 0.2,
  bothSides: 0.1,
  alsoFiller: 0.25,
  deed: 0.1,
  /** A column that is one of several of a kind, where their kind is meant; and the other way round. */
  oneOfKind: 0.3,
  alsoAmount: 0.5,
  part: 0.35,
  wordOfPart: 0.1,
  turned: 0.06,
  /** The second of columns that are numbered is meant after the first. */
  later: 0.05,
  numberOfRow: 0.5,
  /** "Bestellwert" for a `Nettobestellwert`. */
  compound: 0.12,
  /** What a name is of stands at its end. */
  head: 0.15,
  valuePart: 0.5,
  valueSynonym: 0.2,
  family: 0.05,
  valueCase: 0.1,
  valueForm: 0.4,
};
