import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/main/services/csv';
import type { Cell } from '../../../src/preload/contract';
import { growth } from '../../support/growth';

/** The cell as the file has it, quotes and all. */
function written(cell: Cell, type: 'text' | 'decimal' = 'text'): string {
  const csv = toCsv({ columns: [{ name: 'c', type }], rows: [[cell]] });
  return csv.slice('\uFEFFc\r\n'.length, -'\r\n'.length);
}

describe('an exported table', () => {
  it('is CSV with a byte order mark, quoted where it has to be', () => {
    const columns = [
      { name: 'name', type: 'text' as const },
      { name: 'amount', type: 'decimal' as const },
    ];
    const rows = [
      ['a "quoted", text', null],
      ['two\nlines', '3'],
    ];
    expect(toCsv({ columns, rows })).toBe('\uFEFFname,amount\r\n"a ""quoted"", text",\r\n"two\nlines",3\r\n');
  });

  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['@sum', "'@sum"],
    ['+1+cmd', "'+1+cmd"],
    ['-1+cmd', "'-1+cmd"],
    [' =1', " '=1"],
    ['\u00a0\u3000=1', "\u00a0\u3000'=1"],
    ['\t=1', "\t'=1"],
    ['\n=1', '"\n\'=1"'],
    ['\r=1', '"\r\'=1"'],
    ['\ufeff=1', "\ufeff'=1"],
    ['\u200b\u202e=1', "\u200b\u202e'=1"],
    ['\u0000=1', "\u0000'=1"],
    ['x;=1', "x;'=1"],
    ['x; =1;@a', "x; '=1;'@a"],
    ['x\t=1', "x\t'=1"],
    ['x\n+a', '"x\n\'+a"'],
    ['＝1', "'＝1"],
    ['＋a', "'＋a"],
    ['－a', "'－a"],
    ['＠a', "'＠a"],
  ])('runs %j as no formula in a spreadsheet', (text, safe) => {
    expect(written(text)).toBe(safe);
  });

  it('has no formulas in its names either', () => {
    expect(toCsv({ columns: [{ name: '=1', type: 'text' }], rows: [] })).toBe("\uFEFF'=1\r\n");
  });

  it.each([
    -5,
    '-12.50',
    '+3',
    '-.5',
    '-1e-7',
    '-12345678901234567890.123456789012345678',
    '-5 %',
    '-1,234',
    'x;-5;y',
    'a = b',
    'e-mail',
    'x - y',
    'a, -b',
  ])('leaves %j as it is', (cell) => {
    expect(written(cell).replaceAll('"', '')).toBe(String(cell));
  });

  it('is written in time that grows with its cells, whatever is in them', () => {
    for (const piece of [' ', '\t', '; ', ';-1', '\u200b'])
      expect(growth(5_000, 10, (amount) => written(`${piece.repeat(amount)}x`))).toBeLessThan(60);
  });
});
