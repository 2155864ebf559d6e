import { afterEach, expect, it } from 'vitest';
import { ENGLISH, setLocale } from '../../../src/preload/words';
import { figure } from '../../../src/preload/words/english/headline';

afterEach(() => setLocale(ENGLISH));

it('writes the days of an English headline as the reader chose', () => {
  const periods = () => [
    figure.period('2025-03-03', 'week'),
    figure.period('2025-03-01', 'day'),
    figure.period('2025-03-01T12:00:00', 'hour'),
  ];
  expect(periods()).toEqual(['week of 2025-03-03', '2025-03-01', '2025-03-01 12:00']);
  setLocale({ language: 'en', numbers: 'de-DE' });
  expect(periods()).toEqual(['week of 03.03.2025', '01.03.2025', '01.03.2025 12:00']);
});
