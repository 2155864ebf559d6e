import { describe, expect, it } from 'vitest';
import { needs } from '../../../support/needs';
import { logsOf } from '../../../support/python';
import { ABUSES } from '../../../support/python-abuses';
import { type Attempt, ESCAPES } from '../../../support/python-attempts';
import { OWN_ABUSES, OWN_ESCAPES } from '../../../support/python-own-attempts';
import { RUNNERS } from '../../../support/python-runners';
import { oneOfEachKind, sweep } from '../../../support/sweep';

const MB = 1024 * 1024;

/** As they are made there: with what only can be tried in a program of this computer, where it is one. */
const formsFor = <A extends Attempt>(own: boolean, both: (A & { own?: Partial<A> | null })[], only: A[]): A[] => [
  ...both.flatMap(({ own: other, ...attempt }): A[] => {
    if (!own) return [attempt as unknown as A];
    return other === null ? [] : [{ ...(attempt as unknown as A), ...other }];
  }),
  ...(own ? only : []),
];

describe.each(RUNNERS)('hostile code in $runner', ({ need, open, own }) => {
  const forms = formsFor(own, ESCAPES, OWN_ESCAPES);

  describe('one attempt after another', needs(...need), () => {
    const { run } = open({ callMs: 20_000, heapBytes: 512 * MB, diskBytes: 128 * MB, diskFiles: 5_000 });

    it.each(forms)('does not reach $name', async ({ code }) => {
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
});

describe.each(RUNNERS)('abuse of $runner', ({ need, open, own }) => {
  const forms = sweep(oneOfEachKind(formsFor(own, ABUSES, OWN_ABUSES)), 3);

  describe('with one process each', needs(...need), () => {
    // What runs until it is stopped is stopped soon; what ends by itself is given time to, however busy the machine is.
    const limits = { graceMs: 200, heapBytes: 512 * MB, ...(own ? { rssBytes: 800 * MB } : {}) };
    const endless = open({ ...limits, callMs: 400, floodBytes: 4 * MB, images: 2 });
    const ending = open({ ...limits, callMs: 15_000 });

    it.each(forms)('is survived: $name', async ({ code, ended }) => {
      const { run, end } = ended.includes('timeout') ? endless : ending;
      const result = await run(code);
      expect(ended).toContain(result.ended);
      const next = await run('6 * 7');
      expect(next).toMatchObject({ ended: 'done', outputs: [{ type: 'logs', text: '42\n' }] });
      // A process that has outlived it may still feel it; one that was started anew is as good as any for the next.
      if (!next.fresh) end('main');
    });
  });
});
