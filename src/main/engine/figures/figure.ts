import type { WrittenDate } from './dates';
import type { Roughness } from './surroundings';

/** One number that a figure may mean. */
export interface FigureReading {
  value: number;
  /** It is rounded to 10 to the minus this: 2 for cents, -4 for `1.23M`. */
  places: number;
  /** `share`: a percentage as a fraction of one. `unscaled`: as if its scale word only told the unit of the data. */
  as: 'plain' | 'percent' | 'share' | 'scaled' | 'unscaled';
  /** Digits that are shown, from the first that is not 0. */
  digits: number;
  /** All digits, for more of them than a double holds. */
  exact?: string;
  /** Three digits behind a mark that may part thousands as well. */
  ambiguous?: true;
}

interface Place {
  /** As written, with sign, currency and unit. */
  text: string;
  /** UTF-16 units of the text it was found in. */
  start: number;
  end: number;
}

/** A numeral of a text that says something: no number of a list, no part of a name. */
export type Figure = Place &
  (
    | {
        kind: 'number';
        readings: FigureReading[];
        sign: '-' | '+' | null;
        rough: Roughness | null;
        /** Nothing but an integer: it may count what is listed. */
        bare: boolean;
        ordinal: boolean;
        /** Digits with blanks between may be several numbers. */
        parts: Figure[];
      }
    | { kind: 'date'; date: WrittenDate }
    | { kind: 'fraction'; above: number; below: number }
  );

export type NumberFigure = Extract<Figure, { kind: 'number' }>;
