import type { ColumnProfile, DatasetProfile } from '#contract';
import type { Definitions, FieldDefinition, MeasureDefinition, ThingDefinition } from '#contract/definitions';
import { addsUpByName, isCumulativeByName, isFraction, isLevel, isPlace } from './additivity';
import { ownNames } from './boilerplate';
import { labelsOf } from './labelled';
import { flowsOf, ratiosOf, STOCK_NAMES, stockOf, worthOf } from './measures';
import { nounOfSource, nounsOf } from './nouns';
import { roleOf } from './roles';
import { shapeOf } from './shape';
import { synonymsOf, withoutFrame } from './synonyms';
import { customersOf, type NamelessKey, namelessKeyOf, thingsOf } from './things';
import { grainOf } from './times';
import { titleOf } from './titles';
import { withUnitColumns } from './unit-columns';
import { unitInName, unitOf } from './units';
import { wideOf } from './wide';
import { nameWords, singular } from './words';

export { beforeEach, withEdits } from './edits';
export { type RelationCandidate, relationCandidates } from './relations';
export { shapeOf } from './shape';
export { nameWords, singular } from './words';

const ID_AT_MOST = 1_000;

export interface DescribedTable {
  profile: DatasetProfile;
  /** The name queries use. */
  table: string;
  /** The file's name, and the sheet's. */
  source: string;
}

/** What the columns of a dataset mean, as far as its profile and its names tell; nothing of the analyst's own is in it. */
export function derive({ profile, table, source }: DescribedTable): Definitions {
  const entity = nounsOf(profile, source);
  const nouns = new Set(entity);
  const ids = fieldIds(profile.columns);
  const labels = labelsOf(profile.columns);
  const names = ownNames(profile.columns.map(({ name }, at) => labels.get(at) ?? name));
  const isOnce = eachOnce(profile, nouns);
  const isQuoted = hasQuotes(profile);
  const cumulative = new Set(profile.notes.flatMap((note) => (note.code === 'cumulative' ? [note.column] : [])));
  const drafts = profile.columns.map((column, at) =>
    withoutSum(
      draftOf(column, {
        id: ids[at] ?? column.name,
        own: names[at] ?? column.name,
        label: labels.get(at) ?? column.name,
        nouns,
        entity,
        cumulative,
        rows: profile.rows,
      }),
      isQuoted,
    ),
  );
  const things = thingsOf(drafts, entity, profile.repeatedKeys ?? []);
  const measures = [...ratiosOf(drafts), ...flowsOf(drafts), ...worthOf(drafts)];
  const known = withUnknown(withTotals(isOnce ? drafts.map(asOfOneMoment) : drafts));
  const nameless = namelessKeyOf(known, things, nounOfSource(source), profile.repeatedKeys ?? []);
  const called = withoutOthersNames(withThings(withNameless(known, nameless), things), measures);
  const fields = withUnitColumns(withHeads(called, profile.rows));
  const wide = wideOf(fields, profile);
  return {
    table,
    source,
    shape: shapeOf(profile.columns.map(({ name }) => name)),
    rows: profile.rows,
    entity: nounsOfLines(entity, things, profile.columns),
    fields,
    measures,
    conditions: [],
    relations: [],
    things,
    ...(wide.length > 0 ? { wide } : {}),
  };
}

/** What is a thing of several rows is no row. */
function nounsOfLines(
  entity: readonly string[],
  things: readonly ThingDefinition[],
  columns: readonly ColumnProfile[],
): string[] {
  const [thing] = things;
  if (!thing) return [...entity];
  const taken = new Set(things.flatMap(({ nouns }) => nouns));
  // Positions are numbered within each in either language.
  const positions = columns.some(({ name }) => /position$/i.test(name)) ? ['position'] : [];
  return [...entity.filter((noun) => !taken.has(noun)), ...positions, `${thing.nouns[0]} line`, 'line item'];
}

