import type { FieldDefinition } from '#contract/definitions';
import type { QueryProblem } from '#contract/query-results';
import type { ColumnType } from '#contract/tables';
import { isDay, isMoment } from '../calendar';

type Need = Extract<QueryProblem, { code: 'type_mismatch' }>['needs'][number];

export const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal' || type === 'float';
export const isTimeType = (type: ColumnType): boolean => type === 'date' || type === 'timestamp';

const MEETS: Record<Need, (type: ColumnType) => boolean> = {
  number: isNumber,
  time: isTimeType,
  text: (type) => type === 'text',
  boolean: (type) => type === 'boolean',
  comparable: (type) => type !== 'boolean',
};

export const fits = (type: ColumnType, needs: readonly Need[]): boolean => needs.some((need) => MEETS[need](type));

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const TRUTH = /^(?:true|false|yes|no|0|1)$/i;
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

export const isNumberText = (value: string | boolean): boolean => typeof value === 'string' && NUMBER.test(value);

/** What a value is compared with a field of this type as; null where it cannot be. */
export function operandNeeds(
  { type, role }: Pick<FieldDefinition, 'type' | 'role'>,
  value: string | boolean,
): Need | null {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'float':
      return isNumberText(value) || (typeof value === 'boolean' && role === 'flag') ? null : 'number';
    case 'date':
    case 'timestamp':
      return typeof value === 'string' && (isDay(value) || isMoment(value)) ? null : 'time';
    case 'time':
      return typeof value === 'string' && TIME_OF_DAY.test(value) ? null : 'time';
    case 'boolean':
      return typeof value === 'boolean' || TRUTH.test(value) ? null : 'boolean';
    case 'text':
      return null;
  }
}

/** Whether values of two fields can be compared, and joined. */
export const alike = (a: ColumnType, b: ColumnType): boolean =>
  a === b || (isNumber(a) && isNumber(b)) || (isTimeType(a) && isTimeType(b));
