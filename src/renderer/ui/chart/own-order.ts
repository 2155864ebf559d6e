import { wordsIn } from '#words';

/** Names that have an order of their own, and steps from one to the next: months, weekdays, quarters, years. */
export interface OwnOrder {
  /** Of each name, its place; null for the empty one, which stands last. */
  places: (number | null)[];
  /** The name of a place between others. */
  nameOf(place: number): string;
}

const CYCLES: readonly (readonly string[])[] = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  'Mon Tue Wed Thu Fri Sat Sun',
  'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  'Mo Di Mi Do Fr Sa So',
  'Q1 Q2 Q3 Q4',
].map((names) => names.split(' '));
const YEAR = /^(1[6-9]|20|21)\d\d$/;

/** Null where the names have no order but the one they were given in. */
export function ownOrder(names: readonly string[]): OwnOrder | null {
  const { empty } = wordsIn().locale.cell;
  const known = names.filter((name) => name !== empty);
  if (known.length < 2) return null;
  if (known.every((name) => YEAR.test(name)))
    return { places: names.map((name) => (name === empty ? null : Number(name))), nameOf: String };
  for (const cycle of CYCLES) {
    const at = new Map(cycle.map((name, place) => [name.toLowerCase(), place]));
    if (!known.every((name) => at.has(name.toLowerCase()))) continue;
    const places = names.map((name) => at.get(name.toLowerCase()) ?? null);
    return isTurned(places, cycle.length) ? null : { places, nameOf: (place) => cycle[place] ?? '' };
  }
  return null;
}

/** Parts of the calendar as numbers. */
export const partOrder = (values: readonly (number | null)[], nameOf: (value: number) => string): OwnOrder => ({
  places: [...values],
  nameOf,
});

/** November, December, January: in the order of time already, from one year into the next. */
function isTurned(places: readonly (number | null)[], length: number): boolean {
  return places.every((place, at) => {
    const before = places[at - 1];
    return at === 0 || (place !== null && before !== null && before !== undefined && place === (before + 1) % length);
  });
}
