import { datesIn } from './dates';
import type { Figure, NumberFigure } from './figure';
import { numberWords } from './number-words';
import { type AsciiDigits, NUMERAL_PATTERN, type Numeral, numeralsOf, withAsciiDigits } from './numerals';
import { readingsWith } from './readings';
import { quoted, silences } from './silences';
import { coverage, lastFrom, type TextSpan } from './spans';
import { attached, frontOf, isHyphenated, isInWord, isOrdinal, roughnessOf } from './surroundings';
import { titledCells } from './tables';
import { type FigureUnit, isPercentTitle, scaleOfTitle, unitAt } from './units';

const NUMERAL = new RegExp(NUMERAL_PATTERN, 'gu');
const POWER = /^ ?[×x·*] ?10\^?(\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!\d)/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RANGE = /^(?:\s?[-–—]\s?|\s(?:to|bis|and|und|or|oder)\s)$/;

/** A figure while it is read: what its digits are without any unit, and which unit they have. */
type Draft = NumberFigure & { numerals: Numeral[]; unit: FigureUnit };

/** Which texts are read: one that an answer is, or one that answers rest on, where every numeral counts. */
export type Reader = 'answer' | 'source';

/** The figures of a text in their order, in English, German and neutral forms. */
export function figuresIn(text: string, reader: Reader = 'answer'): Figure[] {
  if (text === '') return [];
  const ascii = withAsciiDigits(text);
  const silent = reader === 'answer' ? silences(ascii.text) : [];
  const names = reader === 'answer' ? quoted(ascii.text) : [];
  const isSilent = coverage(silent);
  // In a list, `2. May 2024` is the second point.
  const dates = datesIn(ascii.text).filter(({ start }) => !isSilent(start, start + 1));
  const numbers = [...numbersIn(ascii.text, coverage([...silent, ...dates])), ...wordsIn(ascii.text)]
    .filter((draft) => !isName(draft, ascii.text, names) && !isSecondYear(draft, ascii.text))
    .toSorted((a, b) => a.start - b.start);
  shareUnits(ascii.text, numbers);
  takeTitles(ascii.text, numbers);
  const fractions = fractionsIn(ascii.text, coverage([...silent, ...dates]));
  const isFraction = coverage(fractions);
  const isQuoted = coverage(names);
  const figures: Figure[] = [
    ...numbers.flatMap(({ numerals: _, unit: __, ...figure }) =>
      isFraction(figure.start, figure.end) ? [] : [figure],
    ),
    ...fractions,
    ...dates
      .filter(({ start, end }) => !isQuoted(start, end))
      .map((date): Figure => ({ kind: 'date', text: '', start: date.start, end: date.end, date })),
  ];
  let end = 0;
  const apart = figures
    .toSorted((a, b) => a.start - b.start)
    .filter((figure) => {
      if (figure.start < end) return false;
      end = figure.end;
      return true;
    });
  return placed(apart, text, ascii);
}

type IsCovered = ReturnType<typeof coverage>;

function numbersIn(text: string, isTaken: IsCovered): Draft[] {
  return Array.from(text.matchAll(NUMERAL)).flatMap(({ index, 0: written }) => {
    if (isTaken(index, index + written.length)) return [];
    const numerals = numeralsOf(written);
    if (numerals.length > 0) return numberAt(text, index, written, numerals) ?? [];
    // Neither a number nor a version: a list without blanks.
    if (!/^\d+(?:,\d+)+$/.test(written)) return [];
    return Array.from(written.matchAll(/\d+/g)).flatMap(
      (item) => numberAt(text, index + item.index, item[0], numeralsOf(item[0])) ?? [],
    );
  });
}

