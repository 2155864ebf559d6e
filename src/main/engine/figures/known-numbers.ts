import type { FigureReading } from './figure';
import { isRounded } from './numerals';
import type { Roughness } from './surroundings';

/** `any`: told without one, as prose tells of a loss. */
export type SourceSign = '-' | '+' | 'any';

export interface KnownNumber {
  /** Without its sign. */
  value: number;
  sign: SourceSign;
  /** It counts things, so it is neither a percentage nor a share. */
  count: boolean;
  exact?: string;
}

/** How far a rounded million or a rough figure may be from what it stands for, as a share of that. */
const FARTHEST_SCALED = 0.1;
const FARTHEST_ABOUT = 0.05;
const FARTHEST_BOUND = 0.1;
/** Fewer digits than this agree by chance. */
const FEWEST_DIGITS_UNSCALED = 3;

/** The numbers that answers may rest on. */
export class KnownNumbers {
  #numbers: KnownNumber[] = [];
  #sorted = true;

  add(number: KnownNumber): void {
    if (!Number.isFinite(number.value)) return;
    this.#numbers.push(number);
    this.#sorted = false;
  }

  has(value: number): boolean {
    return this.#between(value, value).length > 0;
  }

  /** Whether there is a number that `reading` shows, to the digits that are written. */
  hold(reading: FigureReading, sign: '-' | '+' | null, rough: Roughness | null): boolean {
    const { value } = reading;
    const half = 0.5 * 10 ** -reading.places;
    const slack = value * 1e-12 + half * 1e-9;
    const shows = (number: KnownNumber): boolean =>
      (sign === null || number.sign === 'any' || number.sign === sign) && fits(number, reading);
    if (this.#between(value - half - slack, value + half + slack).some(shows)) return true;
    if (rough === null || reading.as === 'unscaled') return false;
    const [low, high] = roughly(reading, rough);
    return this.#between(low - slack, high + slack).some(shows);
  }

  #between(low: number, high: number): KnownNumber[] {
    if (!this.#sorted) this.#numbers.sort((a, b) => a.value - b.value);
    this.#sorted = true;
    let start = 0;
    let end = this.#numbers.length;
    while (start < end) {
      const middle = (start + end) >> 1;
      if ((this.#numbers[middle]?.value ?? low) < low) start = middle + 1;
      else end = middle;
    }
    let after = start;
    while (after < this.#numbers.length && (this.#numbers[after]?.value ?? high) <= high) after += 1;
    return this.#numbers.slice(start, after);
  }
}

function fits(number: KnownNumber, { value, places, as, digits, exact, ambiguous }: FigureReading): boolean {
  // Nobody writes `1.000` for one.
  if (ambiguous && number.value === value && Number.isInteger(value)) return false;
  if (exact !== undefined) return number.exact === undefined ? number.value === value : isRounded(number.exact, exact);
  switch (as) {
    case 'plain':
      // What is less than one is not rounded to a whole number of things, nor anything to nothing.
      return places > 0 || number.value >= 1 || number.value === value;
    case 'percent':
    case 'share':
      return !number.count;
    case 'scaled':
      return Math.abs(number.value - value) <= number.value * FARTHEST_SCALED;
    case 'unscaled':
      return digits >= FEWEST_DIGITS_UNSCALED && !Number.isInteger(number.value);
  }
}

/** Between what a figure lies that is "about", "more than" or "nearly" this. */
function roughly({ value, places }: FigureReading, rough: Roughness): [low: number, high: number] {
  let mantissa = Math.round(value * 10 ** places);
  let unit = 10 ** -places;
  for (; mantissa !== 0 && mantissa % 10 === 0; mantissa /= 10) unit *= 10;
  switch (rough) {
    case 'about': {
      const far = Math.min(unit / 2, value * FARTHEST_ABOUT);
      return [value - far, value + far];
    }
    case 'above':
      return [value, value + Math.min(unit, value * FARTHEST_BOUND)];
    case 'below':
      return [value - Math.min(unit, value * FARTHEST_BOUND), value];
  }
}
