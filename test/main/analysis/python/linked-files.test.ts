import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeFile } from '../../../../src/main/analysis/python';
import { needs } from '../../../support/needs';
import { logsOf } from '../../../support/python';
import { RUNNERS } from '../../../support/python-runners';
import { tempFolder } from '../../../support/temp-folder';

const LINES = 200_000;
const TEXT = Array.from({ length: LINES }, (_, n) => `${n},row ${n}\n`).join('');

/** A file that nobody may read but by its path. */
function fileOnDisk(name: string, content: string, fileId: string): CodeFile & { path: string } {
  const path = join(tempFolder(), 'blob');
  writeFileSync(path, content);
  const read = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.reject(new Error('it was copied'));
  };
  return { name, size: Buffer.byteLength(content), fileId, path, read };
}

describe.each(RUNNERS)('large files in $runner', ({ need, open }) => {
  describe('on this computer', needs(...need), () => {
    // Together they are larger than what may be copied.
    const { run } = open({ linkedFrom: 1_000_000, inputBytes: 2_000_000 });

    it('are read where they lie, by name and by id, from any place on', async () => {
      const files = [fileOnDisk('big.csv', TEXT, 'file-big'), fileOnDisk('Other big.csv', TEXT, 'file-other')];
      const code = `import os
with open("/mnt/data/big.csv") as file:
    print(sum(1 for _ in file))
with open("file-other", "rb") as file:
    file.seek(-7, os.SEEK_END)
    print(file.read(), file.read(), os.path.getsize("Other big.csv"))
    file.seek(100_000)
    print(file.read(10))`;
      const result = await run(code, { files, session: 'read' });
      const tail = TEXT.slice(-7).replace('\n', '\\n');
      expect(logsOf(result)).toBe(
        `${LINES}\nb'${tail}' b'' ${TEXT.length}\nb'${TEXT.slice(100_000, 100_010).replace('\n', '\\n')}'\n`,
      );
      expect(result.files).toEqual([]);
      expect(logsOf(await run('len(open("big.csv").read())', { files, session: 'read' }))).toBe(`${TEXT.length}\n`);
    });

    it('come into a session that is under way', async () => {
      await run('x = 1', { session: 'late' });
      const files = [fileOnDisk('late.csv', TEXT, 'file-late')];
      expect(logsOf(await run('len(open("late.csv").read()), x', { files, session: 'late' }))).toBe(
        `(${TEXT.length}, 1)\n`,
      );
    });

    it.each([
      'open("mine.csv", "w").write("x")',
      'open("/mnt/data/mine.csv", "r+").write("x")',
      'import os\nos.truncate("mine.csv", 0)',
    ])('are not changed by %j, which is told what to do', async (code) => {
      const file = fileOnDisk('mine.csv', TEXT, 'file-mine');
      const result = await run(code, { files: [file], session: 'mine' });
      expect(result.error?.type).toBe('OSError');
      expect(logsOf(result)).toContain('cannot be changed: write what is to be kept under another name.\n');
      expect(readFileSync(file.path, 'utf8') === TEXT).toBe(true);
      expect(logsOf(await run('len(open("mine.csv").read())', { files: [file], session: 'mine' }))).toBe(
        `${TEXT.length}\n`,
      );
    });

    it('stay on this computer when code removes them, and what it writes in their place is its own', async () => {
      const file = fileOnDisk('gone.csv', TEXT, 'file-gone');
      const code = 'import os\nos.remove("gone.csv")\nopen("gone.csv", "w").write("mine\\n");';
      const result = await run(code, { files: [file], session: 'gone' });
      expect(result.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
        ['gone.csv', 'mine\n'],
      ]);
      expect(readFileSync(file.path, 'utf8') === TEXT).toBe(true);
    });

    it('that are gone are named as such', async () => {
      const file = fileOnDisk('lost.csv', TEXT, 'file-lost');
      rmSync(file.path);
      await expect(run('1', { files: [file], session: 'lost' })).rejects.toMatchObject({ code: 'unreadable_file' });
    });

    it('show nothing else of the folder that they lie in', async () => {
      const file = fileOnDisk('alone.csv', TEXT, 'file-alone');
      writeFileSync(join(file.path, '..', 'secret.txt'), 'secret');
      const code = `import os
where = os.path.dirname(os.path.realpath("alone.csv"))
print(os.listdir(where))
for attempt in (lambda: open(where + "/../secret.txt").read(), lambda: open(where + "/mine", "w"), lambda: os.remove(os.path.realpath("alone.csv")), lambda: os.link(where + "/1", "/mnt/data/hard")):
    try: attempt(); print("done")
    except OSError: print("refused")`;
      const { outputs } = await run(code, { files: [file], session: 'alone' });
      const [logs] = outputs;
      expect(logs?.type === 'logs' && logs.text).toMatch(/^\['1'\]\n/);
      expect(readFileSync(file.path, 'utf8') === TEXT).toBe(true);
      expect(logs?.type === 'logs' && logs.text).toMatch(/\nrefused\n/);
    });
  });
});
