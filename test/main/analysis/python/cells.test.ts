import { describe, expect, it } from 'vitest';
import { needs } from '../../../support/needs';
import { logsOf } from '../../../support/python';
import { RUNNERS } from '../../../support/python-runners';

describe.each(RUNNERS)('cells in $runner', ({ need, open, own }) => {
  describe('a cell', needs(...need), () => {
    const { run } = open();

    it('shows what was printed, on both streams in order, and the value of the last expression', async () => {
      const result = await run(
        'import sys\nprint("one")\nprint("two", file=sys.stderr)\nprint("three")\n{"a": [1, 2]}',
      );
      expect(logsOf(result)).toBe("one\ntwo\nthree\n{'a': [1, 2]}\n");
      expect(result).toMatchObject({ ended: 'done', error: null, files: [], fresh: true });
    });

    it.each([
      ['nothing for None', 'None', ''],
      ['nothing after a semicolon', '1 + 1;', ''],
      ['nothing for a statement', 'x = 5', ''],
      ['text as its quoted self', '"é"', "'é'\n"],
      ['what display was given', 'display(1, "b")', "1\n'b'\n"],
      ['the last value again as _', '_', "'é'\n"],
      ['what was awaited', 'import asyncio\nawait asyncio.sleep(0.01)\n"waited"', "'waited'\n"],
      ['what asyncio.run returned', 'async def f():\n  await asyncio.sleep(0.01)\n  return 7\nasyncio.run(f())', '7\n'],
      [
        'the time that sleep took',
        'import time\nt = time.time()\ntime.sleep(0.2)\n0.19 < time.time() - t < 2',
        'True\n',
      ],
      ['nothing for the notebook command about plots', '%matplotlib inline\n3', '3\n'],
      ['a clean exit as an end', 'print("bye")\nexit()', 'bye\n'],
      ['an SQLite database', 'import sqlite3\nsqlite3.connect(":memory:").execute("select 6*7").fetchone()', '(42,)\n'],
    ])('shows %s', async (_what, code, shown) => {
      const result = await run(code);
      expect(result.error).toBeNull();
      expect(logsOf(result)).toBe(shown);
    });

    it.each([
      ['escaped once too often', 'x = [1, 2]\\nfor n in x:\\n    print(n, \\"\\\\t\\")', /^1 +\t\n2 +\t\n$/],
      ['escaped, with plain quotes', 'import math\\nprint("pi", math.floor(math.pi))', 'pi 3\n'],
      ['with an escape that is meant', 'print("a\\nb")', 'a\nb\n'],
    ])('runs code that is %s', async (_what, code, shown) => {
      const result = await run(code);
      expect(result.error, logsOf(result)).toBeNull();
      if (typeof shown === 'string') expect(logsOf(result)).toBe(shown);
      else expect(logsOf(result)).toMatch(shown);
    });

    it('points at the mistake that was made where code is wrong however it is read', async () => {
      const result = await run('x = (1,\\ny = 2');
      expect(result.error?.type).toBe('SyntaxError');
      expect(logsOf(result)).toContain('x = (1,\\ny = 2');
    });

    it.each([
      ['input', 'name = input("Who? ")', 'EOFError', /Nobody can be asked for input here/],
      [
        'a page',
        'import urllib.request\nurllib.request.urlopen("https://example.com")',
        'URLError',
        /This Python has no network: [^\n]+\n$/,
      ],
    ])('says in one sentence that there is no %s', async (_what, code, type, advice) => {
      const result = await run(code);
      expect(result.error?.type).toBe(type);
      expect(logsOf(result)).toMatch(advice);
    });

    it('shows a table that has a form for notebooks alone as text, and nothing of it as markup', async () => {
      const code = `class Table:
    def _repr_html_(self):
        return "<style>td {color: red}</style><script>alert(1)</script><table><tr><th>region</th><th>n</th></tr><tr><td>West &amp; East</td><td>12</td></tr></table>"
Table()`;
      expect(logsOf(await run(code))).toBe('     region   n\nWest & East  12\n');
    });

    it('keeps a drawing in text form as a file', async () => {
      const code = `class Drawing:
    def _repr_svg_(self): return "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
Drawing()`;
      const result = await run(code, { session: 'drawing' });
      expect(result.files.map(({ name }) => name)).toEqual(['figure 1.svg']);
      expect(logsOf(result)).toBe('[figure 1.svg]\n');
    });

    it('shows the traceback from the analyst’s own line on', async () => {
      const result = await run('def share(a, b):\n    return a / b\n\nprint("before")\nshare(1, 0)');
      expect(result).toMatchObject({
        ended: 'error',
        error: { type: 'ZeroDivisionError', message: 'division by zero' },
      });
      expect(logsOf(result)).toMatch(
        /^before\nTraceback \(most recent call last\):\n {2}File "<cell \d+>", line 5, in <module>/,
      );
      expect(logsOf(result)).toContain('return a / b');
      expect(logsOf(result)).not.toContain('assay');
    });

    it('points at a mistake in the code', async () => {
      const result = await run('x = (1,\ny = 2');
      expect(result.error).toMatchObject({ type: 'SyntaxError' });
      expect(logsOf(result)).toContain('x = (1,');
    });

    it('says that notebook commands are not Python', async () => {
      expect(logsOf(await run('!pip install requests\n1'))).toContain('only Python runs here');
    });

    // What a Python of one's own lacks is its owner's to bring.
    if (!own)
      it.each([
        [
          { module: 'pandas', package: 'pandas', standard: false },
          'import pandas as pd',
          ['pandas 3.0.2', 'numpy', 'npm run python:packages -- pandas', 'Nothing was downloaded'],
        ],
        [
          { module: 'sklearn', package: 'scikit-learn', standard: false },
          'from sklearn.linear_model import Ridge',
          ['scikit-learn', 'joblib'],
        ],
        [
          { module: 'openpyxl', package: 'openpyxl', standard: false },
          'import openpyxl',
          ['openpyxl 3.1.5', 'et_xmlfile'],
        ],
        [{ module: 'tkinter', package: null, standard: true }, 'import tkinter', ['leaves out']],
        [
          { module: 'nosuchthing', package: null, standard: false },
          'import nosuchthing.inside',
          ['nosuchthing', 'cannot be downloaded by code'],
        ],
      ])('says what to do when %o is missing, and tells it as data', async (missing, code, hints) => {
        const result = await run(code);
        expect(result.error?.type).toBe('ModuleNotFoundError');
        expect(result.missing).toEqual(missing);
        for (const hint of hints) expect(logsOf(result)).toContain(hint);
      });

    it('tells what is printed while the code still runs', async () => {
      const stop = new AbortController();
      let heard = '';
      const onLogs = (text: string) => {
        heard += text;
        if (heard.includes('step 2')) stop.abort();
      };
      const code = `import time
for n in range(2): print("step", n)
try:
    print("step 2\\nno newline", end="")
    time.sleep(60)
except KeyboardInterrupt: print(".")`;
      const result = await run(code, { signal: stop.signal, onLogs });
      expect(logsOf(result)).toBe('step 0\nstep 1\nstep 2\nno newline.\n');
      expect(heard).toBe(logsOf(result));
    });

    it('keeps pictures in their place between the words', async () => {
      const code = `import base64
class Picture:
    def _repr_png_(self):
        return base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
print("before", end="")
display(Picture())
print("after")
Picture()`;
      const { outputs } = await run(code);
      expect(outputs.map((one) => (one.type === 'logs' ? one.text : one.name))).toEqual([
        'before',
        'figure 1.png',
        'after\n',
        'figure 2.png',
      ]);
      const picture = outputs[1];
      expect(picture?.type === 'image' && [...picture.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    });

    it('draws different random numbers in every session', async () => {
      const code = 'import random, uuid\n(random.random(), uuid.uuid4())';
      const [one, two] = [await run(code, { session: 'dice 1' }), await run(code, { session: 'dice 2' })];
      expect(logsOf(one)).not.toBe(logsOf(two));
    });

    it('refuses code that no one wrote', async () => {
      await expect(run(`x = "${'a'.repeat(600_000)}"`)).rejects.toMatchObject({ code: 'too_large' });
    });
  });
});
