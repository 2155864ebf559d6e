import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Library, libraryMigrations } from '../../../src/main/library';
import { salvage } from '../../../src/main/storage';
import { damagePage, execUndefended, leafPages, overwritePages } from '../../support/damage';
import { message, run, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

const MESSAGES = 3_000;

function filled(): string {
  const folder = tempFolder();
  const library = Library.open(folder);
  library.threads.add({ id: threadId('a'), title: 'Storks by region', at: 1 });
  library.runs.save(run('1'));
  library.notes.setValue('assistant', 'asst_1');
  library.transaction(() => {
    for (let n = 0; n < MESSAGES; n += 1)
      library.messages.save(message(`${n}`, { parts: [{ type: 'text', text: `storks nested ${n} times` }] }));
  });
  library.close();
  return join(folder, 'library.db');
}

async function salvaged(path: string): Promise<{ library: Library; rows: number }> {
  const folder = tempFolder();
  const rows = await salvage(path, join(folder, 'library.db'), libraryMigrations);
  const library = Library.open(folder);
  onTestFinished(() => library.close());
  return { library, rows };
}

const kept = (library: Library) => library.messages.page(threadId('a'), { limit: MESSAGES }).length;

it('all rows of a sound database are copied, and can be searched again', async () => {
  const { library, rows } = await salvaged(filled());
  await library.indexed(60_000);
  expect([kept(library), library.search('nested', 5_000).length, rows]).toEqual([
    MESSAGES,
    MESSAGES,
    expect.any(Number),
  ]);
  expect(library.database.integrity()).toBe('ok');
});

it('around pages that cannot be read, all other rows are kept, in their order', async () => {
  const path = filled();
  const pages = leafPages(path, 'messages');
  expect(pages.length).toBeGreaterThan(50);
  overwritePages(path, [pages[10]!, pages[11]!, pages[40]!]);
  const { library } = await salvaged(path);
  const numbers = library.messages
    .page(threadId('a'), { limit: MESSAGES })
    .map(({ id }) => Number(id.replace('msg_', '')));
  expect(numbers.length).toBeGreaterThan(MESSAGES * 0.9);
  expect(numbers.length).toBeLessThan(MESSAGES);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(library.database.integrity()).toBe('ok');
  await library.indexed(60_000);
  expect(library.search('nested', 5_000)).toHaveLength(numbers.length);
});

it('a table that is out of reach as a whole costs itself alone', async () => {
  const path = filled();
  damagePage(path, 'messages', 0, 4_096);
  const { library } = await salvaged(path);
  expect(kept(library)).toBe(0);
  expect(library.threads.get(threadId('a'))).toMatchObject({ title: 'Storks by region' });
  expect(library.notes.getValue('assistant')).toBe('asst_1');
});

it('a damaged index of rows costs no row', async () => {
  const path = filled();
  damagePage(path, 'messages_of_thread');
  expect(kept((await salvaged(path)).library)).toBe(MESSAGES);
});

it('a database of an older version becomes one of today', async () => {
  const path = filled();
  execUndefended(path, 'DROP TABLE search_queue; PRAGMA user_version = 6');
  expect(kept((await salvaged(path)).library)).toBe(MESSAGES);
});
