import { describe, expect, it } from 'vitest';
import { needs } from '../../../support/needs';
import { logsOf, textFile } from '../../../support/python';
import { RUNNERS } from '../../../support/python-runners';

const MB = 1024 * 1024;
const namesOf = (result: { files: { name: string }[] }) => result.files.map((file) => file.name);

describe.each(RUNNERS)('files of $runner', ({ need, open }) => {
  describe('that are given or made', needs(...need), () => {
    // Sessions whose folder a test leaves empty serve another: to start one takes long.
    const { run } = open();

    it('lie in /mnt/data by name and by id, and are not given back unchanged', async () => {
      const files = [textFile('sales.csv', 'a,b\n1,2\n', 'file-abc123')];
      const result = await run('print(open("sales.csv").read(), open("/mnt/data/file-abc123").read())', { files });
      expect(logsOf(result)).toBe('a,b\n1,2\n a,b\n1,2\n\n');
      expect(result.files).toEqual([]);
    });

    it('stay what the code made of them when the same files are given again', async () => {
      const files = [textFile('sales.csv', 'a,b\n1,2\n', 'file-abc123')];
      const changed = await run('open("/mnt/data/file-abc123", "a").write("3,4\\n");', { files });
      expect(changed.files).toEqual([{ name: 'sales.csv', bytes: Buffer.from('a,b\n1,2\n3,4\n') }]);
      expect(logsOf(await run('len(open("sales.csv").readlines())', { files }))).toBe('3\n');
    });

    it('come back when the code makes them, folders and all', async () => {
      const code = `import os
os.makedirs("/mnt/data/out/deep", exist_ok=True)
open("/mnt/data/out/deep/a.txt", "w").write("A")
open("b.bin", "wb").write(bytes(range(256)))
open("/tmp/not-mine.txt", "w").write("no")
os.makedirs("__pycache__", exist_ok=True)
open("__pycache__/x.pyc", "w").write("no");`;
      const result = await run(code);
      expect(namesOf(result)).toEqual(['b.bin', 'out/deep/a.txt']);
      expect(result.files[0]?.bytes).toEqual(Buffer.from(Array.from({ length: 256 }, (_, n) => n)));
      expect((await run('1')).files).toEqual([]);
    });

    it('come back even when the code failed', async () => {
      const result = await run('open("partial.csv", "w").write("x")\n1/0');
      expect(result.ended).toBe('error');
      expect(namesOf(result)).toEqual(['partial.csv']);
    });

    it('of two with one name, both are there', async () => {
      const files = [textFile('same.txt', 'one', 'file-one'), textFile('same.txt', 'two', 'file-two')];
      const code = 'import os\n[open(n).read() for n in ("same.txt", "same (2).txt", "file-one", "file-two")]';
      expect(logsOf(await run(code, { files }))).toBe("['one', 'two', 'one', 'two']\n");
    });

    it('may be empty, or large', async () => {
      const files = [textFile('empty.txt', ''), textFile('large.bin', new Uint8Array(20 * MB).fill(7))];
      const code =
        'import os\nos.path.getsize("empty.txt"), sum(open("large.bin", "rb").read(1000)), os.path.getsize("large.bin")';
      expect(logsOf(await run(code, { files }))).toBe(`(0, 7000, ${20 * MB})\n`);
    });

    it.each([
      ['../../etc/passwd', 'passwd'],
      ['/etc/passwd', 'passwd'],
      ['..\\..\\windows\\system.ini', 'system.ini'],
      ['..', 'file'],
      ['', 'file'],
      ['a\u0000b\nc.csv', 'abc.csv'],
      ['report\u202Egpj.exe', 'reportgpj.exe'],
      [`${'x'.repeat(400)}.csv`, `${'x'.repeat(196)}.csv`],
      ['__proto__', '__proto__'],
      ['$(rm -rf).csv', '$(rm -rf).csv'],
      ['日本 данные.csv', '日本 данные.csv'],
    ])('with the name %j lie in the data folder and nowhere else', async (name, laid) => {
      // Of two that are laid under the same name, the second would be laid beside the first.
      const session = ['/etc/passwd', ''].includes(name) ? 'more names' : 'names';
      const code = `import os
print([sorted(os.listdir("/mnt/data")), sorted(os.listdir("/mnt")), os.path.exists("/etc/passwd")])
for name in os.listdir("/mnt/data"): os.remove("/mnt/data/" + name)`;
      const result = await run(code, { session, files: [textFile(name, 'x')] });
      expect(JSON.parse(logsOf(result).replaceAll("'", '"').replace('False', 'false'))).toEqual([
        [laid],
        ['data'],
        false,
      ]);
    });

    it('made with hostile names come back with harmless ones', async () => {
      const code =
        'import os\nfor n in ("a\\nb.txt", "\\u202etxt.exe", "..\\\\up.txt", " "): open("/mnt/data/" + n, "w").write("x")';
      const result = await run(code);
      expect(namesOf(result).sort()).toEqual(['ab.txt', 'file', 'txt.exe', 'up.txt']);
    });

    it('behind links are never followed, and links in the way of a file are replaced', async () => {
      const code = `import os
os.makedirs("/tmp/secret", exist_ok=True)
open("/tmp/secret/s.txt", "w").write("s")
os.symlink("/tmp/secret", "/mnt/data/folder")
os.symlink("/tmp/secret/s.txt", "/mnt/data/link.txt")
os.symlink("/mnt/data", "/mnt/data/loop")
os.symlink("/tmp/secret/s.txt", "/mnt/data/later.txt")`;
      expect((await run(code, { session: 'more names' })).files).toEqual([]);
      const next = await run('open("/tmp/secret/s.txt").read(), open("later.txt").read()', {
        session: 'more names',
        files: [textFile('later.txt', 'mine')],
      });
      expect(logsOf(next)).toBe("('s', 'mine')\n");
    });

    it('of earlier code are where that code wrote them, in a session that has them and in the next', async () => {
      const sold = textFile('sales.csv', 'before', 'file-sold');
      const first = await run(
        `import os
os.makedirs("a")
open("a/z.txt", "w").write("deep")
open("z.txt", "w").write("flat")
open("sales.csv", "w").write("after");`,
        { session: 'names', files: [sold] },
      );
      const made = first.files.map(({ name, bytes }) => ({ ...textFile(name, bytes, `file-${name[0]}`), made: true }));
      const look = `import os
sorted(os.listdir()), [open(n).read() for n in ("a/z.txt", "z.txt", "sales.csv", "file-sold", "file-a", "file-z")]`;
      for (const session of ['names', 'later']) {
        expect(logsOf(await run(look, { session, files: [sold, ...made] }))).toBe(
          "(['a', 'file-a', 'file-s', 'file-sold', 'file-z', 'sales.csv', 'z.txt'], ['deep', 'flat', 'after', 'after', 'deep', 'flat'])\n",
        );
      }
    });

    it('that are given under a name the code has taken since lie beside what the code wrote', async () => {
      await run('open("out.csv", "w").write("mine");');
      const files = [textFile('out.csv', 'yours', 'file-yours')];
      const look = '[open(n).read() for n in ("out.csv", "out (2).csv", "file-yours")]';
      expect(logsOf(await run(look, { files }))).toBe("['mine', 'yours', 'yours']\n");
    });

    it('lie under their id alone where a folder, or a file instead of one, stands in the way', async () => {
      await run('import os\nos.mkdir("folder")\nopen("flat", "w").write("f")\nkept = 1;');
      const files = [
        textFile('folder', 'one', 'file-one'),
        { ...textFile('flat/deep.txt', 'two', 'file-two'), made: true },
        { ...textFile('flat/too/deep.txt', 'four', 'file-four'), made: true },
        { ...textFile('folder', 'three', 'file-three'), made: true },
      ];
      const look =
        '[open(n).read() for n in ("file-one", "flat", "file-two", "file-four", "file-three")], os.listdir("folder"), kept';
      expect(logsOf(await run(look, { files }))).toBe("(['one', 'f', 'two', 'four', 'three'], [], 1)\n");
    });

    it('that are not as long as they were said to be are refused', async () => {
      const file = { ...textFile('short.txt', 'abc'), size: 10 };
      await expect(run('1', { session: 'refused', files: [file] })).rejects.toMatchObject({ code: 'unreadable_file' });
      expect(logsOf(await run('1', { session: 'refused' }))).toBe('1\n');
    });

    it('that cannot be read leave the next call fine', async () => {
      const broken = {
        ...textFile('broken.txt', 'abc'),
        async *read() {
          yield await Promise.reject<Uint8Array>(new Error('the disk is gone'));
        },
      };
      await expect(run('1', { session: 'refused', files: [broken] })).rejects.toThrow('the disk is gone');
      expect(logsOf(await run('1', { session: 'refused' }))).toBe('1\n');
    });
  });
});

