import type { ColumnProfile, ReadAs, ShapeFinding } from '#contract';
import type { FieldDefinition } from '#contract/definitions';
import type { ColumnUses } from './column-uses';
import { type ComparedFile, finding, type Mapped } from './mapped-columns';
import { kindOf } from './renames';

const VALUES_AT_MOST = 20;
/** What is said of these elsewhere: by the unit. */
const OF_UNITS: ReadonlySet<ReadAs['code']> = new Set(['currency_removed', 'unit_removed', 'mixed_units']);

/** What differs in columns that both files have. */
export function columnFindings(
  before: ComparedFile,
  now: ComparedFile,
  { pairs }: Mapped,
  uses: ColumnUses,
): ShapeFinding[] {
  return pairs.flatMap((pair) => {
    const used = uses.used.has(pair.column.name);
    const [field, other] = [fieldOf(before, pair.column.name), fieldOf(now, pair.now.name)];
    return [
      ...typeFindings(pair, used),
      ...(field && other ? unitFindings(pair.column.name, field, other, used) : []),
      ...readingFindings(pair, used),
      ...oddFindings(pair, used, now.profile.rows),
      ...(uses.telling.has(pair.column.name) && field && other ? valueFindings(pair, field, other) : []),
      ...askedFindings(pair, uses, other),
    ];
  });
}

type Pair = Mapped['pairs'][number];

const fieldOf = ({ definitions }: ComparedFile, column: string): FieldDefinition | undefined =>
  definitions.fields.find((field) => field.column === column);

function typeFindings({ column, now }: Pair, used: boolean): ShapeFinding[] {
  const { name } = column;
  if (column.type === now.type) {
    const fewer = column.type === 'decimal' && column.scale !== now.scale;
    return fewer
      ? [finding('tells', { code: 'decimals_changed', column: name, before: column.scale, now: now.scale })]
      : [];
  }
  const alike = kindOf(column.type) === kindOf(now.type);
  const lost = now.type === 'text' || (kindOf(column.type) === 'number') !== (kindOf(now.type) === 'number');
  const weight = !used || alike ? 'tells' : lost ? 'stops' : 'asks';
  return [finding(weight, { code: 'type_changed', column: name, before: column.type, now: now.type, used })];
}

function unitFindings(column: string, field: FieldDefinition, other: FieldDefinition, used: boolean): ShapeFinding[] {
  if (JSON.stringify(field.unit) === JSON.stringify(other.unit)) return [];
  return [
    finding(used ? 'asks' : 'tells', { code: 'unit_changed', column, before: field.unit, now: other.unit, used }),
  ];
}

function readingFindings({ column, now }: Pair, used: boolean): ShapeFinding[] {
  const readings = (profile: ColumnProfile) => profile.readAs.filter(({ code }) => !OF_UNITS.has(code));
  const [before, after] = [readings(column), readings(now)];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [
    finding(used && now.guessed ? 'asks' : 'tells', {
      ...{ code: 'read_otherwise' as const, column: column.name, before, now: after, guessed: now.guessed },
    }),
  ];
}

function oddFindings({ column, now }: Pair, used: boolean, rows: number): ShapeFinding[] {
  const { name } = column;
  const odd = now.odd && !column.odd ? now.odd : null;
  const emptied = used && column.nulls === 0 && now.nulls > (odd?.count ?? 0);
  return [
    ...(odd
      ? [
          finding(used ? 'asks' : 'tells', {
            ...{ code: 'odd_values' as const, column: name, count: odd.count },
            example: odd.examples[0]?.text ?? '',
          }),
        ]
      : []),
    ...(emptied
      ? [
          finding(now.nulls === rows ? 'asks' : 'tells', {
            ...{ code: 'empty_values' as const, column: name, before: column.nulls, now: now.nulls },
          }),
        ]
      : []),
  ];
}

/** Only where all values of the entry are known can entry be missing there. */
function valueFindings({ column }: Pair, field: FieldDefinition, other: FieldDefinition): ShapeFinding[] {
  if (field.type !== 'text' && field.type !== 'boolean') return [];
  const lacking = (of: FieldDefinition, from: FieldDefinition) =>
    from.values.complete
      ? of.values.list
          .flatMap(({ value }) => (value === null ? [] : [String(value)]))
          .filter((value) => !from.values.list.some((entry) => String(entry.value) === value))
      : [];
  const [fresh, gone] = [lacking(other, field), lacking(field, other)];
  const listed = (values: string[]) => ({
    column: column.name,
    values: values.slice(0, VALUES_AT_MOST),
    count: values.length,
  });
  return [
    ...(fresh.length > 0 ? [finding('tells', { code: 'values_new', ...listed(fresh) })] : []),
    ...(gone.length > 0 ? [finding('tells', { code: 'values_gone', ...listed(gone) })] : []),
  ];
}

/** Conditions that no row can fulfil. */
function askedFindings(
  { column: { name } }: Pair,
  uses: ColumnUses,
  other: FieldDefinition | undefined,
): ShapeFinding[] {
  if (!other?.values.complete) return [];
  const there = new Set(other.values.list.map(({ value }) => String(value)));
  const missing = [
    ...new Set(
      uses.values.flatMap(({ column, values }) => (column === name ? values.filter((entry) => !there.has(entry)) : [])),
    ),
  ];
  return missing.length > 0
    ? [finding('asks', { code: 'values_asked_for', column: name, values: missing.slice(0, VALUES_AT_MOST) })]
    : [];
}
