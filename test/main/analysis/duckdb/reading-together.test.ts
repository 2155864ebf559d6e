import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { needs, WHOLE } from '../../../support/needs';
import { tempFolder } from '../../../support/temp-folder';

const data = dataEngine({ own: true });
const LINE = `some text of a row that is repeated,${'x'.repeat(160)}\n`;

function file(name: string, bytes: number): { path: string; name: string; folder: string } {
  const folder = tempFolder();
  const path = join(folder, name);
  writeFileSync(path, `note,more\n${LINE.repeat(Math.ceil(bytes / LINE.length))}`);
  return { path, name, folder: join(folder, 'own') };
}

it('large files are read one after the other, and a small one beside them', needs(WHOLE), async () => {
  const events: string[] = [];
  const read = (name: string, bytes: number) =>
    data
      .engine()
      .read(file(name, bytes), { onProgress: () => void events.push(name) })
      .then(() => void events.push(`${name} done`));
  await Promise.all([read('first', 40_000_000), read('second', 40_000_000), read('small', 1_000)]);
  const at = (event: string) => events.indexOf(event);
  expect(at('second')).toBeGreaterThan(at('first done'));
  expect(at('small done')).toBeLessThan(at('first done'));
});

it('a file that waits for its turn can be given up', async () => {
  const stop = new AbortController();
  const first = data.engine().read(file('first', 40_000_000));
  const second = data.engine().read(file('second', 40_000_000), { signal: stop.signal });
  stop.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect((await first).profile.rejected).toBe(0);
});
