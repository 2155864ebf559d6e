import { nameWords } from './words';

/** A time that a column's name tells, and what else it says. */
export interface ColumnTime {
  kind: 'month' | 'quarter' | 'day' | 'year' | 'month_of_year' | 'quarter_of_year' | 'weekday';
  /** As the values of the field are: days as ISO text, years as numbers, names as they stand. */
  label: string;
  /** The name without the time. */
  rest: string;
  /** The year is two plain digits behind a month, which may as well be its day: `Mar 10`. */
  isUnsure: boolean;
}

const MONTH =
  '(?<month>jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|may|mai|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)';
const STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const GERMAN = new Map([
  ['mär', 3],
  ['mrz', 3],
  ['mai', 5],
  ['okt', 10],
  ['dez', 12],
]);
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const EDGE = { before: '(?<![\\p{L}\\d])', behind: '(?![\\p{L}\\d])' };
/** The end of `01/03/2024`: neither its month nor its year stands alone. */
const IN_DATE = { month: '(?<!\\d[-/.])', year: '(?<!\\d[-/.]\\d\\d?[-/.])' };
const pattern = (text: string): RegExp => new RegExp(`${EDGE.before}(?:${text})${EDGE.behind}`, 'iu');

/** The closest forms first: a day is no year with something behind it. */
const FORMS: readonly [ColumnTime['kind'], RegExp][] = [
  ['day', pattern(`${YEAR}[-/.](?<number>\\d\\d)[-/.](?<day>\\d\\d)`)],
  ['day', pattern(`(?<day>\\d\\d?)\\.(?<number>\\d\\d?)\\.${YEAR}`)],
  ['month', pattern(`${YEAR}[-/. _]?m?(?<number>0[1-9]|1[0-2])`)],
  ['month', pattern(`${IN_DATE.month}(?<number>0?[1-9]|1[0-2])[-/.]${YEAR}`)],
  ['month', pattern(`${MONTH}\\.?[-\\s_']*(?:${YEAR}|(?<short>\\d\\d))`)],
  ['month', pattern(`${YEAR}[-\\s_]*${MONTH}`)],
  ['quarter', pattern(`q(?<quarter>[1-4])[-\\s_/']*(?:${YEAR}|(?<short>\\d\\d))`)],
  ['quarter', pattern(`${YEAR}[-\\s_/]*q(?<quarter>[1-4])`)],
  ['year', pattern(`(?:fy|yr|cy)?\\s?${IN_DATE.year}${YEAR}`)],
  ['month_of_year', pattern(`${MONTH}\\.?`)],
  ['quarter_of_year', pattern('(?:q|quarter |quartal )(?<quarter>[1-4])')],
  [
    'weekday',
    pattern(
      '(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu|fri|sat|sun|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)',
    ),
  ],
];
/** World Bank's own way to say a year twice. */
const TWICE = /\[YR\d{4}\]/i;

/** The one time in a column's name; null where it tells none. */
export function columnTime(column: string): ColumnTime | null {
  const name = column.replace(TWICE, ' ').replaceAll('_', ' ');
  for (const [kind, form] of FORMS) {
    const match = form.exec(name);
    if (!match) continue;
    const label = labelOf(kind, match.groups ?? {}, match[0].trim());
    if (label === null) continue;
    const rest = `${name.slice(0, match.index)} ${name.slice(match.index + match[0].length)}`;
    return {
      kind,
      label,
      isUnsure: kind === 'month' && match.groups?.short !== undefined && !match[0].includes("'"),
      rest: rest
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^[\s\-–:,()/]+|[\s\-–:,(/]+$/g, '')
        .trim(),
    };
  }
  return null;
}

const monthNumber = (label: string): number => Number(label.slice(0, 4)) * 12 + Number(label.slice(5, 7));
const MONTHS_APART: ReadonlySet<number | undefined> = new Set([1, 3]);

/** Whether months follow each other without a gap, or as the ends of quarters do: days of a month never do. */
export function isMonthByMonth(labels: readonly string[]): boolean {
  const months = labels.map(monthNumber).toSorted((a, b) => a - b);
  const steps = new Set(months.slice(1).map((month, at) => month - (months[at] ?? 0)));
  return steps.size === 1 && MONTHS_APART.has([...steps][0]);
}

function labelOf(kind: ColumnTime['kind'], parts: Record<string, string | undefined>, text: string): string | null {
  const year = parts.year ?? (parts.short === undefined ? '' : `20${parts.short}`);
  switch (kind) {
    case 'day':
      return isoDay(year, Number(parts.number), Number(parts.day));
    case 'month':
      return isoDay(year, parts.month === undefined ? Number(parts.number) : monthOf(parts.month), 1);
    case 'quarter':
      return isoDay(year, Number(parts.quarter) * 3 - 2, 1);
    case 'year':
      return year;
    default:
      return text;
  }
}

function isoDay(year: string, month: number, day: number): string | null {
  const two = (number: number): string => String(number).padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function monthOf(name: string): number {
  const start = name.toLowerCase().slice(0, 3);
  return GERMAN.get(start) ?? STARTS.indexOf(start) + 1;
}

/** Whether nothing is said but a time. */
export const isOnlyTime = ({ rest }: ColumnTime): boolean => nameWords(rest).length === 0;
