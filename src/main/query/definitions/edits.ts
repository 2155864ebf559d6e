import type {
  DefinitionEdits,
  Definitions,
  FieldDefinition,
  FieldEdit,
  MeasureDefinition,
  WideDefinition,
} from '#contract/definitions';

const NAMES_AT_MOST = 100;

/**
 * Definitions with what the analyst says of them; relations are of two tables, and are put in elsewhere. What speaks of
 * fields that this table lacks is left out.
 */
export function withEdits(definitions: Definitions, edits: DefinitionEdits | null): Definitions {
  if (!edits) return definitions;
  const byField = new Map(edits.fields.map((edit) => [edit.field, edit]));
  const replaced = new Set([...edits.removed, ...edits.measures.map(({ id }) => id)]);
  return {
    ...definitions,
    entity: joined(edits.entity, definitions.entity),
    fields: definitions.fields.map((field) => editedField(field, byField.get(field.id))),
    ...(definitions.wide ? { wide: definitions.wide.map((entry) => editedWide(entry, byField)) } : {}),
    measures: [...definitions.measures.filter(({ id }) => !replaced.has(id)), ...edits.measures],
    conditions: [...definitions.conditions, ...edits.conditions],
  };
}

const editedWide = (
  { name, values, ...rest }: WideDefinition,
  edits: ReadonlyMap<string, FieldEdit>,
): WideDefinition => ({
  ...rest,
  name: editedField(name, edits.get(name.id)),
  values: values.map(({ field, columns }) => ({ field: editedField(field, edits.get(field.id)), columns })),
});

function editedField(field: FieldDefinition, edit: FieldEdit | undefined): FieldDefinition {
  if (!edit) return field;
  const { title = field.title, addsUp = field.addsUp, cumulative = field.cumulative, hidden = field.hidden } = edit;
  return {
    ...field,
    title,
    // What it was called before, it may still be called.
    synonyms: joined(
      edit.synonyms,
      title === field.title ? field.synonyms : [field.title.toLowerCase(), ...field.synonyms],
    ),
    role: edit.role ?? (isMadeMeasure(field, edit) ? 'measure' : field.role),
    addsUp,
    cumulative,
    unit: edit.unit === undefined ? field.unit : edit.unit,
    hidden,
  };
}

/** A number that was taken for a code and adds up after all is no code. */
const isMadeMeasure = ({ role, type }: FieldDefinition, { addsUp = 'never' }: FieldEdit): boolean =>
  addsUp !== 'never' && (role === 'dimension' || role === 'id') && ['integer', 'decimal', 'float'].includes(type);

const joined = (first: readonly string[] | undefined, then: readonly string[]): string[] =>
  [...new Set([...(first ?? []), ...then])].slice(0, NAMES_AT_MOST);

/** The measures that are the analyst's own, each with all that may be named in it: those before it. */
export const beforeEach = (measures: readonly MeasureDefinition[]): [MeasureDefinition, MeasureDefinition[]][] =>
  measures.map((measure, at) => [measure, measures.slice(0, at)]);