/** A number of what rows are about is no amount, and what tells of that in each of its rows does not add up over them. */
function withNameless(fields: readonly FieldDefinition[], key: NamelessKey | null): readonly FieldDefinition[] {
  if (!key) return fields;
  return fields.map((field) => {
    if (field.id === key.field)
      return { ...field, role: 'id', addsUp: 'never', synonyms: [...key.names, ...field.synonyms] };
    return key.same.includes(field.column) ? { ...field, addsUp: 'never' } : field;
  });
}

/** Their keys are called as what they number, and nothing is computed with them. */
const withThings = (fields: readonly FieldDefinition[], things: readonly ThingDefinition[]): FieldDefinition[] => {
  const customers = customersOf(fields, things);
  const stock = stockOf(fields);
  return fields.map((field) => {
    if (field === stock) return { ...field, synonyms: [...new Set([...field.synonyms, ...STOCK_NAMES])] };
    if (field.id === customers?.field) return { ...field, synonyms: [...customers.names, ...field.synonyms] };
    const thing = things.find(({ key }) => key === field.id);
    return thing
      ? { ...field, role: 'id', addsUp: 'never', synonyms: [...new Set([...thing.nouns, ...field.synonyms])] }
      : field;
  });
};

type Draft = Omit<FieldDefinition, 'addsUp'> & { addsUp: FieldDefinition['addsUp'] | null };

function draftOf(
  column: ColumnProfile,
  {
    id,
    own,
    label,
    nouns,
    entity,
    cumulative: rising,
    rows,
  }: {
    id: string;
    /** The name without what others have as well. */
    own: string;
    /** What the file says that it holds. */
    label: string;
    nouns: ReadonlySet<string>;
    entity: readonly string[];
    cumulative: ReadonlySet<string>;
    rows: number;
  },
): Draft {
  const grain = grainOf(column);
  const role = roleOf(column, grain, nouns, rows);
  const unit = unitOf(column, unitInName(own).unit);
  const title = titleOf(own);
  const cumulative = role === 'measure' && (rising.has(column.name) || isCumulativeByName(column.name));
  return {
    id,
    column: column.name,
    title,
    synonyms: synonymsOf(own, title),
    role,
    type: column.type,
    addsUp: cumulative ? 'not_over_time' : addsUpByName({ name: label, role, unit, entity }),
    cumulative,
    scale: column.scale,
    unit,
    grain,
    values: {
      list: column.top,
      complete: column.distinctExact && column.top.length === column.distinct,
    },
    distinct: column.distinct,
    missing: column.nulls + (column.odd?.count ?? 0),
    min: column.min,
    max: column.max,
    hidden: false,
  };
}

/** Whether each thing that a row is about is there once, by its name: then no column has it at several moments. */
const eachOnce = ({ columns, rows }: DatasetProfile, nouns: ReadonlySet<string>): boolean =>
  rows > 1 &&
  columns.some(
    ({ name, type, distinct, nulls }) =>
      type === 'text' && distinct >= rows && nulls === 0 && nouns.has(singular(nameWords(name).join(' '))),
  );

const QUOTES = new Set(['open', 'high', 'low', 'close']);
/** Prices of a day at the exchange, of which none adds up. */
const hasQuotes = ({ columns }: DatasetProfile): boolean =>
  columns.filter(({ name }) => QUOTES.has(nameWords(name)[0] ?? '')).length === QUOTES.size;
const withoutSum = (draft: Draft, isQuoted: boolean): Draft =>
  isQuoted && QUOTES.has(nameWords(draft.column)[0] ?? '') ? { ...draft, addsUp: 'never' } : draft;

const asOfOneMoment = (draft: Draft): Draft =>
  draft.addsUp === 'not_over_time' && !draft.cumulative ? { ...draft, addsUp: 'always' } : draft;

