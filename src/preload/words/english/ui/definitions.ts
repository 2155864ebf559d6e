interface MeasurePiece {
  text: string;
  near: readonly string[];
}

export const definitions = {
  conditions: 'Conditions',
  remove: (title: string) => `Remove ${title}`,
  addCondition: 'Add a condition',
  newCondition: 'New condition',
  conditionNeeds: 'Give it a name, and at least one condition below.',
  conditionTaken: (name: string) => `There is a condition “${name}” already. Choose another name.`,
  notKept: 'It was not kept.',
  loading: 'Loading definitions',
  scope:
    'What is set here holds in Explore, for models that are connected, and for the next file with the same columns.',
  resetAll: 'Reset all definitions',
  fields: 'Fields',
  field: 'Field',
  addsUp: 'Adds up',
  unit: 'Unit',
  change: (title: string) => `Change ${title}`,
  meaningOf: (title: string) => `What ${title} means`,
  titleLabel: 'Title',
  synonyms: 'Other words for it',
  additivity: 'How it adds up',
  additive: 'Adds up: money, counts',
  semiAdditive: 'Adds up, but not over time: stocks',
  nonAdditive: 'Never: rates, prices, ages, codes',
  unitHint: 'EUR, %, kg …',
  hiddenMeaning: 'Hidden: not offered, and not found by questions',
  asFound: 'As it was found',
  keep: 'Keep',
  measures: 'Measures',
  yourOwn: 'Your own',
  foundInData: 'Found in the data',
  addMeasure: 'Add a measure',
  newMeasure: 'New measure',
  measureLabel: 'Name = what it is made of',
  measureHint:
    'margin = profit / sales. A field stands for its total, or for its average where it does not add up; average(price), median(…), count() say otherwise.',
  measureExample: 'margin = profit / sales',
  relations: 'Relations',
  removeRelation: (table: string) => `Remove the relation to ${table}`,
  addRelation: 'Add a relation',
  newRelation: 'New relation',
  ownField: 'Field of this table',
  otherTable: 'Other table',
  itsField: 'Its field with the same values',
  conditionExample: 'active',
  additivityOf: { always: 'adds up', not_over_time: 'not over time', never: 'does not add up' },
  hidden: 'hidden',
  synonymsHint: (known: readonly string[]) =>
    known.length > 0 ? `Separated by commas; known: ${known.join(', ')}` : 'Separated by commas',
  to: 'to',
  oneRowEach: 'one row each',
  severalRowsEach: 'several rows each',
  byHand: 'by hand',
  foundInValues: 'found in the values',
  /** What is wrong with a measure as it is written; `text` is the piece, `near` what it may have meant. */
  measureProblem: {
    empty: () => 'Write a name, an equals sign and what the measure is made of: margin = profit / sales',
    no_name: () => 'Begin with a name and an equals sign: margin = …',
    name_taken: ({ text }: MeasurePiece) =>
      `“${text}” is the name of a field or a measure already. Choose another name.`,
    unexpected: ({ text }: MeasurePiece) => `“${text}” cannot stand there. Use names, numbers, + − × / and brackets.`,
    unfinished: () => 'Something is missing at the end.',
    unknown: ({ text, near }: MeasurePiece) =>
      `There is no field and no measure called “${text}”.${near.length > 0 ? ` Near: ${near.join(', ')}.` : ''}`,
    not_a_number: ({ text }: MeasurePiece) => `“${text}” holds no numbers. Count it with count() or distinct(${text}).`,
    plain_number: () => 'It needs a field: a number alone is no measure.',
  },
};
