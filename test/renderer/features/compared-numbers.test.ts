import { afterEach, expect, it } from 'vitest';
import { ENGLISH, setLocale } from '../../../src/preload/words';
import { comparedNumbers } from '../../../src/renderer/features/query/compared-numbers';

afterEach(() => setLocale(ENGLISH));

it('a comparison in a menu is taken with the numbers as the reader writes them', () => {
  const texts = ['> 1,5', '1.234', '-5 - 10', '1.000,5 bis 2.000', '≥ 0.5', '1.5 to 2', 'Nord', ''];
  expect(texts.map(comparedNumbers)).toEqual(['', '1.234', '-5 to 10', '', '≥ 0.5', '1.5 to 2', '', '']);
  setLocale({ language: 'de', numbers: 'de-DE' });
  expect(texts.map(comparedNumbers)).toEqual(['> 1.5', '1234', '-5 to 10', '1000.5 to 2000', '', '', '', '']);
});
