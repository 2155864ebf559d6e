import { describe, expect, it } from 'vitest';
import { logsOf, noPython, testPython } from '../../../support/python';

describe.skipIf(noPython)(`Python cells${noPython ? ` (${noPython})` : ''}`, () => {
  const { run } = testPython();
  it('shows what was printed and the value of the last expression', async () => {
    const result = await run('print("hello")\n1 + 1');
    console.log(result);
    expect(logsOf(result)).toBe('hello\n2\n');
    console.log(
      logsOf(await run('1/0')),
      logsOf(await run('import pandas')),
      logsOf(await run('await __import__("asyncio").sleep(0.1)\n5')),
      logsOf(await run('import asyncio\nasync def f():\n  await asyncio.sleep(.1); return 3\nasyncio.run(f())')),
      logsOf(await run('import time; time.sleep(.2); 4')),
      logsOf(await run('import js; js.fetch')),
      logsOf(await run('open("x.txt","w").write("abc")')),
      (await run('open("y.txt","w").write("abc")')).files,
    );
  });
});
