import { expect, it } from 'vitest';
import type { ReadingNames } from '../../../src/preload/contract';
import { citedText, english, german, inLocale, outputName } from '../../../src/preload/words';

const names: ReadingNames = {
  fields: {
    amount_eur: { title: 'Amount', type: 'decimal' },
    'shops.floor_area_sqm': { title: 'Floor area', type: 'integer' },
    area: { title: 'Area', type: 'integer' },
    gdp_usd: { title: 'GDP', type: 'decimal' },
  },
  outputs: {
    total_amount_eur: { kind: 'number', value: { measure: 'mean', of: 'amount_eur', as: 'total_amount_eur' } },
  },
  measures: {},
  conditions: {},
  tables: {},
  entity: null,
};

it.each([
  ['total_amount_eur', 'total amount'],
  ['average_floor_area_sqm', 'average floor area'],
  ['highest_gdp_usd', 'highest GDP'],
  ['amount_eur', 'Amount'],
  ['running total', 'running total'],
])('an output that names a column with its unit (%s) is called by the title of the column', (output, title) => {
  expect(outputName(output, names, english)).toBe(title);
});

it('an output is called as the reading has it in other languages', () => {
  const name = inLocale({ language: 'de', numbers: 'de-DE' }, () => outputName('total_amount_eur', names, german));
  expect(name).toBe('Durchschnitt von Amount');
});

it.each([
  ['handbook.pdf', { page: 2, sheet: null, line: 7 }, 'page 2', 'Seite 2'],
  ['talk.pptx', { page: 3, sheet: null, line: 1 }, 'slide 3', 'Folie 3'],
  ['costs.xlsx', { page: null, sheet: 'Land', line: 1 }, 'sheet Land', 'Blatt Land'],
  ['log.txt', { page: null, sheet: null, line: 1_200 }, 'line 1,200', 'Zeile 1.200'],
] as const)('a place in %s is told in the language of the window', (name, place, inEnglish, inGerman) => {
  expect(citedText(english, { name, place })).toBe(`${name}, ${inEnglish}`);
  const told = inLocale({ language: 'de', numbers: 'de-DE' }, () => citedText(german, { name, place }));
  expect(told).toBe(`${name}, ${inGerman}`);
});
