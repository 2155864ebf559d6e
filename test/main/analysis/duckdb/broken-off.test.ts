import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { needs, WHOLE } from '../../../support/needs';
import { tempFolder } from '../../../support/temp-folder';

const data = dataEngine({ own: true });

function file(rows: number): { path: string; folder: string; name: string } {
  const place = tempFolder();
  const path = join(place, 'a.csv');
  const text = Array.from({ length: rows }, (_, n) => `${n},${n * 7},text ${n % 1_000},${n / 4}`).join('\n');
  writeFileSync(path, `a,b,c,d\n${text}\n`);
  return { path, folder: join(place, 'own'), name: 'a.csv' };
}

it('a process killed while it writes the columnar copy leaves nothing of it', needs(WHOLE), async () => {
  const source = file(400_000);
  const reading = data.engine().read(source);
  const ended = reading.then(
    () => null,
    (error: unknown) => error,
  );
  await expect.poll(() => existsSync(join(source.folder, 'data.parquet.partial')), { interval: 1 }).toBe(true);
  process.kill(data.engine().processes.intake ?? 0, 'SIGKILL');
  expect(await ended).toMatchObject({ code: 'internal' });
  expect(readdirSync(source.folder)).toEqual([]);
  const { profile } = await data.engine().read(source);
  expect(profile.rows).toBe(400_000);
});

it('what an app that was killed has left of a reading is not used by the next', async () => {
  const source = file(3);
  const { profile } = await data.engine().read(source);
  const torn = ['data.parquet', 'data.parquet.partial', 'copy.csv', 'copy.csv.partial', 'text.partial'];
  for (const name of torn) writeFileSync(join(source.folder, name), 'PAR1 torn');
  const { profile: again, recipe } = await data.engine().read(source);
  expect(again).toEqual(profile);
  expect(readdirSync(source.folder).sort()).toEqual(['data.parquet', 'seals.json']);
  const sources = [{ ...source, table: 'data', recipe }];
  const { table } = await data
    .engine()
    .query({ sources, sql: 'SELECT max(b) FROM data', maxRows: 9, timeoutMs: 9_000 });
  expect(table.rows).toEqual([[14]]);
});
