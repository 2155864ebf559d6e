import type { Definitions, FieldDefinition } from '#contract/definitions';

const SYNONYMS = 3;
const ADDS: Record<FieldDefinition['addsUp'], string | null> = {
  always: null,
  not_over_time: 'adds up, but not over time',
  never: 'does not add up',
};

/**
 * What the analyst's data mean, as names of things: the conditions of the analyst's own are told by their names, as there are
 * values in them.
 */
export function meaningOf(definitions: Definitions | null): string[] {
  if (!definitions) return [];
  const { entity, measures, conditions, relations, things, wide = [] } = definitions;
  const [noun] = entity;
  return [
    ...(noun ? [`One row is one ${noun}.`] : []),
    ...things.map(({ key, nouns, same, once }) =>
      [
        `Several rows are lines of one ${nouns[0]}, told by ${JSON.stringify(key)}: count its different values, and group by it first ("each") for averages and bounds of one ${nouns[0]}.`,
        ...(same.length > 0 ? [`The same in all its rows, not to be added up over rows: ${listed(same)}.`] : []),
        ...(once.length > 0 ? [`In one of its rows alone: ${listed(once)}.`] : []),
      ].join(' '),
    ),
    ...wide.map(
      ({ name, labels, values }) =>
        `Columns that are one for each ${name.id} (${listed(labels)}): analyze has them as rows by the fields ${JSON.stringify(name.id)} and ${values.map(({ field }) => JSON.stringify(field.id)).join(', ')}.`,
    ),
    ...measures.map(
      ({ id, title, synonyms }) =>
        `Measure of the analyst's own for analyze: {"own": ${JSON.stringify(id)}}, ${namesOf(title, synonyms)}.`,
    ),
    ...conditions.map(
      ({ id, title, synonyms }) =>
        `Condition of the analyst's own for analyze: {"op": "own", "condition": ${JSON.stringify(id)}}, ${namesOf(title, synonyms)}.`,
    ),
    ...relations.map(
      ({ to, on, cardinality }) =>
        `Related to ${JSON.stringify(to)} on ${on.map(([own, other]) => `${JSON.stringify(own)} = ${JSON.stringify(other)}`).join(' and ')}: ${cardinality === 'one' ? 'at most one row' : 'several rows'} for each.`,
    ),
  ];
}

/** What is to be known of a column besides its profile. */
export function fieldText(definitions: Definitions | null, column: string): string[] {
  const field = definitions?.fields.find((candidate) => candidate.column === column);
  if (!field) return [];
  const { title, synonyms, role, addsUp, cumulative, unit, grain } = field;
  const isMeasure = role === 'measure';
  const adds = isMeasure ? ADDS[addsUp] : null;
  return [
    ...(title.toLowerCase() === column.toLowerCase() ? [] : [`called ${JSON.stringify(title)}`]),
    ...(synonyms.length > 0 ? [`also ${synonyms.slice(0, SYNONYMS).join(', ')}`] : []),
    ...(unit?.kind === 'named' ? [`in ${unit.name}`] : []),
    ...(cumulative ? ['the total so far: take the last'] : adds ? [adds] : []),
    ...(grain && role === 'time' ? [`a value for each ${grain}`] : []),
  ];
}

const LISTED = 12;
const listed = (fields: readonly string[]): string =>
  fields
    .slice(0, LISTED)
    .map((field) => JSON.stringify(field))
    .join(', ');

const namesOf = (title: string, synonyms: readonly string[]): string =>
  [title, ...synonyms.slice(0, SYNONYMS)].map((name) => JSON.stringify(name)).join(', ');
