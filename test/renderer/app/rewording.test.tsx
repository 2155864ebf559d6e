import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';
import type { AnswerFact, Call, CodeEnding, Message, RunEnding, RunWithSteps } from '../../../src/preload/contract';
import { ResultId, RunId } from '../../../src/preload/contract/ids';
import { english, factWords, type Words } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { nonsense } from '../../support/nonsense';
import { codeCall, codeEnding, dataset, factsIn, message, raised, runWith, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
beforeAll(() => {
  // Every button of it is looked up by its role, which takes its time.
  vi.setConfig({ testTimeout: 60_000 });
});

interface Shown {
  messages?: Message[];
  calls?: Call[];
  run?: Partial<RunWithSteps>;
}

/** A thread as the window shows it in these words. */
async function opened(words: Words, { messages = [], calls = [], run = {} }: Shown) {
  const profile = dataset().profile!;
  const odd = { count: 1, examples: [{ record: 41, text: 'n.v.' }] };
  const reason = { code: 'field_count' as const, fields: 7, expected: 4 };
  const sales = dataset({
    profile: {
      ...profile,
      rejects: [{ line: 51, reason, text: 'a,b,c,d,e,f,g' }],
      columns: profile.columns.map((one) => ({ ...one, odd, guessed: true })),
    },
  });
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('q'), ...messages], hasEarlier: false }),
    'runs.ofThread': () => [{ ...runWith(calls), ...run }],
    'runs.result': () => ({ columns: [{ name: 'n', type: 'integer', unit: null }], rows: [[7]] }),
    'datasets.ofThread': () => [sales],
    'datasets.rows': () => ({ columns: [], rows: [] }),
  });
  const { user } = openWindow(bridge, '#/t/thread_a', words);
  await user.click(await screen.findByRole('button', { name: 'Inspector' }));
  await screen.findByRole('list', { name: 'Steps' });
  return { user };
}

/** What can be done and where it leads, whatever is said around it. */
function controls(root: Element): string[] {
  const found = root.querySelectorAll<HTMLElement>('button, a[href], input, textarea, details, [role]');
  return [...found].map((one) => {
    const named = one.matches('button, a[href]') ? inEnglish(one.getAttribute('aria-label') ?? one.textContent) : '';
    const state = one.matches(':disabled') ? 'disabled' : '';
    return [one.localName, one.getAttribute('role'), named, one.getAttribute('href'), state].filter(Boolean).join(' ');
  });
}

/** What a catalogue calls a button is the same button under whatever name. */
function inEnglish(label: string): string {
  const [, place, given] = /\| (.+?)\|(.*)$/.exec(label) ?? [];
  if (place === undefined) return label;
  let word: unknown = english;
  for (const name of place.split(' ')) word = Reflect.get(word as object, name);
  return typeof word === 'function' ? word(...(given ? JSON.parse(given) : [])) : label;
}

/** Whatever words the window has, it shows the same controls; those of the answer, and those of the run. */
async function alike(shown: Shown): Promise<{ answer: string[]; inspector: string[] }> {
  const one = async (words: Words) => {
    await opened(words, shown);
    const inspector = screen.getByRole('complementary', { name: 'Inspector' });
    const main = screen.getByRole('main');
    const seen = { answer: controls(main), inspector: controls(inspector) };
    cleanup();
    return seen;
  };
  const [plain, reworded] = [await one(english), await one(nonsense)];
  expect(reworded).toEqual(plain);
  return plain;
}

const answered = (...pieces: Parameters<typeof factsIn>): Message =>
  message('a', { role: 'assistant', runId: RunId.parse('run_1'), ...factsIn(...pieces) });

const query = (): Call => {
  const result = { id: ResultId.parse('res_1'), rowCount: 4_000, truncated: true, columns: [] };
  return codeCall('1', { type: 'function', name: 'query_data', result, outputs: [], ending: null });
};

const CAVEATS: AnswerFact[] = [
  { code: 'lines_rejected', file: 'sales.csv', count: 2, of: 12, lines: [51, 102] },
  { code: 'total_line', file: 'sales.csv', line: 51 },
  { code: 'odd_values', column: 'region', count: 1, example: 'n.v.' },
  { code: 'guessed_type', column: 'region', readAs: [{ code: 'day_first' }] },
  { code: 'rows_without', column: 'region', count: 3, effect: 'left_out' },
  { code: 'rows_shown', rows: { shown: 12, of: 4_000 }, columns: null },
  { code: 'result_cut' },
  { code: 'package_missing', module: 'pandas', package: 'pandas', standard: false },
];

it('leads to what each caveat of an answer is about', async () => {
  const facts = CAVEATS.map((fact): [string, AnswerFact] => [`> ${factWords(english, fact)}\n\n`, fact]);
  const { answer } = await alike({ messages: [answered('It is **7**.\n\n', ...facts)], calls: [query()] });
  const ways = answer.filter((one) => /^button (Show|Open)/.test(one));
  expect(ways).toEqual([
    'button Show them',
    'button Show it',
    'button Show it',
    'button Show it',
    'button Show its rows',
    'button Show its rows',
    'button Open Python packages',
  ]);
});

it.each([english, nonsense])('asks what is offered instead, and leads to a date that was guessed', async (words) => {
  const offers: AnswerFact = { code: 'offers', questions: ['total by region', 'total by month'] };
  const declined: AnswerFact = { code: 'declined', reason: 'unknown_words', words: ['frumious'], near: [] };
  const guessed: AnswerFact = { code: 'guessed_type', column: 'region', readAs: [{ code: 'day_first' }] };
  const said = answered(['No idea.\n\n', declined], ['Or else.\n\n', guessed], ['Bla:\n- total by region', offers]);
  const { user } = await opened(words, { messages: [said], calls: [query()] });
  const answer = within(screen.getByRole('article', { name: 'Answer' }));
  await user.click(answer.getByRole('button', { name: 'Show it' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('region'));
  await user.click(answer.getByRole('button', { name: 'total by month' }));
  expect(document.activeElement).toHaveProperty('value', 'total by month');
});

it.each<[string, CodeEnding, string[]]>([
  ['took too long', codeEnding({ ended: 'timeout' }), []],
  ['needed too much memory', codeEnding({ ended: 'memory', fresh: true }), []],
  ['raised an error', raised('KeyError', "'region'"), ['details']],
  [
    'misses a package',
    raised('ModuleNotFoundError', 'No module', { module: 'pandas', package: 'pandas', standard: false }),
    ['button Open Python packages', 'details'],
  ],
])('shows the same of code that %s', async (_name, ending, more) => {
  const { inspector } = await alike({ calls: [codeCall('1', { status: 'failed', ending })] });
  const done = await alike({ calls: [codeCall('1')] });
  expect(inspector.filter((one) => !done.inspector.includes(one))).toEqual(more);
});

it.each<RunEnding>([
  { code: 'cancelled' },
  { code: 'expired' },
  { code: 'failed', message: 'The server said so.' },
  { code: 'lost' },
  { code: 'prompt_limit' },
])('offers to ask again after a run that was $code', async (ending) => {
  const status = ending.code === 'cancelled' || ending.code === 'expired' ? ending.code : 'failed';
  const { answer } = await alike({ run: { status, ending }, calls: [codeCall('1')] });
  expect(answer.filter((one) => /again/i.test(one))).toEqual(['button Run again']);
});
