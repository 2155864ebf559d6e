import { describe, expect, it } from 'vitest';
import { chatWith, cost, delta, END, stream } from '../../../../support/models/chats';
import { within } from '../../../../support/models/turns';

describe('calls without end', () => {
  const babble = Array.from({ length: 40 }, (_, index) =>
    delta({
      tool_calls: [{ index, id: `c${index}`, function: { name: 'weather', arguments: `{"city":"${index}"}` } }],
    }),
  );
  /** It never says that it has finished. */
  const endless = stream(...babble);

  it('are not read on in a run of the app: those so far are made', async () => {
    const { calls, done, failure } = await chatWith([endless]).ask({ run: within('results') });
    expect(failure).toBeNull();
    expect(calls).toHaveLength(16);
    expect(calls.at(-1)).toEqual({ name: 'weather', arguments: '{"city":"15"}' });
    expect(done).toMatchObject({ reason: 'calls', usage: { estimated: true } });
  });

  it('are a script’s own affair', async () => {
    const { calls } = await chatWith([stream(...babble, delta({}, 'tool_calls'), cost(), END)]).ask();
    expect(calls).toHaveLength(40);
  });
});
