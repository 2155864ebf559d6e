import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AnswerVersion, ComparableAnswer, ComparedAnswer, StepPair } from '../../../src/preload/contract';
import { CallId, RunId } from '../../../src/preload/contract/ids';
import { english, german } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { message, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const words = english.ui.comparisons;

const answer = (id: string, changes: Partial<ComparableAnswer> = {}): ComparableAnswer => ({
  ...{ runId: RunId.parse(`run_${id}`), callId: null, threadId: threadId('a'), thread: 'Sales' },
  ...{ question: `Question ${id}`, model: id, status: 'completed', version: 1, at: 1 },
  ...changes,
});

const usage = { promptTokens: 900, completionTokens: 100, cachedTokens: 0, reasoningTokens: 0, estimated: false };
const compared = (known: ComparableAnswer): ComparedAnswer => ({
  ...known,
  message: known.status === 'completed' ? message(known.runId, { role: 'assistant' }) : null,
  ...{
    ending: known.status === 'failed' ? { code: 'cancelled' } : null,
    usage,
    cost: { money: 0.5, unpriced: 0 },
    ms: 1_200,
  },
});

const step = (id: string, text: string): NonNullable<StepPair['before']> => ({
  ...{ callId: CallId.parse(`call_${id}`), code: { language: 'sql', text }, query: null, chartId: null },
});

function openComparison(answers: ComparableAnswer[], steps: StepPair[] = [], shown?: typeof german) {
  const find = ({ runId }: AnswerVersion) => compared(answers.find((known) => known.runId === runId)!);
  const bridge = new FakeBridge({
    'comparisons.answers': () => answers,
    'comparisons.answersBeside': ({ before, after }: { before: AnswerVersion; after: AnswerVersion }) => ({
      ...{ before: find(before), after: find(after), steps },
    }),
  });
  return { bridge, ...openWindow(bridge, `#/compare/${threadId('a')}`, shown) };
}

const factRow = async (name: string) => {
  const facts = await screen.findByRole('region', { name: words.facts });
  return within(facts).getByRole('row', { name: new RegExp(`^${name}`) });
};

it('says what to do where there is one answer alone', async () => {
  openComparison([answer('only')]);
  expect(await screen.findByText(words.tooFew)).toBeTruthy();
});

it('marks what differs, and says nothing of what is the same or never is', async () => {
  openComparison([answer('new'), answer('old', { question: 'Question new' })]);
  expect((await factRow(words.fact.model)).textContent).toContain(words.differing);
  expect((await factRow(words.fact.question)).textContent).not.toContain(words.differing);
  expect((await factRow(words.fact.time)).textContent).toBe('Time 1.2 s1.2 s');
  expect((await factRow(words.fact.tokens)).textContent).toContain('1,000 tokens');
  expect((await factRow(words.fact.money)).textContent).toContain('0.50');
  expect(screen.queryByRole('rowheader', { name: words.fact.outcome })).toBeNull();
});

it('tells why one has no answer, which step only the other has, and shows that one’s code', async () => {
  const failed = answer('failed', { status: 'failed' });
  openComparison([failed, answer('whole')], [{ kind: 'data', before: step('1', 'SELECT 1'), after: null }]);
  const outcome = await factRow(words.fact.outcome);
  expect(within(outcome).getByText(words.answered)).toBeTruthy();
  await screen.findByText(words.onlyOne.before);
  expect(screen.getByText(words.sql)).toBeTruthy();
});

it('shows code line by line, and the other way round once both are swapped', async () => {
  const steps: StepPair[] = [{ kind: 'code', before: step('1', 'a = 1\nb = 2\n'), after: step('2', 'a = 1\nb = 3\n') }];
  const call = (id: string) => ({ callId: `call_${id}`, resultId: null, chartId: null });
  const answers = [answer('new'), answer('old')];
  const { bridge, user } = openComparison(answers, steps);
  bridge.answer('reruns.compareCalls', () => ({
    ...{ equal: false, before: call('1'), after: call('2'), table: null, pictures: null },
    code: { before: 'a', after: 'b', equal: false },
    printed: { before: '2', after: '3', equal: false },
  }));
  const code = await screen.findByRole('region', { name: words.codeDiffers });
  expect(code.querySelector('del')?.textContent).toBe(`${words.removed} − b = 2`);
  expect(code.querySelector('ins')?.textContent).toBe(`${words.added} + b = 3`);
  const second = () => screen.getByRole<HTMLSelectElement>('combobox', { name: words.second }).value;
  expect(second()).toContain('run_new');
  await user.click(screen.getByRole('button', { name: words.swap }));
  expect(second()).toContain('run_old');
  expect(bridge.inputsOf('comparisons.answersBeside').at(-1)).toMatchObject({ after: { runId: 'run_old' } });
});

it('speaks German', async () => {
  openComparison([answer('new'), answer('old')], [], german);
  await screen.findByRole('heading', { name: german.ui.comparisons.title });
  expect(await screen.findByText(german.ui.comparisons.nothing)).toBeTruthy();
});
