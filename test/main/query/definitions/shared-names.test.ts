import { expect, it } from 'vitest';
import { derive } from '../../../../src/main/query/definitions';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();

it.each([
  [
    [
      'Wind [MWh] Calculated resolutions',
      'Gas [MWh] Calculated resolutions',
      'Coal [MWh] Calculated resolutions',
      'Hydro [MWh] Calculated resolutions',
    ],
    'Wind',
    'MWh',
  ],
  [['Survey 2024: Price', 'Survey 2024: Staff', 'Survey 2024: Speed', 'Survey 2024: Range'], 'Price', null],
  [['male population', 'female population', 'rural population', 'urban population'], 'Male population', null],
  [['Visits 2019', 'Visits 2020', 'Visits 2021', 'Visits 2022'], 'Visits 2019', null],
])('a name is without what %j have in common', async (names, title, unit) => {
  const { profile } = await data.read(
    [`k,${names.join(',')}`, 'a,13,2,4,7', 'b,14,3,1,9', 'c,16,1,8,5'].join('\n'),
    'x.csv',
  );
  const { fields } = derive({ profile, table: 'data', source: 'x.csv' });
  expect(fields.find(({ id }) => id === names[0])).toMatchObject({
    title,
    unit: unit === null ? null : { kind: 'named', name: unit },
  });
});
