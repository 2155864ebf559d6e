/** A number as it is written, or as one of the ways in which it can be read. */
export interface WrittenNumber {
  value: number;
  /** Half of the last digit shown: what rounding may hide. */
  rounding: number;
}

const NUMERAL = /[-−]?\d(?:[\d.,'’\u00a0\u202f]*\d)?(?:e[+-]?\d+)?/gi;
const SCALE = /^\s?(k|thousand|tausend|tsd|m|mio|million(?:s|en)?|bn|billion(?:s)?|mrd|milliarden?)(?![\p{L}])/iu;
const SCALES = new Map([
  ['k', 1e3],
  ['t', 1e3],
  ['m', 1e6],
  ['b', 1e9],
]);

/** All numbers of a text, each in every reading that its marks allow: `1.234` is 1234 in German and 1.234 in English. */
export function numeralsIn(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMERAL)].flatMap((match) => {
    const scale = scaleOf(SCALE.exec(text.slice(match.index + match[0].length))?.[1]);
    return readings(match[0].replace('−', '-')).map(({ value, rounding }) => ({
      value: value * scale,
      rounding: rounding * scale,
    }));
  });
}

function scaleOf(word: string | undefined): number {
  if (word === undefined) return 1;
  const lower = word.toLowerCase();
  return /^mrd|^milliard/.test(lower) ? 1e9 : (SCALES.get(lower.charAt(0)) ?? 1);
}

function readings(written: string): WrittenNumber[] {
  const plain = written.replace(/['’\u00a0\u202f]/g, '');
  const readAs = (thousands: string, decimal: string): WrittenNumber[] => {
    const [whole = '', fraction, ...more] = plain.split(decimal);
    const groups = whole.replace('-', '').split(thousands);
    const grouped = groups.length === 1 || groups.slice(1).every((group) => group.length === 3);
    if (more.length > 0 || !grouped || fraction?.includes(thousands)) return [];
    const value = Number(`${whole.replaceAll(thousands, '')}${fraction === undefined ? '' : `.${fraction}`}`);
    const digits = fraction?.replace(/e.*/i, '').length ?? 0;
    return Number.isFinite(value) ? [{ value, rounding: 0.5 * 10 ** -digits }] : [];
  };
  return [...readAs(',', '.'), ...(/[.,]/.test(plain) ? readAs('.', ',') : [])];
}

/** Whether a written number says the expected one: to a relative 1e-6, the tolerance, or as far as it is rounded. */
export function says(
  { value, rounding }: WrittenNumber,
  expected: number,
  options: { tolerance?: number; percent?: boolean },
) {
  const near = (wanted: number) => {
    const off = Math.abs(value - wanted);
    // A number without decimals is a rounding of a large one only: 3 does not say 2.6.
    const rounded = rounding < 0.5 || Math.abs(wanted) >= 100 ? rounding * 1.000_001 : 0;
    return off <= Math.max(Math.abs(wanted) * 1e-6, options.tolerance ?? 0, rounded);
  };
  return near(expected) || (options.percent === true && near(expected / 100));
}
