import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexDamages } from '../../../support/damage';
import { openEngine } from '../../../support/engine';
import { documents } from '../../../support/engine-files';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';

const text = Array.from({ length: 120 }, (_, n) => `Enclosure ${n} of the zoo holds animal${n} and llamas.`).join(
  '\n\n',
);

interface Zoo {
  folder: string;
  storeId: string;
  fileIds: string[];
}
let zoo: Promise<Zoo> | null = null;

/** What an engine left that has read two documents. */
async function leaveZoo(): Promise<Zoo> {
  const folder = tempFolderForAll();
  const { client, engine } = await openEngine({ folder });
  const { storeId, fileIds } = await documents(client, {
    'zoo.md': text,
    'farm.md': 'There are three alpacas on the farm.',
  });
  await engine.close();
  return { folder, storeId, fileIds };
}

describe('a damaged index of passages', () => {
  it.each(indexDamages('passage_index'))(
    'with %s costs nothing: documents are found, added and removed as before',
    { timeout: 60_000 },
    async (_, damage) => {
      zoo ??= leaveZoo();
      const { folder: undamaged, storeId, fileIds } = await zoo;
      const folder = tempFolder();
      cpSync(undamaged, folder, { recursive: true });
      damage(join(folder, 'engine.db'));
      const { client } = await openEngine({ folder });
      const namesFor = async (query: string, store = storeId) =>
        (await client.vectorStores.search(store, { query })).data.map(({ filename }) => filename);
      expect(await namesFor('three alpacas on the farm')).toContain('farm.md');
      expect((await namesFor('animal77'))[0]).toBe('zoo.md');
      const added = await documents(client, { 'sea.md': 'There are seven walruses in the sea.' });
      expect(await namesFor('walruses', added.storeId)).toEqual(['sea.md']);
      await client.vectorStores.files.delete(fileIds[1] ?? '', { vector_store_id: storeId });
      expect(await namesFor('three alpacas on the farm')).not.toContain('farm.md');
    },
  );
});
