import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AnswerFact } from '../../../src/preload/contract';
import { RunId } from '../../../src/preload/contract/ids';
import type { Query } from '../../../src/preload/contract/query';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { factsIn, message, runWith, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const queryOf = (field: string): Query => ({
  from: { table: 'goods' },
  compute: [{ measure: 'mean', of: field, as: field }],
});
const [unit, list] = [queryOf('unit_price'), queryOf('list_price')];
const fact: AnswerFact = {
  code: 'which_reading',
  readings: [
    { query: unit, text: 'the one' },
    { query: list, text: 'the other' },
  ],
};

function opened(asks: (input: unknown) => unknown, said: AnswerFact = fact) {
  const asked: unknown[] = [];
  const answer = message('a', { role: 'assistant', runId: RunId.parse('run_1'), ...factsIn('', [':', said]) });
  const bridge = new FakeBridge({
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('q'), answer], hasEarlier: false }),
    'runs.ofThread': () => [runWith([])],
    'datasets.ofThread': () => [],
    'queries.read': ({ query }: { query: Query }) => ({
      query,
      parts: (query.compute ?? []).map((value, at) => ({ kind: 'measure' as const, slot: `compute.${at}`, value })),
      names: {
        fields: {
          unit_price: { title: 'Unit Price', type: 'decimal' },
          list_price: { title: 'List Price', type: 'decimal' },
        },
        outputs: {},
        measures: {},
        conditions: {},
        tables: {},
        entity: null,
      },
      problems: [],
    }),
    'queries.ask': (input) => {
      asked.push(input);
      return asks(input) as never;
    },
  });
  return { asked, ...openWindow(bridge, '#/t/thread_a') };
}

it('computes the reading that is chosen, as it stands', async () => {
  const { asked, user } = opened(() => ({ thread: thread('a'), message: message('b'), callId: 'call_1' }));
  expect(await screen.findByText('Which of these do you mean?')).toBeTruthy();
  await screen.findByRole('button', { name: /unit price/i });
  await user.click(await screen.findByRole('button', { name: /list price/i }));
  await waitFor(() => expect(asked).toEqual([{ threadId: thread('a').id, datasetIds: [], query: list }]));
});

it('computes what is near to a question, and says which words that leaves out', async () => {
  const near: AnswerFact = { code: 'near_readings', readings: [{ query: list, text: 'the other', without: ['moon'] }] };
  const { asked, user } = opened(() => ({ thread: thread('a'), message: message('b'), callId: 'call_1' }), near);
  expect(await screen.findByText('What can be computed instead:')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: /list price \(leaves out “moon”\)/i }));
  await waitFor(() => expect(asked).toEqual([{ threadId: thread('a').id, datasetIds: [], query: list }]));
});

it('says why, where it cannot be computed, and leaves the others', async () => {
  const { user } = opened(() => {
    throw new AppError('not_found', 'There is no data in this thread.');
  });
  await user.click(await screen.findByRole('button', { name: /unit price/i }));
  expect(await screen.findByText(/There is no data in this thread/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /list price/i }).getAttribute('disabled')).toBeNull();
});
