import { afterEach, expect, it } from 'vitest';
import type { NumberLocale, QueryColumn } from '../../../src/preload/contract';
import { ENGLISH, english, setLocale } from '../../../src/preload/words';
import { figureText, formatBytes, formatCell, formatDuration, formatMoney } from '../../../src/renderer/ui';
import { formatShort, formatTick, formatValue } from '../../../src/renderer/ui/chart/format';
import { formatTime } from '../../../src/renderer/ui/chart/time-axis';
import { tabbed } from '../../../src/renderer/ui/clipboard-table';

afterEach(() => setLocale(ENGLISH));

const german = (numbers: NumberLocale = 'de-DE') => setLocale({ language: 'de', numbers });
const EUR = { style: 'currency', currency: 'EUR', decimals: 2 } as const;
const amount: QueryColumn = {
  name: 'amount',
  role: 'measure',
  type: 'decimal',
  unit: { kind: 'currency', code: 'EUR' },
  decimals: 2,
};

it('writes the figures of tables as the reader has them, with every digit of the data', () => {
  german();
  expect(formatCell('12345678901234567890.50', 'decimal')).toBe('12.345.678.901.234.567.890,50');
  expect(formatCell('-1234', 'integer')).toBe('−1.234');
  expect(formatCell(0.5, 'float')).toBe('0,5');
  expect(formatCell('2025-03-01', 'date')).toBe('01.03.2025');
  expect(formatCell('2025-03-01T12:30:00', 'timestamp')).toBe('01.03.2025 12:30:00');
  expect(formatCell(true, 'boolean')).toBe('ja');
  expect(figureText(amount, '-1234.5', english)).toBe('−1.234,50\u00a0€');
  expect(formatBytes(1_234_567)).toBe('1,2 MB');
  expect(formatDuration(1_234)).toBe('1,2 s');
  expect(formatMoney(0.00002)).toBe('< 0,0001\u00a0$');
});

it('puts the sign of a currency where the region has it', () => {
  const texts = (['en-US', 'de-DE', 'de-AT', 'de-CH'] as const).map((numbers) => {
    setLocale({ language: 'de', numbers });
    return formatValue(1234.5, EUR).replaceAll(/\s/g, ' ').replace("'", '’');
  });
  expect(texts).toEqual(['€ 1,234.50', '1.234,50 €', '€ 1 234,50', '€ 1’234.50']);
});

it('writes the axes and labels of charts in the language of the window', () => {
  german();
  expect(formatTick(1_250_000, { style: 'number' }, 250_000)).toBe('1,25\u00a0Mio.');
  expect(formatShort(412_000, EUR)).toBe('412\u00a0Tsd.');
  expect(formatValue(0.125, { style: 'percent' })).toBe('12,5 %');
  expect(formatTime(Date.UTC(2025, 2, 3), 'month')).toBe('Mär 2025');
  expect(formatTime(Date.UTC(2025, 2, 3), 'week')).toBe('Woche ab 3. Mär 2025');
});

it('copies days and numbers as the data has them, whatever they look like', () => {
  german();
  const column = (type: 'date' | 'decimal', format: string | null) => ({
    title: type,
    type,
    format,
    text: (cell: string | number | boolean | null) => formatCell(cell, type),
  });
  const columns = [column('date', null), column('decimal', '#,##0.00')];
  expect(tabbed({ columns, rows: [['2025-03-01', '1234.50']], titles: false })).toBe('2025-03-01\t1234.50');
});
