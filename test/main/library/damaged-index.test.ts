import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Library } from '../../../src/main/library';
import { openTestApp } from '../../support/app';
import { execUndefended, indexDamages } from '../../support/damage';
import { message, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

const MESSAGES = 600;
const text = (words: string) => ({ parts: [{ type: 'text' as const, text: words }] });

/** A library of one thread with many messages, closed. */
function filled(messages = MESSAGES): string {
  const folder = tempFolder();
  const library = Library.open(folder);
  library.threads.add({ id: threadId('a'), title: 'Storks by region', at: 1 });
  library.transaction(() => {
    for (let n = 0; n < messages; n += 1) library.messages.save(message(`${n}`, text(`storks nested ${n} times`)));
  });
  library.close();
  return folder;
}

function open(folder: string): Library {
  const library = Library.open(folder);
  onTestFinished(() => library.close());
  return library;
}

describe('a damaged search index of the library', () => {
  it.each(indexDamages('search'))(
    'with %s costs nothing: all is saved, and found once it is built anew',
    async (_, damage) => {
      const folder = filled();
      damage(join(folder, 'library.db'));
      const library = open(folder);
      library.threads.rename(threadId('a'), 'Herons by region');
      library.messages.save(message('new', text('a heron came')));
      library.messages.save(message('7', text('cranes nested 7 times')));
      // Damage that only some searches meet is found by one of these.
      for (const query of ['storks', 'nested', 'heron']) library.search(query, 5);
      await library.indexed(60_000);
      expect(library.search('nested', 1_000)).toHaveLength(MESSAGES);
      expect(library.search('storks', 1_000)).toHaveLength(MESSAGES - 1);
      expect(
        library
          .search('heron', 5)
          .map((hit) => hit.messageId)
          .toSorted(),
      ).toEqual([null, 'msg_new'].toSorted());
      expect(library.threads.get(threadId('a'))?.title).toBe('Herons by region');
    },
  );

  it('is built anew in the app, which answers everything else meanwhile', { timeout: 60_000 }, async () => {
    const folder = filled(20_000);
    execUndefended(join(folder, 'library.db'), 'DELETE FROM search_data');
    const app = await openTestApp(folder, { withEngine: false });
    onTestFinished(() => app.close());
    const search = app.dispatch('threads.search', { query: 'nested 19999' });
    let answered = 0;
    let over = false;
    void search.finally(() => {
      over = true;
    });
    while (!over) {
      await app.dispatch('threads.list', {});
      await new Promise((resolve) => setImmediate(resolve));
      answered += 1;
    }
    expect(await search).toMatchObject({ ok: true, value: [{ messageId: 'msg_19999' }] });
    expect(answered).toBeGreaterThan(5);
  });

  it('is built to its end at the next start when a kill came on the way', async () => {
    const folder = filled(3_000);
    execUndefended(join(folder, 'library.db'), 'DELETE FROM search_data');
    const library = open(folder);
    expect(library.search('nested', 10_000).length).toBeLessThan(3_000);
    const killed = tempFolder();
    for (const name of ['library.db', 'library.db-wal']) copyFileSync(join(folder, name), join(killed, name));
    const again = open(killed);
    await again.indexed(60_000);
    expect(again.search('nested', 10_000)).toHaveLength(3_000);
  });
});
