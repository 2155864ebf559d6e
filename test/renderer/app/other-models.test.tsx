import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Message, ModelOffer, Run, RunEnding, RunWithSteps } from '../../../src/preload/contract';
import { endingWords, english } from '../../../src/preload/words';
import { answerer, connectedModel } from '../../support/connections';
import { builtInModel, FakeBridge, type RequestName } from '../../support/fake-bridge';
import { message, run, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const LUNA = connectedModel('gpt-6-luna');
const QWEN = connectedModel('qwen3:8b', { answerer: answerer('con_2/qwen3:8b') });
const done = (id: string, changes: Partial<Run> = {}): RunWithSteps => ({
  ...run(id, { status: 'completed', model: 'gpt-6-luna', answerer: LUNA.answerer, finishedAt: 3_000, ...changes }),
  steps: [],
});
const question = message('asked', { createdAt: 10 });
const answer = (id: string, runId: string, text: string): Message =>
  message(id, { role: 'assistant', runId: run(runId).id, createdAt: 20, parts: [{ type: 'text', text }] });

function openThread(
  messages: Message[],
  runs: RunWithSteps[],
  answers: Partial<Record<RequestName, (input: never) => unknown>> = {},
) {
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages, hasEarlier: false }),
    'runs.ofThread': () => runs,
    'models.list': () => [builtInModel, LUNA, QWEN],
    ...answers,
  });
  return { bridge, ...openWindow(bridge, `#/t/${threadId('a')}`) };
}

const OFFERS: ModelOffer[] = [
  { answerer: QWEN.answerer, connection: 'Ollama', name: 'qwen3:8b' },
  { answerer: builtInModel.answerer, connection: null, name: 'built-in' },
];

describe('a model that could not answer', () => {
  const failed = (ending: RunEnding) => [done('1', { status: 'failed', ending })];
  const ending = (
    code: 'authentication' | 'quota' | 'unreachable' | 'budget' | 'timeout' | 'unsupported',
  ): RunEnding => ({
    code,
    connection: 'OpenAI',
    model: 'gpt-6-luna',
    message: null,
  });

  it.each(['authentication', 'quota', 'unreachable', 'timeout'] as const)(
    'ends with one sentence for %s and one click to another',
    async (code) => {
      const { user, bridge } = openThread([question], failed(ending(code)), {
        'runs.offers': () => OFFERS,
        'runs.retry': () => run('2'),
      });
      const [first = ''] = [endingWords(english, ending(code))];
      expect((await screen.findByRole('alert')).textContent).toContain(first);
      await screen.findByRole('button', { name: 'Answer with the built-in analyst' });
      await user.click(screen.getByRole('button', { name: 'Answer with qwen3:8b, Ollama' }));
      await waitFor(() =>
        expect(bridge.inputsOf('runs.retry')).toEqual([{ threadId: threadId('a'), answerer: QWEN.answerer }]),
      );
    },
  );

  it('leads to where a key is put right, and to where a budget is raised', async () => {
    const { user, bridge } = openThread([question], failed(ending('authentication')), { 'runs.offers': () => OFFERS });
    await screen.findByRole('button', { name: 'Open Connections' });
    act(() => bridge.emit({ name: 'runs.changed', data: done('1', { status: 'failed', ending: ending('budget') }) }));
    await user.click(await screen.findByRole('button', { name: 'Open Usage' }));
    expect(await screen.findByRole('heading', { name: 'Usage' })).toBeTruthy();
  });

  it('for want of tools can be let word what the built-in analyst computes', async () => {
    const runs = [done('1', { status: 'failed', ending: ending('unsupported'), answerer: QWEN.answerer })];
    const { user, bridge } = openThread([question], runs, {
      'runs.offers': () => OFFERS,
      'runs.retry': () => run('2'),
    });
    const name = english.connection.answerWorded({ model: QWEN.name });
    await user.click(await screen.findByRole('button', { name }));
    await waitFor(() =>
      expect(bridge.inputsOf('runs.retry')).toEqual([{ threadId: threadId('a'), answerer: QWEN.answerer }]),
    );
  });

  it('is asked the same again', async () => {
    const { user, bridge } = openThread([question], failed(ending('timeout')), {
      'runs.offers': () => OFFERS,
      'runs.retry': () => run('2'),
    });
    await user.click(await screen.findByRole('button', { name: 'Run again' }));
    await waitFor(() => expect(bridge.inputsOf('runs.retry')).toEqual([{ threadId: threadId('a') }]));
  });

  it('is named above the answer of the one that answered by itself instead', async () => {
    openThread(
      [question, answer('b', '2', 'It was 42.')],
      [...failed(ending('quota')), done('2', { model: 'qwen3:8b', insteadOf: run('1').id })],
    );
    expect(await screen.findByText(/qwen3:8b answered instead\.$/)).toBeTruthy();
  });
});

