import { lastFrom } from './spans';

/** A day as far as it is said. A month alone needs no numeral, and what is said with a year is about the year. */
export interface Day {
  year: number | null;
  month: number;
  day: number;
}

export interface WrittenDate {
  start: number;
  end: number;
  /** More than one where day and month may stand in either order. */
  days: Day[];
  /** Of a month without a day: `2024-05`. */
  year: number | null;
  /** `14:35`, if that was written with it or alone. */
  time: string | null;
  /** Written as one, and yet perhaps only a number: "in May 17 were sold". */
  mayBeNumber: boolean;
}

const MONTHS: readonly string[] = [
  'jan(?:uary|uar)?|jänner',
  'feb(?:ruary|ruar)?',
  'mar(?:ch)?|märz?|mrz',
  'apr(?:il)?',
  'may|mai',
  'june?|juni?',
  'july?|juli?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[ck]t(?:ober)?',
  'nov(?:ember)?',
  'de[cz](?:ember)?',
];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const EDGE = '(?<![\\p{L}\\p{N}.,/-])';
const END = '(?![\\p{L}\\p{N}]|[.,/:-]\\d)';
const TIME = '(?<time>\\d{1,2}:\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?';

const FORMATS: readonly RegExp[] = [
  `${EDGE}(?<year>\\d{4})-(?<m>\\d{2})-(?<day>\\d{2})(?:[T ]${TIME})?${END}`,
  `${EDGE}(?<year>\\d{4})/(?<m>\\d{1,2})/(?<day>\\d{1,2})${END}`,
  `${EDGE}(?<day>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<year>\\d{4}|\\d{2}(?=[^\\d%]|$))(?:,? ${TIME})?${END}`,
  `${EDGE}(?<either>\\d{1,2})/(?<other>\\d{1,2})/(?<year>\\d{4}|\\d{2})${END}`,
  `${EDGE}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?[ \\u00a0](?:of )?${MONTH}\\b\\.?(?:,? ?(?<year>\\d{4}))?${END}`,
  `(?<![\\p{L}\\p{N}])${MONTH}\\.?[ \\u00a0](?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?(?!%| %)${END}`,
  `${EDGE}${TIME}${END}`,
  `${EDGE}(?<alone>\\d{4})-(?:0[1-9]|1[0-2])${END}`,
  `${EDGE}(?:0?[1-9]|1[0-2])/(?<alone>(?:19|20)\\d{2})${END}`,
].map((source) => new RegExp(source, 'giu'));

/** All days and times in a text, in order. */
export function datesIn(text: string): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const dates: WrittenDate[] = [];
  for (const format of FORMATS) {
    const isTaken = touched(dates);
    for (const match of text.matchAll(format)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isTaken(start, end)) continue;
      const { time = null, month, year, alone } = match.groups ?? {};
      const days = daysOf(match.groups ?? {});
      if (days.length === 0 && alone === undefined && (time === null || !isTime(time))) continue;
      dates.push({
        start,
        end,
        days,
        year: alone === undefined ? null : Number(alone),
        time: time && padded(time),
        mayBeNumber: month !== undefined && !year,
      });
    }
  }
  return dates.toSorted((a, b) => a.start - b.start);
}

/** Whether a stretch touches one of these, none of which touch each other. */
function touched(dates: readonly WrittenDate[]): (start: number, end: number) => boolean {
  const sorted = dates.toSorted((a, b) => a.start - b.start);
  return (start, end) => (lastFrom(sorted, end - 1)?.end ?? 0) > start;
}

type Groups = Record<string, string | undefined>;

function daysOf({ year, month, m, day, either, other }: Groups): Day[] {
  const written = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const named = month === undefined ? -1 : MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(month));
  const candidates: [month: number, day: number][] =
    either !== undefined && other !== undefined
      ? [
          [Number(either), Number(other)],
          [Number(other), Number(either)],
        ]
      : day === undefined
        ? []
        : [[m === undefined ? named + 1 : Number(m), Number(day)]];
  return candidates
    .filter(([month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .map(([month, day]) => ({ year: written, month, day }));
}

function isTime(time: string): boolean {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours < 25 && minutes < 60;
}

const padded = (time: string): string => time.padStart(5, '0');

export const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2100;

/** A month's first day or its last: where periods begin and end. */
export function isMonthEdge({ year, month, day }: Day): boolean {
  return day === 1 || day === new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
}

/** Weeks as ISO 8601 counts them. */
export function weekOf({ year, month, day }: Day & { year: number }): number {
  const thursday = new Date(Date.UTC(year, month - 1, day));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7);
}
