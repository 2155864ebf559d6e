import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Library } from '../../../src/main/library';
import { libraryMigrations } from '../../../src/main/library/migrations';
import { Database } from '../../../src/main/storage';
import { DatasetProfile } from '../../../src/preload/contract/datasets';
import { DatasetId } from '../../../src/preload/contract/ids';
import { tempFolder } from '../../support/temp-folder';

/** As versions that kept sentences wrote it. */
const older = {
  format: 'csv',
  encoding: 'UTF-8',
  delimiter: ';',
  records: 4,
  rows: 2,
  rejected: 2,
  rejects: [
    { line: 3, reason: '2 fields where 3 are expected.', text: '1;2' },
    { line: 5, reason: 'It is a total of the rows above.', text: 'Total;;7' },
  ],
  duplicates: 0,
  columns: [
    {
      name: 'day',
      type: 'date',
      role: 'time',
      unit: null,
      scale: 0,
      nulls: 0,
      distinct: 18_712,
      min: '2024-01-01',
      max: '2024-01-02',
      mean: null,
      top: [{ value: '2024-01-01', count: 1 }],
      odd: null,
      readAs: 'day first, 2 ways of writing dates',
      guessed: true,
    },
    {
      name: 'v',
      type: 'decimal',
      role: 'measure',
      unit: null,
      scale: 2,
      nulls: 0,
      distinct: 2,
      min: '1.00',
      max: '6.00',
      mean: 3.5,
      top: [],
      odd: { count: 1, examples: [{ record: 1, text: 'x' }] },
      readAs: null,
      guessed: false,
    },
  ],
  notes: ['1 blank line left out.'],
};

it('profiles that older versions kept as sentences are read as facts', () => {
  const folder = tempFolder();
  const before = libraryMigrations.slice(
    0,
    libraryMigrations.findIndex(({ name }) => name === 'recipes of files'),
  );
  const db = Database.open(join(folder, 'library.db'), before, join(folder, 'backups'));
  db.run(`INSERT INTO files (id, name, bytes, blob, created_at) VALUES ('fil_1', 'a.csv', 9, 'k', 1)`);
  db.run(
    `INSERT INTO datasets (id, file_id, name, table_name, bytes, status, profile, reading, created_at)
     VALUES ('ds_1', 'fil_1', 'a.csv', 'a', 9, 'ready', :profile, '{"version":1}', 1)`,
    { profile: JSON.stringify(older) },
  );
  db.close();
  const library = Library.open(folder);
  const { profile } = library.datasets.get(DatasetId.parse('ds_1')) ?? {};
  expect(library.datasets.recipe(DatasetId.parse('ds_1'))).toEqual({ version: 1 });
  library.close();
  expect(DatasetProfile.parse(profile)).toEqual({
    ...older,
    rejects: [
      { ...older.rejects[0], reason: { code: 'legacy', text: '2 fields where 3 are expected.' } },
      { ...older.rejects[1], reason: { code: 'total' } },
    ],
    columns: [
      {
        ...older.columns[0],
        distinctExact: false,
        readAs: [{ code: 'legacy', text: 'day first, 2 ways of writing dates' }],
      },
      { ...older.columns[1], distinctExact: true, readAs: [] },
    ],
    notes: [{ code: 'legacy', text: '1 blank line left out.' }],
  });
});
