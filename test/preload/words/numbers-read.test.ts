import { afterEach, describe, expect, it } from 'vitest';
import type { NumberLocale } from '../../../src/preload/contract';
import { ENGLISH, numberRead, numberText, numberTyped, setLocale } from '../../../src/preload/words';

afterEach(() => setLocale(ENGLISH));

const write = (numbers: NumberLocale) => setLocale({ language: 'de', numbers });

describe('a number that is written', () => {
  it.each([
    ['de-DE', '0,50', '0.50'],
    ['de-DE', '1.234', '1234'],
    ['de-DE', '−1.234.567,8', '-1234567.8'],
    ['de-DE', ',5', '0.5'],
    ['de-DE', '12345678901234567890,5', '12345678901234567890.5'],
    ['de-AT', '1 234,5', '1234.5'],
    ['de-CH', "1'234.5", '1234.5'],
    ['en-US', '1,234.5', '1234.5'],
    ['en-GB', '0.50', '0.50'],
  ] as const)('%s: %s is %s', (numbers, text, digits) => {
    write(numbers);
    expect(numberRead(text)).toBe(digits);
  });

  it.each([
    ['de-DE', '0.50'],
    ['de-DE', '1,234.5'],
    ['de-DE', '1.234 567'],
    ['de-CH', '1,5'],
    ['en-US', '0,50'],
    ['en-US', '1,5'],
    ['en-US', '12,34,567'],
    ['en-US', '1.'],
    ['en-US', '-'],
    ['en-US', ''],
    ['en-US', '1e5'],
  ] as const)('%s: %s is not surely one', (numbers, text) => {
    write(numbers);
    expect(numberRead(text)).toBeNull();
  });

  it.each(['en-US', 'en-GB', 'de-DE', 'de-AT', 'de-CH'] as const)('is read as it is shown and typed: %s', (numbers) => {
    write(numbers);
    expect([numberRead(numberText(-1234567.5)), numberRead(numberTyped(0.000_000_1))]).toEqual([
      '-1234567.5',
      '0.0000001',
    ]);
  });
});
