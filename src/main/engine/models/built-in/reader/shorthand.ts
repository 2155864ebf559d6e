/** Signs and figures by which people write words shorter, as the words: only what no other word looks like. */

const MONTHS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jan: 'january',
    feb: 'february',
    mar: 'march',
    mär: 'march',
    apr: 'april',
    may: 'may',
    mai: 'may',
    jun: 'june',
    jul: 'july',
    aug: 'august',
    sep: 'september',
    oct: 'october',
    okt: 'october',
    nov: 'november',
    dec: 'december',
    dez: 'december',
  }),
);
const MONTH = '(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\p{Ll}*\\.?';
const RANGE = new RegExp(
  `(?<![\\p{L}\\d])${MONTH}\\s*(?:-|–|—|to|until|till|through|thru|bis)\\s*${MONTH}\\s*['’]?(\\d{4}|\\d\\d)(?![\\p{L}\\d.,:])`,
  'giu',
);
const QUOTED = /("[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»)/u;
const STEPS: ReadonlyMap<string, string> = new Map(
  Object.entries({ m: 'month', q: 'quarter', y: 'year', w: 'week', d: 'day' }),
);

const PLAIN: readonly (readonly [pattern: RegExp, by: string | ((...match: string[]) => string)])[] = [
  [/(?<![\p{L}\d])w\/o(?!\p{L})/giu, 'without'],
  [/(?<![\p{L}\d/])w\/\s*(?=\p{L})(?!w(?!\p{L}))/giu, 'with '],
  [/(?<![\p{L}\d])b\/w(?!\p{L})/giu, 'between'],
  [/(?<![\p{L}\d.,])(\d+) and a half(?!\p{L})/giu, (_, whole = '') => `${whole}.5`],
  [/(?<![\p{L}\d.,])(\d+)(?:½| 1\/2)/gu, (_, whole = '') => `${whole}.5`],
  [/#\s*of(?!\p{L})/giu, 'number of'],
  [/(?<![\p{L}\d])#\s*(?=\p{L})/gu, 'number of '],
  [/(?<![\p{L}\d])([mqywd])\/\1(?!\p{L})/giu, (_, step = '') => over(step)],
  [/(?<!\p{L})(?:MoM|QoQ|YoY|WoW|DoD)(?!\p{L})/gu, (word) => over(word.charAt(0))],
  [/(?<!\p{L})(year|quarter|month|week|day)[ -]by[ -]\1(?!\p{L})/giu, (_, grain = '') => `by ${grain}`],
  [
    /(?<!\p{L})(?!(?:other|like|clock|counterclock|length|cross|edge|contrari)wise)(\p{L}{3,})(?:-| )wise(?!\p{L})/giu,
    (_, name = '') => `by ${name}`,
  ],
  [/(?<!\p{L})(per|by)-(?=\p{L})/giu, (_, word = '') => `${word} `],
];

const HOUR = '(?<![\\p{L}\\d.,:])(\\d{1,2})(?:[:.](\\d\\d))?\\s*';
const CLOCKS: readonly (readonly [pattern: RegExp, twelve: 'am' | 'pm' | null])[] = [
  [new RegExp(`${HOUR}(?:am|a\\.m\\.)(?!\\p{L})`, 'giu'), 'am'],
  [new RegExp(`${HOUR}(?:pm|p\\.m\\.)(?!\\p{L})`, 'giu'), 'pm'],
  [new RegExp(`${HOUR}(?:uhr|o['’]?clock)(?!\\p{L})`, 'giu'), null],
];

/** "6pm" and "18 Uhr" are 18:00. */
function clocks(text: string): string {
  return CLOCKS.reduce(
    (written, [pattern, half]) =>
      written.replaceAll(pattern, (whole, hour: string, minutes: string | undefined) => {
        const said = Number(hour);
        if (said > (half === null ? 24 : 12)) return whole;
        const of24 = half === 'pm' ? (said % 12) + 12 : half === 'am' ? said % 12 : said;
        return `${of24}:${minutes ?? '00'}`;
      }),
    text,
  );
}

const over = (letter: string): string => {
  const step = STEPS.get(letter.toLowerCase()) ?? '';
  return `${step} over ${step}`;
};

/** The question with its shorthand written out; what stands in quotes is as it is. `years` are those of the data. */
export function writtenOut(text: string, years: readonly number[]): string {
  return text
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? part : plain(clocks(part), years)))
    .join('');
}

function plain(text: string, years: readonly number[]): string {
  const full = (figures: string): string | null => {
    const year = figures.length === 4 ? Number(figures) : 2000 + Number(figures);
    return figures.length === 4 || years.includes(year) ? String(year) : null;
  };
  const ranges = text.replaceAll(RANGE, (whole, from: string, to: string, figures: string) => {
    const year = full(figures);
    const [first, last] = [from, to].map((name) => MONTHS.get(name.toLowerCase()));
    return year === null ? whole : `${first} to ${last} ${year}`;
  });
  const dated = ranges.replaceAll(
    /(?<![\p{L}\d])['’](\d\d)(?![\p{L}\d'’])/gu,
    (whole, figures: string) => full(figures) ?? whole,
  );
  return PLAIN.reduce(
    (written, [pattern, by]) =>
      typeof by === 'string' ? written.replaceAll(pattern, by) : written.replaceAll(pattern, by),
    dated,
  );
}
