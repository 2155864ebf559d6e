import type { ColumnProfile, ColumnRole } from '#contract';
import type { FieldDefinition } from '#contract/definitions';
import { plainWords } from './abbreviations';
import { addsUpByName } from './additivity';
import { isKind } from './nouns';
import { headOf, singular, wordSet } from './words';

const ID = wordSet(
  'id uuid guid key sku ean iban isbn upc barcode number no nr nbr num code ref reference zip postcode plz phone tel nummer',
);
/** A number of one of them, where they are written so: `plants` are how many. */
const NUMBERED = new Set(
  'document account plant beleg konto kostenstelle buchungskreis werk lagerort kreditor debitor schlüssel kennung'.split(
    ' ',
  ),
);
const COUNT = /^(number|num|no|nr|count|anzahl)[\s_.-]*(of|der|von)?[\s_.-]/i;
/** Numbers that stand for a kind of thing. */
const KIND = wordSet(
  'class pclass cylinder gear group cluster category type kind status tier zone district division cohort region flag segment stratum',
);
/** They are a kind only where the name says nothing more: a reorder level is an amount. */
const KIND_ALONE = wordSet('level grade stage floor lane round');
const CLOCK = /(^|_|\s)(dep|arr|departure|arrival|start|end|begin|open|close|sched|scheduled)(_|\s)?.*time$|^time$/i;
const DAY_PART = wordSet('day tag dom week woche kw quarter quartal');

const isNumeric = ({ type }: ColumnProfile): boolean => ['integer', 'decimal', 'float'].includes(type);

/** What a column is for, where its profile, which knows nothing of other columns, may err: codes, years and yes/no are nothing to add up. */
export function roleOf(
  column: ColumnProfile,
  grain: FieldDefinition['grain'],
  nouns: ReadonlySet<string>,
  rows: number,
): ColumnRole {
  if (!isNumeric(column)) return textRole(column, grain);
  if (grain !== null) return grain === 'year' ? 'time' : 'dimension';
  if (column.type !== 'integer') return column.role === 'id' ? 'id' : 'measure';
  if (COUNT.test(column.name)) return 'measure';
  const words = plainWords(column.name);
  if (isYesNo(column)) return 'flag';
  const written = words.at(-1) ?? '';
  const last = headOf(singular(written));
  const only = words.length === 1 ? last : null;
  if (only !== null && nouns.has(only) && isName(column)) return 'id';
  // In a short table few values are many, where each row has its own.
  const isNumbered = NUMBERED.has(written) || NUMBERED.has(headOf(written));
  if (ID.has(last) || isNumbered || (isRunningNumber(column) && !isAmount(column.name, written)))
    return column.distinct > 20 || isEachRows(column, rows) ? 'id' : 'dimension';
  const kind = KIND.has(last) || (only !== null && KIND_ALONE.has(only));
  if (kind) return column.distinct <= 50 ? 'dimension' : 'measure';
  if (isClock(column) || (only !== null && DAY_PART.has(only) && Number(column.max) <= 53)) return 'dimension';
  return column.role === 'id' || column.role === 'dimension' ? column.role : 'measure';
}

function textRole(column: ColumnProfile, grain: FieldDefinition['grain']): ColumnRole {
  if (grain === 'quarter' && column.type === 'text') return 'time';
  return grain !== null && column.role === 'text' ? 'dimension' : column.role;
}

const isEachRows = ({ name, distinct, nulls }: ColumnProfile, rows: number): boolean =>
  rows > 1 && nulls === 0 && distinct >= rows && ROW_ID.test(name);
const ROW_ID = /(?:^|[^a-z])id$|[a-z]I[dD]$/i;

const isYesNo = ({ distinct, min, max }: ColumnProfile): boolean =>
  distinct === 2 && Number(min) === 0 && Number(max) === 1;

/** So many numbers may be left out for each that is there. */
const GAPS = 3;
/** Long numbers so close to each other are given one after the other, as 4500017803 and 4500017804. */
const isRunningNumber = ({ min, max, distinct, unit }: ColumnProfile): boolean =>
  unit === null && distinct > 20 && Number(min) >= 100_000 && Number(max) - Number(min) <= distinct * GAPS;

/** A name of what adds up or is measured; a single thing, as an `order`, may be numbered as well. */
const isAmount = (name: string, last: string): boolean =>
  addsUpByName({ name, role: 'measure', unit: null, entity: [] }) !== null &&
  !(last === singular(last) && isKind(last));

/** A flight's number, in a table of flights: it repeats too seldom to be an amount, and is never a fraction. */
const isName = ({ min, distinct }: ColumnProfile): boolean => Number(min) > 0 && distinct > 1;

/** Times of the day written as numbers: 2147 is 21:47. */
const isClock = (column: ColumnProfile): boolean =>
  CLOCK.test(column.name) &&
  Number(column.min) >= 0 &&
  Number(column.max) > 300 &&
  Number(column.max) <= 2400 &&
  column.top.every(({ value }) => Number(value) % 100 < 60);
