import { describe, expect, it } from 'vitest';
import type { ProfileNote, ReadAs, RejectReason } from '../../../src/preload/contract';
import { english, noteWords, readAsWords, rejectWords } from '../../../src/preload/words';

describe('what a profile notes, in words', () => {
  it.each<[ProfileNote, string]>([
    [{ code: 'blank_lines', count: 1 }, '1 blank line left out.'],
    [{ code: 'lines_above_header', count: 2 }, '2 lines above the header are not data.'],
    [{ code: 'encoding', encoding: 'UTF-16 LE', guessed: false }, 'The text is UTF-16 LE.'],
    [
      { code: 'encoding', encoding: 'Windows-1252', guessed: true },
      'The text is not UTF-8; it was read as Windows-1252 (Latin-1).',
    ],
    [
      { code: 'short_lines', count: 1_400 },
      '1,400 lines have fewer fields than the header; the missing ones were read as empty.',
    ],
    [{ code: 'read_as_empty', column: 'v', words: ['n/a', '-'] }, '"n/a", "-" in v was read as empty.'],
    [{ code: 'header_repeated', count: 1 }, '1 line repeats the header: it counts as rejected and is in no row.'],
    [
      {
        code: 'spelling_variants',
        column: 'name',
        differ: 'case',
        kinds: 1,
        rows: 3,
        examples: [
          [
            { value: 'Ann', count: 2 },
            { value: 'ann', count: 1 },
          ],
        ],
      },
      'name has 1 value written in several ways that differ only in upper and lower case, in 3 rows; they count as different: "Ann" (2), "ann" (1).',
    ],
    [
      { code: 'nested_json', paths: [{ path: 'lines', kind: 'list', records: 4, inside: ['lines[].sku'] }], more: 2 },
      'Inside the records are lists or objects, which stay text and cannot be asked about: lines (list, lines[].sku) and 2 more.',
    ],
    [
      { code: 'sheets_not_read', reason: 'beyond_limit', names: ['A', 'B'], limit: 20 },
      'The sheets "A" and "B" were not read: 20 sheets are read at most. Drop them in a workbook of their own.',
    ],
    [
      { code: 'sheets_not_read', reason: 'empty', names: ['A', 'B', 'C', 'D', 'E', 'F'], limit: 20 },
      '"A", "B", "C", "D", "E" and 1 more sheet are empty.',
    ],
    [
      { code: 'cell_errors', count: 1, example: { error: '#N/A', cell: 'B2' } },
      '1 cell shows an error, such as #N/A in B2, and was read as empty.',
    ],
  ])('%j', (note, text) => {
    expect(noteWords(english, note)).toBe(text);
  });
});

describe('why a line is in no row, in words', () => {
  it.each<[RejectReason, string]>([
    [{ code: 'field_count', fields: 1, expected: 3 }, '1 field where 3 are expected.'],
    [{ code: 'unclosed_quote' }, 'The line has a quote that is never closed.'],
    [{ code: 'total' }, 'It is a total of the rows above.'],
    [{ code: 'no_json', unit: 'record' }, 'The record is no valid JSON.'],
  ])('%j', (reason, text) => {
    expect(rejectWords(english, reason)).toBe(text);
  });
});

it('how a column was read is listed in a few words', () => {
  const readAs: ReadAs[] = [
    { code: 'decimal_comma' },
    { code: 'thousands_separator', mark: '.' },
    { code: 'currency_removed', currency: 'EUR' },
  ];
  expect(readAsWords(english, readAs)).toBe('decimal comma, "." between thousands, EUR sign taken off');
});
