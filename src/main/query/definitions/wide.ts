import type { DatasetProfile } from '#contract';
import type { FieldDefinition, WideDefinition } from '#contract/definitions';
import { addsUpByName } from './additivity';
import { type ColumnGroup, kindOfColumns, type Member } from './column-kinds';
import { type ColumnTime, columnTime, isMonthByMonth } from './column-times';
import { synonymsOf } from './synonyms';
import { grainOfDates } from './times';
import { titleOf } from './titles';
import { unitInName, unitOf } from './units';
import { nameWords, singular } from './words';

const FEWEST = 3;
const isNumeric = ({ type }: Pick<FieldDefinition, 'type'>): boolean =>
  type === 'integer' || type === 'decimal' || type === 'float';

/**
 * Columns that are one thing at several times, or of several kinds of which lists are known. Two of them are enough where
 * they are called alike but for the year.
 */
export function wideOf(fields: readonly FieldDefinition[], profile: DatasetProfile): WideDefinition[] {
  const members = fields.flatMap((field, at) => {
    const column = profile.columns[at];
    return column && isNumeric(field) && field.distinct > 0 ? [{ field, column, label: '', rest: '' }] : [];
  });
  const groups = [...timeGroups(members), ...kindOfColumns(members)];
  const taken = new Set(fields.map(({ id }) => id.toLowerCase()));
  return groups.map((group) => wideDefinition(group, profile, taken));
}

const NAMES: Record<ColumnTime['kind'], { name: string; synonyms: string[]; type: FieldDefinition['type'] }> = {
  day: { name: 'date', synonyms: ['day', 'datum'], type: 'date' },
  month: { name: 'month', synonyms: ['monat'], type: 'date' },
  quarter: { name: 'quarter', synonyms: ['quartal'], type: 'date' },
  year: { name: 'year', synonyms: ['jahr'], type: 'integer' },
  month_of_year: { name: 'month', synonyms: ['monat'], type: 'text' },
  quarter_of_year: { name: 'quarter', synonyms: ['quartal'], type: 'text' },
  weekday: { name: 'weekday', synonyms: ['wochentag'], type: 'text' },
};

/** One group for each step in time: what is measured at the same times stands side by side. */
function timeGroups(columns: readonly Member[]): ColumnGroup[] {
  const timed = columns.flatMap((member) => {
    const time = columnTime(member.field.column);
    return time ? [{ ...member, ...time }] : [];
  });
  return [...Map.groupBy(timed, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const alike = [...Map.groupBy(ofKind, ({ rest }) => nameWords(rest).join(' '))];
    const members = alike.flatMap(([rest, same]) => (isSeries(kind, rest, same) ? same : []));
    if (members.length === 0) return [];
    const { name, synonyms, type } = NAMES[kind];
    const labels = [...new Set(members.map(({ label }) => label))].toSorted();
    const grain = type === 'date' ? (kind === 'day' ? grainOfDates(labels) : (kind as 'month')) : grainOfNames(kind);
    const called =
      grain === 'month' && kind === 'day' ? { name: 'month', synonyms: ['monat', 'date'] } : { name, synonyms };
    return [{ ...called, type, grain, members, called: ['value', 'amount', 'worth'] }];
  });
}

const grainOfNames = (kind: ColumnTime['kind']): FieldDefinition['grain'] =>
  kind === 'year' || kind === 'month_of_year' || kind === 'weekday' ? kind : null;

function isSeries(
  kind: ColumnTime['kind'],
  rest: string,
  members: readonly (Member & Pick<ColumnTime, 'isUnsure'>)[],
): boolean {
  const labels = new Set(members.map(({ label }) => label));
  if (labels.size < members.length) return false;
  if (members.some(({ isUnsure }) => isUnsure) && !isMonthByMonth([...labels])) return false;
  return members.length >= (kind === 'year' && rest !== '' ? 2 : FEWEST);
}

