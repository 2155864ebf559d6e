import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerFact, Message, PlacedFact } from '../../../src/preload/contract';
import { RunId } from '../../../src/preload/contract/ids';
import { FakeBridge } from '../../support/fake-bridge';
import { message, run, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
afterEach(cleanup);

const runId = RunId.parse('run_1');

/** The fact that these figures of a text have no source; each is the first of its wording. */
function figures(code: 'unsourced' | 'superseded', text: string, ...written: string[]): PlacedFact {
  const places = written.map((figure) => ({
    text: figure,
    start: text.indexOf(figure),
    end: text.indexOf(figure) + figure.length,
  }));
  const fact: AnswerFact = { code, figures: places, more: 0 };
  return { fact, part: 0, start: text.length, end: text.length };
}

const answer = (id: string, text: string, ...facts: PlacedFact[]): Message =>
  message(id, { role: 'assistant', runId, parts: [{ type: 'text', text }], facts });

function opened(...answers: Message[]) {
  const bridge = new FakeBridge({
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('q'), ...answers], hasEarlier: false }),
    'runs.ofThread': () => [{ ...run('1', { status: 'completed', startedAt: 1, finishedAt: 9 }), steps: [] }],
  });
  return openWindow(bridge, `#/t/${threadId('a')}`);
}

const marksIn = (article: HTMLElement) =>
  [...article.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.title.split(':')[0]]);
const notComputed = (figure: string) => [`${figure}? (not computed)`, 'Not computed'];

describe('figures that nobody has computed', () => {
  it('are marked where they stand, in words as well as by how they look, and named below', async () => {
    const text = 'North made **4,711** and 12 %; South 800.\n\n| a | b |\n|---|---|\n| x | 9.5k |';
    opened(answer('a', text, figures('unsourced', text, '4,711', '12 %', '9.5k')));
    const article = await screen.findByRole('article', { name: 'Answer' });
    expect(marksIn(article)).toEqual(['4,711', '12 %', '9.5k'].map(notComputed));
    within(article).getByText(/^3 figures of this answer were not computed.*4,711; 12 %; 9\.5k\.$/);
  });

  it('are marked in code and in links, where the whole is marked, and beside escapes', async () => {
    const text = 'It is `9,981`, [77 of them](https://a.example) or\n\n\\$4,711 \\*.';
    opened(answer('a', text, figures('unsourced', text, '9,981', '77', '4,711')));
    const article = await screen.findByRole('article', { name: 'Answer' });
    expect(marksIn(article).map(([shown]) => shown?.replace('? (not computed)', ''))).toEqual([
      '9,981',
      '77 of them',
      '4,711',
    ]);
  });

  it('leave the other numbers the links they have', async () => {
    const text = 'North 1,234 and 4,711.';
    const numbers = [{ part: 0, start: 6, end: 11, resultId: 'res_1', row: 0, column: 0 }] as Message['numbers'];
    opened({ ...answer('a', text, figures('unsourced', text, '4,711')), numbers });
    const article = await screen.findByRole('article', { name: 'Answer' });
    within(article).getByRole('button', { name: '1,234' });
    expect(marksIn(article)).toEqual([notComputed('4,711')]);
  });
});

describe('an answer that was given once more', () => {
  const first = 'It is 4,711.';
  const replaced = answer('a', first, figures('superseded', first, '4,711'));

  it('is folded, says why, and can be opened', async () => {
    const { user } = opened(replaced, answer('b', 'It is 1,234.'));
    const summary = await screen.findByText('Replaced: it named figures that were not computed (4,711).');
    const details = summary.closest('details');
    expect(details?.open).toBe(false);
    expect(screen.getAllByRole('article', { name: 'Answer' })).toHaveLength(1);
    await user.click(summary);
    expect(details?.open).toBe(true);
    expect(marksIn(screen.getByRole('article', { name: 'Replaced answer' }))).toEqual([notComputed('4,711')]);
  });

  it('stands, with its figures marked, where no other answer came', async () => {
    opened(replaced);
    const article = await screen.findByRole('article', { name: 'Answer' });
    expect(marksIn(article)).toEqual([notComputed('4,711')]);
    within(article).getByText(/^1 figure of this answer was not computed/);
    expect(screen.queryByText(/^Replaced/)).toBeNull();
  });
});
