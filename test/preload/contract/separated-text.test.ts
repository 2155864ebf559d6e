import { expect, it } from 'vitest';
import { readRecord, recordFields } from '../../../src/preload/contract/separated-text';
import { csvPreview } from '../../../src/renderer/features/files/csv-preview';

it.each<[string, string, string[]]>([
  ['a,b', ',', ['a', 'b']],
  ['', ',', ['']],
  [',', ',', ['', '']],
  ['"a,b";c', ';', ['a,b', 'c']],
  ['"say ""hi""",x', ',', ['say "hi"', 'x']],
  ['5" pipe,1', ',', ['5" pipe', '1']],
  ['"ab"c,1', ',', ['abc', '1']],
  ['"never closed,1', ',', ['never closed,1']],
  ['"two\nlines"\tb', '\t', ['two\nlines', 'b']],
])('the fields of %j are read with %j', (text, delimiter, fields) => {
  expect(recordFields(text, delimiter)).toEqual(fields);
});

it('records are read one after the other, however their lines end', () => {
  const text = 'a,"b\r\nc"\r\nd,e\nf,g\rh';
  const records: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const { fields, next } = readRecord(text, at, ',');
    records.push(fields);
    at = next;
  }
  expect(records).toEqual([['a', 'b\r\nc'], ['d', 'e'], ['f', 'g'], ['h']]);
});

it('the beginning of a file is shown without the record that is cut off', () => {
  const table = csvPreview('\uFEFFname;n\nAnn;1\n\n"Bo; Jr";2\nCy;', false);
  expect(table).toEqual({
    columns: [
      { name: 'name', type: 'text' },
      { name: 'n', type: 'text' },
    ],
    rows: [
      ['Ann', '1'],
      ['Bo; Jr', '2'],
    ],
  });
});
