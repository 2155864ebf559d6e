export interface Scale {
  min: number;
  max: number;
  step: number;
  ticks: number[];
}

/** Of a line's range, relative to its largest value: below this, starting at zero would hide all there is to see. */
const NARROW = 0.25;

/**
 * Round ticks that hold every value. Bars and areas are measured from zero, so they always get it; lines leave it out
 * when they move in a narrow band far away from it.
 */
export function niceScale(values: readonly number[], options: { zero: boolean; count: number }): Scale {
  const known = values.filter(Number.isFinite);
  let low = known.length > 0 ? Math.min(...known) : 0;
  let high = known.length > 0 ? Math.max(...known) : 1;
  const narrow = !options.zero && low > 0 && high - low < high * NARROW && high > low;
  if (!narrow && (options.zero || low > 0)) low = Math.min(0, low);
  if (!narrow && high < 0) high = 0;
  if (low === high) high = low + (low === 0 ? 1 : Math.abs(low) * 0.2);
  // What is counted has no halves.
  const least = known.every(Number.isInteger) ? 1 : 0;
  const step = Math.max(least, niceStep((high - low) / Math.max(1, options.count)));
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.ceil(high / step - 1e-9) * step;
  const count = Math.round((max - min) / step);
  return {
    min: tidy(min),
    max: tidy(max),
    step,
    ticks: Array.from({ length: count + 1 }, (_, index) => tidy(min + index * step)),
  };
}

export function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const fraction = raw / power;
  const nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 2.5 ? 2.5 : fraction <= 5 ? 5 : 10;
  return nice * power;
}

/** Powers of ten around every value, with 2 and 5 between them where there are few. */
export function logScale(values: readonly number[]): Scale {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const low = known.length > 0 ? Math.min(...known) : 1;
  const high = known.length > 0 ? Math.max(...known) : 10;
  // A bar of the least value is still to be seen.
  const first = Math.ceil(Math.log10(low) - 1e-9) - 1;
  const last = Math.max(first + 1, Math.ceil(Math.log10(high) - 1e-9));
  const every = Math.ceil((last - first) / 8);
  const between = last - first <= 2 ? [1, 2, 5] : [1];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((power) => (power - first) % every === 0)
    .flatMap((power) => between.map((times) => tidy(times * 10 ** power)))
    .filter((tick) => tick <= 10 ** last * (1 + 1e-9));
  const min = tidy(10 ** first);
  return { min, max: tidy(10 ** last), step: min, ticks };
}

/** Takes off what binary arithmetic leaves behind: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
