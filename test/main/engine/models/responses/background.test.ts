import { expect, it } from 'vitest';
import { aTurn } from '../../../../support/models/turns';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from './provider';

const speech = {
  reasoning: 'A long thought.',
  text: 'The answer to a long question.',
  calls: [{ name: 'f', arguments: { a: 1 } }],
};
const turn = aTurn({
  tools: [functionTool('f')],
  run: { id: 'run_1', threadId: 'thread_1', metadata: { assay_background: 'yes' } },
});

it('a long answer goes on behind the last event that came, however often the connection breaks', async () => {
  const plain = await resultOf(providerOf([speech]).provider, aTurn({ tools: [functionTool('f')] }));
  const { provider, upstream, connection, sent } = providerOf([{ ...speech, endAfterEvents: 8 }]);
  upstream.resumptions.push({ cutAfterBytes: 700 }, { endAfterEvents: 0 }, { endAfterEvents: 2 });
  const result = await resultOf(provider, turn);
  expect({ ...result, events: [], states: [] }).toEqual({ ...plain, events: [], states: [] });
  expect(sent()).toMatchObject({ background: true, store: true, stream: true });
  expect(upstream.turns).toHaveLength(1);
  expect(upstream.asked.filter(({ method }) => method === 'GET').length).toBeGreaterThan(3);
  expect([upstream.cancelled, upstream.deleted.length]).toEqual([[], 1]);
  expect(connection.ledger.rows.at(-1)?.arrival).toMatchObject({ failure: null, usage: { completionTokens: 7 } });
});

it('one that never goes on is given up, and left nowhere', async () => {
  const { provider, upstream } = providerOf([{ ...speech, endAfterEvents: 8 }]);
  upstream.standing = 'in_progress';
  upstream.resumptions.push(...Array.from({ length: 60 }, () => ({ endAfterEvents: 0 })));
  expect((await resultOf(provider, turn)).failure?.code).toBe('cut_off');
  expect([upstream.cancelled.length, upstream.deleted.length]).toEqual([1, 1]);
});

it('a cancelled run is cancelled at the server as well', async () => {
  const { provider, upstream } = providerOf([{ ...speech, stallAfterEvents: 8 }]);
  const cancel = new AbortController();
  const listening = (async () => {
    for await (const event of provider.respond(turn, cancel.signal))
      if (event.type === 'reasoning') cancel.abort(new Error('cancelled'));
  })();
  await expect(listening).rejects.toThrow('cancelled');
  expect([upstream.cancelled.length, upstream.deleted.length]).toEqual([1, 1]);
});

it('a server without it answers in the ordinary way', async () => {
  const { provider, upstream, sent } = providerOf([speech], { server: { refuses: ['background'] } });
  expect((await resultOf(provider, turn)).text).toBe(speech.text);
  expect(sent()).toMatchObject({ store: false });
  expect(upstream.deleted).toEqual([]);
});

it('an answer whose stream cannot be taken up again is asked for until it is whole', async () => {
  const plain = await resultOf(providerOf([speech]).provider, aTurn({ tools: [functionTool('f')] }));
  const { provider, upstream, connection } = providerOf([{ ...speech, endAfterEvents: 8 }]);
  upstream.hasNoResumption = true;
  upstream.standing = 'in_progress';
  const polled = () => upstream.asked.filter(({ method }) => method === 'GET').length;
  connection.wait = async () => {
    if (polled() > 4) upstream.standing = null;
  };
  const result = await resultOf(provider, turn);
  expect({ ...result, events: [], states: [] }).toEqual({ ...plain, events: [], states: [] });
  expect([polled() > 4, upstream.deleted.length]).toEqual([true, 1]);
  expect(connection.ledger.rows.at(-1)?.arrival).toMatchObject({ failure: null, usage: { completionTokens: 7 } });
});

it('one that somebody has cancelled at the server says so', async () => {
  const { provider, upstream } = providerOf([{ ...speech, endAfterEvents: 8 }]);
  upstream.standing = 'cancelled';
  const { failure } = await resultOf(provider, turn);
  expect(failure).toMatchObject({ code: 'cut_off', ending: { gone: 'cancelled' } });
});

it('one that the server does not keep any more says so', async () => {
  const { provider, upstream } = providerOf([
    () => {
      upstream.resumptions.push({});
      return {
        ...speech,
        endAfterEvents: 8,
        beforeEvent: async (index) => void (index === 7 && upstream.forgetAnswers()),
      };
    },
  ]);
  const { failure } = await resultOf(provider, turn);
  expect(failure).toMatchObject({ code: 'cut_off', ending: { gone: 'deleted' } });
});
