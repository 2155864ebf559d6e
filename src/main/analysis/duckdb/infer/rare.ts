/** What fewer of a column's values do than this share is odd, and not how the column is written. */
const RARE = 0.01;
/** For what a single value may be by chance, in thousands: a fraction among whole numbers, a zero before a code. */
const VERY_RARE = 0.001;

/** The values without those that pass the test, where these are few. */
export function withoutRare(values: string[], test: (text: string) => boolean): string[] {
  const others = values.filter((text) => !test(text));
  return others.length < values.length && values.length - others.length < values.length * RARE ? others : values;
}

export const isRareFraction = (fractions: number, values: number): boolean => fractions < values * VERY_RARE;

/**
 * Whether digits are codes and no numbers, by how many of them begin with a zero. Fewer say so where all are equally long;
 * still fewer are slips of the pen.
 */
export const areCodes = (digits: { zeros: number; values: number; fixedWidth: boolean }): boolean =>
  digits.zeros > 0 && digits.zeros >= digits.values * (digits.fixedWidth ? VERY_RARE : RARE);