describe.each(RUNNERS)('limits of $runner', ({ need, open, own }) => {
  describe('reached by code', needs(...need), () => {
    const limits = {
      logBytes: 10_000,
      outputFiles: 3,
      outputFileBytes: MB,
      outputBytes: 2 * MB,
      inputFiles: 2,
      inputBytes: MB,
    };
    const { run } = open({ ...limits, images: 2, heapBytes: 256 * MB, rssBytes: 600 * MB, callMs: 20_000 });

    it('cut long output and keep the traceback after it', async () => {
      const result = await run('for n in range(100_000): print(n)\n1/0');
      expect(logsOf(result).length).toBeLessThan(11_000);
      expect(logsOf(result)).toContain('The output was cut here');
      expect(logsOf(result)).toContain('ZeroDivisionError');
    });

    it('leave files out that are too many or too large, and say how many', async () => {
      const many = await run('for n in range(10): open(f"{n}.txt", "w").write("x")');
      expect(namesOf(many)).toHaveLength(3);
      expect(logsOf(many)).toContain('7 more changed files were not kept');
      const large = await run('open("large.bin", "wb").write(bytes(3_000_000));');
      expect(large.files).toEqual([]);
      expect(logsOf(large)).toContain('1 more changed files');
    });

    it('leave the oldest files of earlier code out where not all have room', async () => {
      const made = [1, 2, 3].map((n) => ({ ...textFile(`${n}.txt`, 'x', `file-${n}`), made: true }));
      const files = [textFile('given.txt', 'x', 'file-given'), ...made];
      const look = 'import os\nsorted(n for n in os.listdir() if n.endswith("txt"))';
      expect(logsOf(await run(look, { session: 'full', files }))).toBe("['3.txt', 'given.txt']\n");
      const large = { ...textFile('large.bin', new Uint8Array(2 * MB), 'file-large'), made: true };
      expect(logsOf(await run(look, { session: 'large', files: [large] }))).toBe('[]\n');
    });

    it('refuse too many or too large files before anything runs', async () => {
      const files = [1, 2, 3].map((n) => textFile(`${n}.txt`, 'x'));
      await expect(run('1', { files })).rejects.toMatchObject({ code: 'too_large' });
      const large = [textFile('large.bin', new Uint8Array(2 * MB))];
      await expect(run('1', { files: large })).rejects.toMatchObject({ code: 'too_large' });
      expect(logsOf(await run('1'))).toBe('1\n');
    });

    it('end memory where Python can still say so, and the session goes on', async () => {
      const result = await run('held = []\nwhile True: held.append(bytearray(8_000_000))', { session: 'large' });
      expect(result).toMatchObject({ ended: 'memory', error: { type: 'MemoryError' } });
      expect(await run('held = None\n1', { session: 'large' })).toMatchObject({ ended: 'done', fresh: false });
    });

    // There files are bounded apart from the heap.
    if (!own)
      it('end the process that grows beyond its heap', async () => {
        const code = 'n = 0\nwhile True:\n  n += 1\n  with open(f"/tmp/{n}", "wb") as f: f.write(bytes(8_000_000))';
        const result = await run(code, { session: 'large' });
        expect(result).toMatchObject({ ended: 'memory', error: null });
        expect(await run('1', { session: 'large' })).toMatchObject({ ended: 'done', fresh: true });
      });
  });
});
