import type { Definitions, FieldDefinition } from '../../../src/preload/contract/definitions';

type Told = Partial<Omit<FieldDefinition, 'values'>> & { values?: (string | boolean)[] };

/** Definitions of a table that there is no file of. Fields are texts unless told otherwise. */
export function handMade(table: string, fields: Record<string, Told>, more: Partial<Definitions> = {}): Definitions {
  return {
    table,
    source: `${table}.csv`,
    shape: table,
    rows: 100,
    entity: [],
    measures: [],
    conditions: [],
    relations: [],
    things: [],
    ...more,
    fields: Object.entries(fields).map(([id, { values = [], ...told }]) => ({
      id,
      column: id,
      title: id,
      synonyms: [],
      role: 'dimension',
      type: 'text',
      addsUp: told.role === 'measure' ? 'always' : 'never',
      cumulative: false,
      scale: 0,
      unit: null,
      grain: null,
      values: { list: values.map((value) => ({ value, count: 1 })), complete: true },
      distinct: Math.max(values.length, 1),
      missing: 0,
      min: null,
      max: null,
      hidden: false,
      ...told,
    })),
  };
}