function numberAt(text: string, index: number, written: string, numerals: Numeral[]): Draft | null {
  const front = frontOf(text, index);
  let end = index + written.length;
  if (isInWord(text, front.start, end)) return null;
  const power = POWER.exec(text.slice(end, end + 12));
  const exponent = power?.[1] === undefined ? 0 : exponentOf(power[1]);
  end += power?.[0].length ?? 0;
  const closing = /^[*_~`]{1,2}(?=.)/.exec(text.slice(end, end + 3))?.[0] ?? '';
  const unit = unitAt(text.slice(end + closing.length, end + closing.length + 32));
  const letters = unit.length > 0 || closing !== '' ? '' : attached(text, end);
  if (letters === null) return null;
  if (closing === '') end += unit.length + letters.length;
  const powered =
    exponent === 0
      ? numerals
      : numerals.map(({ value, decimals }) => ({ value: value * 10 ** exponent, decimals: decimals - exponent }));
  const isWhole = /^\d+$/.test(written) && front.sign === null && !front.currency && unit.length === 0;
  return {
    kind: 'number',
    text: '',
    start: front.start,
    end,
    numerals: powered,
    unit,
    readings: readingsWith(powered, unit),
    sign: front.sign,
    rough: roughnessOf(text, front.start),
    bare: isWhole,
    ordinal:
      isWhole &&
      (isOrdinal(letters) || /^\.? ?(?:Platz|Rang)/.test(text.slice(end, end + 8)) || text[front.start - 1] === '#'),
    parts: partsOf(text, index, written),
  };
}

const exponentOf = (written: string): number =>
  Number(Array.from(written, (digit) => (SUPERSCRIPTS.includes(digit) ? SUPERSCRIPTS.indexOf(digit) : digit)).join(''));

function partsOf(text: string, index: number, written: string): Figure[] {
  if (!written.includes(' ')) return [];
  return Array.from(written.matchAll(/\S+/g)).flatMap(
    (part) => numberAt(text, index + part.index, part[0], numeralsOf(part[0])) ?? [],
  );
}

function wordsIn(text: string): Draft[] {
  return numberWords(text).flatMap(({ start, end, value }) => {
    const after = text.slice(end, end + 32);
    const unit = unitAt(after);
    if ((unit.parts === null && unit.scales.length === 0) || !/^[\s\u00a0-]\p{L}{4}/u.test(after)) return [];
    const numerals = [{ value, decimals: 0 }];
    const rough = roughnessOf(text, start);
    const readings = readingsWith(numerals, unit);
    const rest = { sign: null, rough, bare: false, ordinal: false, parts: [] };
    return [{ kind: 'number', text: '', start, end: end + unit.length, numerals, unit, readings, ...rest }];
  });
}

/** Numerals of names have no unit: `COVID-19`, “Plan 2019 v2”. What is nothing but a figure is one between any marks. */
function isName({ start, end, unit, sign, numerals }: Draft, text: string, names: readonly TextSpan[]): boolean {
  if (unit.length > 0 || numerals.some(({ exact }) => exact !== undefined)) return false;
  if (sign === null && isHyphenated(text, start)) return true;
  const name = lastFrom(names, start);
  if (!name || name.end < end || sign !== null) return false;
  const others = text.slice(name.start, start) + text.slice(end, name.end);
  return /\p{L}/u.test(others);
}

/** The end of `2022/23` and `2021–23`. */
function isSecondYear({ start, end, numerals }: Draft, text: string): boolean {
  const first = /(?<!\d)(?:19|20)(\d{2})[/–-]$/.exec(text.slice(Math.max(0, start - 6), start))?.[1];
  return first !== undefined && end - start === 2 && numerals.some(({ value }) => value > Number(first));
}

/** `10–20 %`: the first has the unit of the second. */
function shareUnits(text: string, numbers: readonly Draft[]): void {
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1];
    if (!next || hasScale(number.unit) || !hasScale(next.unit) || !RANGE.test(text.slice(number.end, next.start)))
      continue;
    number.readings = readingsWith(number.numerals, next.unit);
    number.bare = false;
  }
}

const hasScale = ({ scales, parts }: FigureUnit): boolean => scales.length > 0 || parts !== null;

/** In a table, the title of a column may tell the unit of its cells, and so may a sentence above: "in Mio. €". */
function takeTitles(text: string, numbers: readonly Draft[]): void {
  const cells = titledCells(text);
  const general = scaleOfTitle(/(?<!\p{L})in ([^|\n]{1,24})/iu.exec(text)?.[1]?.split(/[:,;)]/)[0] ?? '');
  for (const number of numbers) {
    if (hasScale(number.unit)) continue;
    const cell = lastFrom(cells, number.start);
    if (!cell || cell.end < number.end) continue;
    const scale = scaleOfTitle(cell.title) ?? general;
    const none = { scales: [], parts: null, mayBeOther: false };
    if (isPercentTitle(cell.title)) number.readings = readingsWith(number.numerals, { ...none, parts: 100 });
    else if (scale !== null)
      number.readings = [...number.readings, ...readingsWith(number.numerals, { ...none, scales: [scale] })];
  }
}

function fractionsIn(text: string, isTaken: IsCovered): Figure[] {
  return Array.from(text.matchAll(/(?<![\p{L}\p{N}.,/_-])(\d{1,3})\/(\d{1,3})(?![\p{L}\p{N}/]|[.,]\d)/gu)).flatMap(
    ({ index, 0: written, 1: above, 2: below }) =>
      isTaken(index, index + written.length)
        ? []
        : [
            {
              kind: 'fraction',
              text: '',
              start: index,
              end: index + written.length,
              above: Number(above),
              below: Number(below),
            },
          ],
  );
}

function placed(figures: Figure[], text: string, ascii: AsciiDigits): Figure[] {
  return figures.map((figure) => {
    const start = ascii.original(figure.start);
    const end = ascii.original(figure.end);
    return { ...figure, start, end, text: text.slice(start, end) };
  });
}
