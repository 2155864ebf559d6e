import { describe, expect, it } from 'vitest';
import { preferredHeight } from '../../../../src/renderer/ui/chart/layout';
import { colouredByName, palettes } from '../../../../src/renderer/ui/chart/palette';
import { prepare } from '../../../../src/renderer/ui/chart/series';
import { AWKWARD } from '../../../support/charts/awkward';

const { light } = palettes;
const NAMES = Array.from({ length: 12 }, (_, at) => `Region ${at + 1}`);
const colours = (names: readonly string[], chosen?: { name: string; color: number }[]) =>
  colouredByName(light, names, chosen).series;

describe('colours', () => {
  it('are by name, in whatever order the names stand', () => {
    expect(colours(['North', 'East'])).toEqual(colours(['East', 'North']).toReversed());
  });

  it('are as chosen, and never those of two names while there are others', () => {
    for (const names of [NAMES.slice(0, 2), NAMES.slice(0, 6), NAMES])
      for (const name of names)
        for (const color of light.series.keys()) {
          const given = colours(names, [{ name, color }]);
          expect(given[names.indexOf(name)]).toBe(light.series[color]);
          expect(new Set(given).size).toBe(names.length);
        }
  });

  it('change for nobody but the two whom a choice concerns', () => {
    const before = colours(NAMES.slice(0, 4));
    const after = colours(NAMES.slice(0, 4), [{ name: 'Region 1', color: 2 }]);
    expect(after).toEqual([light.series[2], before[1], light.series[0], before[3]]);
    expect(colours(NAMES.slice(0, 4), [{ name: 'Not drawn', color: 2 }])).toEqual(before);
  });
});

it('takes no room from the data for rows of names', () => {
  const chart = AWKWARD.find(({ name }) => name === '12 lines');
  if (!chart) throw new Error('there is no chart of 12 lines');
  const prepared = prepare(chart.spec, chart.table);
  const plain = preferredHeight(chart.spec, { ...prepared, series: prepared.series.slice(0, 1) }, 560);
  expect(preferredHeight(chart.spec, prepared, 560)).toBeGreaterThanOrEqual(plain + 28);
});
