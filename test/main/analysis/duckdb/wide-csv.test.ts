import { expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();
const COLUMNS = 120;
const names = Array.from({ length: COLUMNS }, (_, i) => `measure_${i + 1}`);

it('a small file of very many columns is profiled within the memory there is', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => names.map((_, i) => (row * 7 + i) % 100).join(','));
  const { profile } = await data.read([names.join(','), ...rows].join('\n'));
  expect(profile.columns.map((one) => [one.name, one.distinct])).toEqual(names.map((name) => [name, 40]));
});
