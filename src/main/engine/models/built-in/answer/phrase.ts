import type { Condition, Grouping, Measure, Period, PlainCondition, Query, RowValue } from '#contract/query';
import { monthName, partLabel } from './labels';

/** A query in words as somebody would ask it, so that it can be asked. */
export function phraseOf(query: Query): string {
  const { by = [], having = [], limit } = query;
  const what = query.rows ? rowsText(query) : valuesText(query);
  const groups = by.map(groupText);
  const first = limit && (query.rows || by.length > 0) ? limitText(query) : '';
  const grouped = groups.length === 0 ? '' : ` by ${listed(groups)}`;
  const bounds = having.map(({ value, op, than }) => `with ${plainName(value)} ${op} ${than}`);
  const conditions = (query.where ?? []).map(conditionText);
  const chart = query.show && query.show.chart !== 'none' ? [`as a ${query.show.chart} chart`] : [];
  return [`${first}${what}${grouped}`, ...conditions, ...bounds, ...chart].join(', ');
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const plainName = (output: string): string => output.replaceAll('_', ' ');

function limitText({ limit, order }: Query): string {
  if (!limit) return '';
  const best = order?.[0]?.direction === 'ascending' ? 'bottom' : 'top';
  const place = limit.skip ? `number ${limit.skip + 1} of ` : '';
  const within = limit.within?.length ? ` in each ${listed(limit.within.map(plainName))}` : '';
  return `${place}${best} ${limit.n}${within} by `;
}

function rowsText({ rows, order, limit }: Query): string {
  const fields = rows?.fields ?? [];
  const by = limit && order?.[0] ? order[0].value : null;
  if (by !== null) return by;
  if (rows?.distinct) return `different ${listed(fields)}`;
  return fields.length === 0 ? 'rows' : `rows with ${listed(fields)}`;
}

const GRAINS = {
  quarter_of_year: 'quarter of the year',
  month_of_year: 'month of the year',
  day_of_month: 'day of the month',
  weekday: 'weekday',
  hour_of_day: 'hour of the day',
} as const;

function groupText({ field, grain, part, bin, measured }: Grouping): string {
  if (measured)
    return `${measureText({ ...measured, as: '' })} per ${groupText({ field, ...(grain ? { grain } : {}), as: '' })}`;
  if (grain) return grain;
  if (part) return GRAINS[part];
  return bin ? `ranges of ${field}` : field;
}

const WORDS = {
  sum: 'total',
  mean: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  distinct: 'number of different',
  missing: 'missing values in',
  mode: 'most common',
  range: 'range of',
  standard_deviation: 'standard deviation of',
  variance: 'variance of',
  first: 'first',
  last: 'last',
  correlation: 'correlation between',
} as const;
const OVER_GROUPS = { ...WORDS, count: 'number of' } as const;
const SIGNS = { add: 'plus', subtract: 'minus', multiply: 'times', divide: 'divided by' } as const;

const valueText = (of: RowValue | undefined): string =>
  of === undefined ? '' : typeof of === 'string' ? of : `${of.left} ${SIGNS[of.calculate]} ${of.right}`;

function measureText({ measure, of, with: other, percentile, where, each }: Measure): string {
  const only = where?.length ? ` (${where.map(conditionText).join(', ')})` : '';
  if (each) {
    const what = of === undefined || measure !== 'sum' ? measureText({ measure, of, as: '' }) : valueText(of);
    return `${OVER_GROUPS[each.aggregate]} ${what} per ${listed(each.by.map((key) => groupText({ ...key, as: '' })))}${only}`;
  }
  if (measure === 'count') return `number of rows${only}`;
  if (measure === 'percentile') return `${percentile}th percentile of ${valueText(of)}${only}`;
  return `${WORDS[measure]} ${valueText(of)}${measure === 'correlation' && other ? ` and ${other}` : ''}${only}`;
}

/** What was asked for: parts of it are told within it. */
function valuesText({ compute = [] }: Query): string {
  const byName = new Map(compute.map((one) => [one.as, one]));
  const inner = new Set(
    compute.flatMap((one) =>
      'calculate' in one ? [one.left, typeof one.right === 'string' ? one.right : ''] : 'window' in one ? [one.of] : [],
    ),
  );
  const text = (name: string): string => {
    const one = byName.get(name);
    if (!one) return plainName(name);
    if ('measure' in one) return measureText(one);
    if ('own' in one) return plainName(one.own);
    if ('calculate' in one)
      return one.percent && one.calculate === 'divide'
        ? `share: ${text(one.left)} of ${typeof one.right === 'string' ? text(one.right) : one.right.number}`
        : `${text(one.left)} ${SIGNS[one.calculate]} ${typeof one.right === 'string' ? text(one.right) : one.right.number}`;
    const size = one.window === 'moving' ? `moving ${one.aggregate ?? 'mean'} over ${one.size} of ` : '';
    return `${size || WINDOWS[one.window]}${text(one.of)}`;
  };
  return listed([...new Set(compute.filter((one) => !inner.has(one.as)).map((one) => text(one.as)))]);
}
const WINDOWS = {
  share: 'share of ',
  rank: 'rank of ',
  running: 'running total of ',
  moving: '',
  previous: 'previous ',
  difference: 'change of ',
  growth: 'growth of ',
} as const;

export function conditionText(condition: Condition | PlainCondition): string {
  switch (condition.op) {
    case 'is':
      return `${condition.field} is ${condition.values.map(String).join(' or ')}`;
    case 'is_not':
      return `${condition.field} is not ${condition.values.map(String).join(' or ')}`;
    case 'between':
      return `${condition.field} from ${condition.from} to ${condition.to}`;
    case 'contains':
    case 'not_contains':
    case 'starts_with':
    case 'ends_with':
      return `${condition.field} ${condition.op.replace('_', ' ')} “${condition.text}”`;
    case 'missing':
      return `without ${condition.field}`;
    case 'present':
      return `with ${condition.field}`;
    case 'during':
      return periodText(condition.period, condition.field);
    case 'not_during':
      return `not ${periodText(condition.period, condition.field)}`;
    case 'compare':
      return `${condition.left} ${condition.comparison} ${condition.right}${condition.plus === undefined ? '' : ` + ${condition.plus}`}`;
    case 'repeated':
      return `rows that repeat ${listed(condition.fields.slice(0, 4))}`;
    case 'outlier':
      return `outliers in ${condition.field}`;
    case 'own':
      return condition.condition;
    case 'not_own':
      return `not ${condition.condition}`;
    case 'any':
      return condition.conditions.map(conditionText).join(' or ');
    case 'none':
      return `not ${condition.conditions.map(conditionText).join(' or ')}`;
    case 'has':
      return `with rows in ${condition.table}`;
    case 'has_no':
      return `without rows in ${condition.table}`;
    default:
      return `${condition.field} ${condition.op} ${String(condition.value)}`;
  }
}

function periodText(period: Period, field: string): string {
  switch (period.kind) {
    case 'year':
      return `${period.year}`;
    case 'quarter':
      return `Q${period.quarter} ${period.year}`;
    case 'month':
      return `${monthName(period.month)} ${period.year}`;
    case 'last':
      return `last ${period.n === 1 ? '' : `${period.n} `}${period.unit}${period.n === 1 ? '' : 's'} of ${field}`;
    case 'part':
      return period.values.map((value) => partLabel(value, period.part)).join(', ');
    case 'range': {
      const { from, to } = period;
      if (from !== undefined && from === to) return from;
      return from === undefined ? `until ${to}` : to === undefined ? `since ${from}` : `${from} to ${to}`;
    }
  }
}
