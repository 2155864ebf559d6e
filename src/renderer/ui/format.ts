import type { Cell, ColumnProfile, TableColumn } from '#contract';

const LOCALE = 'en-US';
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

export const formatCount = (value: number): string => whole.format(value);

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: unit === 0 || value >= 100 ? 0 : 1 }).format(value)} ${units[unit]}`;
}

/** A duration as the eye takes it in: 84 ms, 1.2 s, 2 min 5 s. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(1, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** As answers and charts write it. */
const MINUS = '−';

const NUMERIC = new Set(['integer', 'decimal', 'float']);
export const isNumeric = (column: Pick<TableColumn, 'type'>): boolean => NUMERIC.has(column.type);

const IDENTIFIER =
  /(?:^|[_\s.-])(?:id|ids|code|zip|zipcode|plz|postcode|postal|year|phone|ean|isbn|sku|iban)$|[_\s.-](?:no|nr|num|number|key)$/i;
const IDENTIFIER_IN_CAMEL_CASE = /[a-z](?:Id|ID|Code|Zip|Year|No|Nr|Number|Key)$/;

/** Whether whole numbers of a column of that name tell things apart, and are no amounts: an id, a code, a year. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name) || IDENTIFIER_IN_CAMEL_CASE.test(name);

/** A cell as tables show it: thousands separated, unless the column's name says that it is no amount; every digit the data has, no more. */
export function formatCell(cell: Cell, type: TableColumn['type'], name = ''): string {
  if (cell === null) return '';
  switch (type) {
    case 'integer':
      return isIdentifier(name) ? String(cell).replace('-', MINUS) : groupDigits(String(cell));
    case 'decimal':
      return groupDigits(String(cell));
    case 'float':
      return typeof cell === 'number'
        ? new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 10 }).format(cell).replace('-', MINUS)
        : String(cell);
    case 'boolean':
      return cell === true ? 'yes' : 'no';
    case 'timestamp':
      return String(cell).replace('T', ' ').replace(/\.0+$/, '');
    default:
      return String(cell);
  }
}

/** Digits beyond what a number of the language holds stay as they are. */
function groupDigits(text: string): string {
  const [, sign = '', digits = '', rest = ''] = text.match(/^(-?)(\d+)(.*)$/) ?? [];
  if (digits === '') return text;
  return `${sign && MINUS}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** A share as it was written: 0.14 is 14 %. */
export function formatShare(cell: Cell): string {
  if (cell === null) return '';
  const percent = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 }).format(Number(cell) * 100);
  return `${percent.replace('-', MINUS)} %`;
}

/** The smallest and largest value of a column, in a few words. */
export function rangeOf(column: ColumnProfile): string {
  if (column.role === 'dimension' || column.role === 'flag' || column.type === 'boolean') {
    const values = column.top.slice(0, 4).map((one) => formatCell(one.value, column.type) || '(empty)');
    return column.distinct > values.length ? `${values.join(', ')} …` : values.join(', ');
  }
  if (column.min === null || column.max === null) return '';
  if (column.type === 'text') return '';
  if (column.unit?.kind === 'percent') return `${formatShare(column.min)} to ${formatShare(column.max)}`;
  return `${formatCell(column.min, column.type)} to ${formatCell(column.max, column.type)}`;
}

const relative = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium', hourCycle: 'h23' });
/** The time of day to the second: 14:03:09. */
export const formatClock = (at: number): string => clock.format(at);
const minute = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
export const formatTime = (at: number): string => minute.format(at);
export const formatInstant = (at: number): string => relative.format(at);
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
export const formatDay = (at: number): string => day.format(at);