describe('the same question to another model', () => {
  const BESIDE = [done('1', { createdAt: 11 }), done('2', { createdAt: 30, model: 'qwen3:8b', besideOf: run('1').id })];
  const later = message('later', { createdAt: 40 });
  const later2 = message('answer', { role: 'assistant', runId: run('3').id, createdAt: 50 });

  it('is asked from below an answer, by the keyboard', async () => {
    const { user, bridge } = openThread([question, answer('a', '1', 'It was 42.')], [done('1', { createdAt: 11 })], {
      'runs.again': () => run('2', { besideOf: run('1').id }),
    });
    (await screen.findByRole('button', { name: 'Ask again, with this or another model' })).focus();
    await user.keyboard('{Enter}');
    const list = await screen.findByRole('listbox', { name: 'Model to answer again' });
    expect(within(list).getByRole('option', { name: /gpt-6-luna/ })).toBeTruthy();
    await user.keyboard('qwen');
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.inputsOf('runs.again')).toEqual([{ runId: run('1').id, answerer: QWEN.answerer }]),
    );
  });

  it('has its answer beside the first one, with the numbers that differ marked', async () => {
    openThread(
      [question, answer('a', '1', 'West made 38.1 % of 4,318.'), later, later2, answer('b', '2', 'Of 4,318, 38.4 %.')],
      [...BESIDE, done('3', { createdAt: 41 })],
    );
    const both = within(await screen.findByRole('region', { name: '2 answers side by side' }));
    const marks = (name: string) =>
      [...both.getByRole('region', { name }).querySelectorAll('mark')].map((mark) => mark.firstChild?.textContent);
    await waitFor(() => expect(marks('Answer of gpt-6-luna')).toEqual(['38.1']));
    expect(marks('Answer of qwen3:8b')).toEqual(['38.4']);
    expect(both.getByText('Numbers that not all answers have are marked.')).toBeTruthy();
    const after = screen.getByText('Text of later');
    const beside = both.getByRole('region', { name: 'Answer of qwen3:8b' });
    expect(beside.compareDocumentPosition(after)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says when the numbers agree', async () => {
    openThread([question, answer('a', '1', 'It was 1,200.50.'), answer('b', '2', 'The sum is 1200.5.')], BESIDE);
    expect(await screen.findByText('The numbers of these answers agree.')).toBeTruthy();
  });

  it('says beside the first answer why there is no other', async () => {
    const ended: RunEnding = { code: 'unreachable', connection: 'Ollama', model: 'qwen3:8b', message: null };
    const second = done('2', {
      createdAt: 30,
      model: 'qwen3:8b',
      besideOf: run('1').id,
      status: 'failed',
      ending: ended,
    });
    openThread([question, answer('a', '1', 'It was 42.')], [done('1', { createdAt: 11 }), second]);
    const beside = within(await screen.findByRole('region', { name: 'Answer of qwen3:8b' }));
    expect(beside.getByText(endingWords(english, ended))).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
  });
});
