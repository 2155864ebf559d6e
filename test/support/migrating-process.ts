import { Database } from '../../src/main/storage';

/** The entry of a process for tests: opens the database it is given, with these migrations, and says when each is begun. */
const [path = '', backups = ''] = process.argv.slice(2);

/** Long enough to be killed in, in several writes of one step. */
const ROWS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)';

export const migrations = [
  { name: 'first', sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT' },
  {
    name: 'second',
    sql: `ALTER TABLE note ADD COLUMN at INTEGER;
      CREATE TABLE copy (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
      INSERT INTO copy ${ROWS} SELECT i, hex(randomblob(200)) FROM n;
      UPDATE note SET at = (SELECT count(*) FROM copy);
      CREATE TABLE finished (yes INTEGER) STRICT`,
  },
];

if (path !== '') {
  process.stdout.write('begun\n');
  Database.open(path, migrations, backups).close();
  process.stdout.write('done\n');
}