/** What a column tells for each head is an amount, and so are its parts: CO2 beside CO2 per capita is no concentration. */
function withTotals(drafts: readonly Draft[]): readonly Draft[] {
  const each = drafts.flatMap(({ column }) => {
    const [whole, per] = nameWords(column).join(' ').split(PER_HEAD);
    return whole && per === '' ? [whole] : [];
  });
  const isTotal = (draft: Draft): boolean => {
    const words = nameWords(draft.column);
    const isNamed = each.includes(words.join(' '));
    return (
      isNamed || (each.includes(words.slice(1).join(' ')) && addsUpByName({ ...AMOUNT, name: words[0] ?? '' }) === null)
    );
  };
  return drafts.map((draft) =>
    draft.role === 'measure' && draft.addsUp === 'never' && isTotal(draft) ? { ...draft, addsUp: 'always' } : draft,
  );
}
const PER_HEAD = / (?:per (?:capita|head|person)|pro kopf|je einwohner)$/;
const AMOUNT = { role: 'measure', unit: null, entity: [] } as const;

/**
 * A number whose name tells nothing is of the kind that the others of its table are: a column beside nothing but
 * measurements is one, too, and so is one whose values never leave a narrow band. Whole numbers and money may be added up
 * unless that is so. What never comes to one is a part of something, whatever it is called.
 */
function withUnknown(drafts: readonly Draft[]): FieldDefinition[] {
  const known = drafts.filter(({ role, addsUp, column }) => role === 'measure' && addsUp !== null && !isPlace(column));
  const measured = known.length > 1 && known.every(({ addsUp }) => addsUp === 'never');
  return drafts.map((draft) => {
    const { role, unit } = draft;
    const isPart = role === 'measure' && unit === null && isFraction(draft);
    if (draft.addsUp !== null && !(draft.addsUp === 'always' && isPart)) return { ...draft, addsUp: draft.addsUp };
    const isMeasured = measured || isPart || isLevel(draft);
    return { ...draft, addsUp: isMeasured && unit?.kind !== 'currency' ? 'never' : 'always' };
  });
}

/** What another column, or a measure, is called is no other word for this one. */
function withoutOthersNames(
  fields: readonly FieldDefinition[],
  measures: readonly MeasureDefinition[],
): FieldDefinition[] {
  const owners = new Map(measures.flatMap(({ id, synonyms }) => synonyms.map((word) => [word, id] as const)));
  for (const { id, title } of fields)
    for (const name of [title.toLowerCase(), nameWords(id).join(' ')]) if (!owners.has(name)) owners.set(name, id);
  return fields.map((field) => ({
    ...field,
    synonyms: field.synonyms.filter((word) => (owners.get(word) ?? field.id) === field.id),
  }));
}

/** "SalesOrderID" is of orders: what several rows are of goes by its last word, where nothing else is called so. */
function withHeads(fields: readonly FieldDefinition[], rows: number): FieldDefinition[] {
  const headOf = ({ column, role, distinct }: FieldDefinition): string | null => {
    const words = nameWords(column);
    const thing = withoutFrame(words);
    const isNumber = thing.length < words.length && (role === 'id' || role === 'dimension');
    return isNumber && distinct < rows && thing.length > 1 ? (thing.at(-1) ?? null) : null;
  };
  const heads = fields.map(headOf);
  const taken = new Set(fields.flatMap(({ title, synonyms }) => [title.toLowerCase(), ...synonyms]));
  return fields.map((field, at) => {
    const head = heads[at];
    const isOwn = head && !taken.has(head) && heads.indexOf(head) === heads.lastIndexOf(head);
    return isOwn ? { ...field, synonyms: [...field.synonyms, head] } : field;
  });
}

/** A field is called as its column, unless two would be alike. */
function fieldIds(columns: readonly ColumnProfile[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }, at) => {
    const wanted = name.slice(0, ID_AT_MOST) || `column${at + 1}`;
    let id = wanted;
    for (let n = 2; taken.has(id.toLowerCase()); n += 1) id = `${wanted.slice(0, ID_AT_MOST - 8)}_${n}`;
    taken.add(id.toLowerCase());
    return id;
  });
}
