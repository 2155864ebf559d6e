import { expect, it } from 'vitest';
import { describeDataset } from '../../../src/main/services/data-tools/describe';
import { DescribeDataOutput } from '../../../src/preload/contract/data-tools';
import { english } from '../../../src/preload/words';
import { nonsense } from '../../support/nonsense-words';
import { column, dataset } from '../../support/rows';

const read = dataset({
  profile: {
    ...dataset().profile!,
    rejected: 3,
    rejects: [
      { line: 3, reason: { code: 'field_count', fields: 1, expected: 2 }, text: 'a' },
      { line: 7, reason: { code: 'field_count', fields: 1, expected: 2 }, text: 'b' },
      { line: 9, reason: { code: 'total' }, text: 'Total,9' },
    ],
    columns: [{ ...column, readAs: [{ code: 'day_first' }, { code: 'converted_to_utc' }] }],
    notes: [{ code: 'blank_lines', count: 2 }],
  },
});

it('models are told facts as codes, and beside them in words', () => {
  expect(describeDataset(read, 'sales', english)).toMatchObject({
    rejectedLines: [3, 7, 9],
    rejectReasons: [
      { reason: { code: 'field_count', fields: 1, expected: 2 }, lines: [3, 7] },
      { reason: { code: 'total' }, lines: [9] },
    ],
    notes: [{ code: 'blank_lines', count: 2 }],
    words: [
      '2 blank lines left out.',
      '3, 7: 1 field where 2 are expected.',
      '9: It is a total of the rows above.',
      'region: day first, times converted to UTC',
    ],
  });
});

it('other words change nothing of what models are told but the words', () => {
  const [told, nonsensical] = [english, nonsense].map((words) => describeDataset(read, 'sales', words));
  expect({ ...nonsensical, words: told?.words }).toEqual(told);
  expect(nonsensical?.words).not.toEqual(told?.words);
});

it('descriptions in the sentences of earlier versions are still understood', () => {
  const described = { ...describeDataset(read, 'sales', english), notes: ['2 blank lines left out.'] };
  const columns = [
    { ...column, readAs: 'day first' },
    { ...column, readAs: null, distinctExact: undefined },
  ];
  const { datasets } = DescribeDataOutput.parse({ datasets: [{ ...described, columns, words: undefined }] });
  expect(datasets[0]).toMatchObject({
    notes: [{ code: 'legacy', text: '2 blank lines left out.' }],
    columns: [{ readAs: [{ code: 'legacy', text: 'day first' }] }, { readAs: [], distinctExact: true }],
    words: [],
  });
});
