import type { FigureShow } from '#contract/headline';
import { tellingDecimals } from '#contract/telling-digits';

/** How the cells of a column are written in an answer. */
export type Show = FigureShow;

export { showOf } from '#contract/figure-show';

/** With as many digits as tell the values of a column apart. */
export function telling(show: Show, values: readonly number[]): Show {
  switch (show.as) {
    case 'currency':
      return { ...show, decimals: tellingDecimals(values, show.decimals) };
    case 'percent':
    case 'points':
      return {
        ...show,
        decimals: tellingDecimals(
          values.map((value) => value * 100),
          1,
        ),
      };
    default:
      return show;
  }
}