function wideDefinition(group: ColumnGroup, profile: DatasetProfile, taken: Set<string>): WideDefinition {
  const { members, type } = group;
  const labels = [...new Set(members.map(({ label }) => label))];
  if (type !== 'text') labels.sort();
  const free = (wanted: string): string => {
    let id = wanted;
    for (let n = 2; taken.has(id.toLowerCase()); n += 1) id = `${wanted}_${n}`;
    taken.add(id.toLowerCase());
    return id;
  };
  const nameId = free(group.name);
  const values = [...Map.groupBy(members, ({ rest }) => nameWords(rest).join(' ')).values()].map((same) => ({
    field: valueField(group, same, profile, free),
    columns: labels.map((label) => same.find((member) => member.label === label)?.field.id ?? null),
  }));
  const cells = labels.map((label) => ({
    value: type === 'integer' ? Number(label) : label,
    count: Math.max(1, profile.rows),
  }));
  const name: FieldDefinition = {
    ...PLAIN,
    id: nameId,
    column: nameId,
    title: capital(group.name),
    synonyms: group.synonyms,
    role: type === 'text' ? 'dimension' : 'time',
    type,
    grain: group.grain,
    values: { list: cells, complete: true },
    distinct: labels.length,
    min: cells.map(({ value }) => value).toSorted(compared)[0] ?? null,
    max:
      cells
        .map(({ value }) => value)
        .toSorted(compared)
        .at(-1) ?? null,
  };
  return { name, labels, values };
}

const compared = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const PLAIN = {
  addsUp: 'never',
  cumulative: false,
  scale: 0,
  unit: null,
  missing: 0,
  hidden: false,
} as const;

function valueField(
  group: ColumnGroup,
  members: readonly Member[],
  profile: DatasetProfile,
  free: (wanted: string) => string,
): FieldDefinition {
  const fields = members.map(({ field }) => field);
  const rest = members[0]?.rest ?? '';
  const own = nameWords(rest).length > 0 ? rest : (indicatorOf(profile) ?? group.called[0] ?? 'value');
  const id = free(own);
  const title = titleOf(own);
  const [unit] = [...new Set(fields.map((field) => JSON.stringify(field.unit)))].map((text) => JSON.parse(text));
  const isSame = fields.every((field) => JSON.stringify(field.unit) === JSON.stringify(unit));
  const [first] = members;
  const inName = first ? unitOf({ ...first.column, name: own }, unitInName(own).unit) : null;
  const numbers = (edge: 'min' | 'max') => fields.map((field) => Number(field[edge])).filter(Number.isFinite);
  const known = isSame && unit !== null ? (unit as FieldDefinition['unit']) : inName;
  return {
    ...PLAIN,
    id,
    column: id,
    title,
    synonyms: [...new Set([...synonymsOf(own, title), ...group.called.slice(nameWords(rest).length > 0 ? 0 : 1)])],
    role: 'measure',
    type: fields.some(({ type }) => type === 'float')
      ? 'float'
      : fields.some(({ type }) => type === 'decimal')
        ? 'decimal'
        : 'integer',
    addsUp: addsUpOf(group, members, own, known),
    scale: Math.max(...fields.map(({ scale }) => scale)),
    unit: known,
    grain: null,
    values: { list: [], complete: false },
    distinct: fields.reduce((sum, { distinct }) => sum + distinct, 0),
    missing: fields.reduce((sum, { missing }) => sum + missing, 0),
    min: Math.min(...numbers('min')),
    max: Math.max(...numbers('max')),
  };
}

const INDICATORS = new Set(['indicator', 'series', 'measure', 'metric', 'variable', 'kennzahl', 'merkmal']);

/** What all rows are of, where a column says so: `Indicator Name` of one value. */
function indicatorOf({ columns }: DatasetProfile): string | null {
  const column = columns.find(
    ({ name, type, distinct }) =>
      type === 'text' &&
      distinct === 1 &&
      nameWords(name).some((word) => INDICATORS.has(singular(word))) &&
      !/code/i.test(name),
  );
  const value = column?.top[0]?.value;
  return typeof value === 'string' ? value : null;
}

/** How steady a column's mean is from one time to the next, so that it is a level and no flow. */
const STEADY = 0.1;

function addsUpOf(
  group: ColumnGroup,
  members: readonly Member[],
  name: string,
  unit: FieldDefinition['unit'],
): FieldDefinition['addsUp'] {
  const byName = addsUpByName({ name, role: 'measure', unit, entity: [] });
  if (byName !== null) return byName;
  if (members.every(({ field }) => field.addsUp === 'never')) return 'never';
  if (group.grain === null || group.type === 'text')
    return members.every(({ field }) => field.addsUp === 'always') ? 'always' : 'never';
  const means = members.map(({ column }) => Number(column.mean));
  const isSteady = means.slice(1).every((mean, at) => Math.abs(mean - (means[at] ?? 0)) <= Math.abs(mean) * STEADY);
  return group.grain === 'year' || isSteady ? 'not_over_time' : 'always';
}
