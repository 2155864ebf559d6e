import { describe, expect, it } from 'vitest';
import { needs } from '../../../support/needs';
import { DENO, logsOf, testPython } from '../../../support/python';
import { ABUSES, ESCAPES } from '../../../support/python-attempts';

const MB = 1024 * 1024;

describe('hostile Python', needs(DENO), () => {
  const { run } = testPython({ callMs: 20_000, heapBytes: 512 * MB, diskBytes: 128 * MB, diskFiles: 5_000 });

  it.each(ESCAPES)('does not reach $name', async ({ code }) => {
    const result = await run(code);
    expect(logsOf(result)).not.toContain('REACHED');
    expect(logsOf(result)).toContain('contained');
    expect(await run('6 * 7')).toMatchObject({
      ended: 'done',
      fresh: false,
      outputs: [{ type: 'logs', text: '42\n' }],
    });
  });
});

describe('abusive Python', needs(DENO), () => {
  // What runs until it is stopped is stopped soon; what ends by itself is given time to, however busy the machine is.
  const endless = testPython({ callMs: 1_000, graceMs: 200, heapBytes: 512 * MB });
  const ending = testPython({ callMs: 15_000, graceMs: 200, heapBytes: 512 * MB });

  it.each(ABUSES)('is survived: $name', async ({ code, ended }) => {
    const { run, runner } = ended.includes('timeout') ? endless : ending;
    const result = await run(code);
    expect(ended).toContain(result.ended);
    const next = await run('6 * 7');
    expect(next).toMatchObject({ ended: 'done', outputs: [{ type: 'logs', text: '42\n' }] });
    // A process that has outlived it may still feel it; one that was started anew is as good as any for the next.
    if (!next.fresh) runner().end('main');
  });
});
