import type { FigureReading } from './figure';
import type { Numeral } from './numerals';
import type { FigureUnit } from './units';

const plain = ({ value, decimals, exact, ambiguous }: Numeral, as: FigureReading['as'] = 'plain'): FigureReading => ({
  value,
  places: decimals,
  as,
  digits: Math.max(1, String(Math.round(value * 10 ** Math.max(0, decimals))).length),
  ...(exact === undefined ? {} : { exact }),
  ...(ambiguous ? { ambiguous } : {}),
});

function scaled(numeral: Numeral, factor: number, as: FigureReading['as']): FigureReading {
  const { exact: _, ...reading } = plain(numeral, as);
  return { ...reading, value: reading.value * factor, places: reading.places - Math.round(Math.log10(factor)) };
}

/** All that numerals may mean with this unit. */
export function readingsWith(
  numerals: readonly Numeral[],
  { scales, parts, mayBeOther }: Pick<FigureUnit, 'scales' | 'parts' | 'mayBeOther'>,
): FigureReading[] {
  return numerals.flatMap((numeral) => {
    if (parts !== null) return [plain(numeral, 'percent'), scaled(numeral, 1 / parts, 'share')];
    if (scales.length === 0) return [plain(numeral)];
    return [
      ...scales.map((factor) => scaled(numeral, factor, 'scaled')),
      plain(numeral, mayBeOther ? 'plain' : 'unscaled'),
    ];
  });
}
