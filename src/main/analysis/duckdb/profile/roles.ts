import type { ColumnRole } from '#contract';
import type { ColumnValues } from './values';

const ID_NAME = /(^|[^a-z])(id|ids|no|nr|number|num|code|key|uuid|guid|sku|ean|iban|ref|reference)([^a-z]|$)/i;
/** `orderId`, and not `paid` or `invalid`. */
const CAMEL_ID = /[a-z]I[dD]$|^id[A-Z]/;
/** "number of visits" and `num_items` count things; they name none. */
const COUNT_NAME = /^(number|num|no|nr)[\s_.-]*of([^a-z]|$)|^num([\s_-]|[A-Z])/i;
/** Numbers that name what they stand for, however often they repeat. */
const LABEL_NAME = /(^|[^a-z])(cost|profit)[\s_-]?cent(re|er)([^a-z]|$)/i;
const PERIOD_NAME = /(^|[^a-z])(year|jahr|month|monat|week|quarter|weekday|hour|zip|postcode|plz)([^a-z]|$)/i;
const MANY = 0.9;

const isIdName = (name: string): boolean => ID_NAME.test(name) || CAMEL_ID.test(name);

/** What a column is for, from its type, its name and how many different values it has. */
export function roleOf(name: string, values: ColumnValues): ColumnRole {
  const { count } = values;
  const nearlyUnique = count > 1 && values.distinct >= count * MANY;
  switch (values.type) {
    case 'date':
    case 'timestamp':
      return 'time';
    case 'boolean':
      return 'flag';
    case 'decimal':
    case 'float':
      return 'measure';
    case 'integer':
      if (COUNT_NAME.test(name)) return 'measure';
      if (isIdName(name)) return nearlyUnique || values.distinct > 20 ? 'id' : 'dimension';
      if (LABEL_NAME.test(name) || PERIOD_NAME.test(name) || isYear(values)) return 'dimension';
      return 'measure';
    case 'time':
      return 'text';
    case 'text':
      if (nearlyUnique && values.distinct > 20) return isIdName(name) ? 'id' : 'text';
      if (isIdName(name) && values.distinct > 200) return 'id';
      return isGroup(count, values.distinct) ? 'dimension' : 'text';
  }
}

function isYear(values: ColumnValues): boolean {
  const [min, max] = [Number(values.min), Number(values.max)];
  return min >= 1900 && max <= 2100 && values.distinct <= 120 && values.distinct > 0;
}

/** Groups repeat: few different values, or each of them several times. */
function isGroup(count: number, distinct: number): boolean {
  return distinct > 0 && (distinct <= 20 || distinct <= count / 3) && distinct <= 5_000;
}
