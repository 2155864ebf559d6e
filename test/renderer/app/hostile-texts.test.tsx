import { act, screen } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { DatasetId, FileId, RunId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { HOSTILE_MARKUP } from '../../support/hostile-markup';
import { codeCall, column, dataset, message, raised, runWith, thread, threadId } from '../../support/rows';
import { sweep } from '../../support/sweep';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

/** A thread of which every text that comes from outside is this one. */
function threadOf(text: string): FakeBridge {
  const name = text.replaceAll('\n', ' ');
  const calls = [
    codeCall('1', {
      subject: name,
      input: text,
      code: { language: 'python', text },
      outputs: [{ type: 'logs', text }],
    }),
    codeCall('2', { subject: name, status: 'failed', ending: raised(name, text), outputs: [{ type: 'logs', text }] }),
    codeCall('3', { type: 'function', name, subject: name, input: text, code: null, output: text, ending: null }),
  ];
  const attached = { datasetId: DatasetId.parse('ds_1'), name };
  const shown = thread('a', { title: name });
  const profile = dataset().profile!;
  const data = dataset({
    name,
    profile: {
      ...profile,
      rejects: [{ line: 5, reason: { code: 'field_count', fields: 7, expected: 4 }, text }],
      columns: [{ ...column, name, min: text, max: text, top: [{ value: text, count: 3 }] }],
    },
  });
  return new FakeBridge({
    'threads.list': () => ({ threads: [shown], hasMore: false }),
    'threads.get': () => shown,
    'threads.messages': () => ({
      messages: [
        message('q', { parts: [{ type: 'text', text }], attachments: [attached] }),
        message('a', {
          role: 'assistant',
          runId: RunId.parse('run_1'),
          parts: [
            { type: 'text', text },
            { type: 'file', fileId: FileId.parse('fil_1'), name, path: name, bytes: 5 },
          ],
        }),
      ],
      hasEarlier: false,
    }),
    'threads.search': () => [
      { threadId: threadId('a'), title: name, messageId: message('a').id, at: 1, excerpt: text },
    ],
    'threads.pin': () => {
      throw new AppError('unavailable', text);
    },
    'runs.ofThread': () => [runWith(calls)],
    'datasets.ofThread': () => [data],
    'datasets.rows': () => ({ columns: [{ name, type: 'text', unit: null }], rows: [[text]] }),
  });
}

/** Nothing in the window runs, loads, leads elsewhere, or has a name of the page's own. */
function expectInert(): void {
  const acting =
    'script, iframe, object, embed, base, meta, link, form:not([data-composer]), math, foreignObject, a[href]';
  expect([...document.body.querySelectorAll(acting)].map((element) => element.outerHTML)).toEqual([]);
  const named = '[id=location], [name=cookie], [name=body], [id=body], [name=createElement]';
  expect(document.querySelectorAll(named)).toHaveLength(0);
  for (const element of document.body.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (/^(?:src|srcset|srcdoc|poster|action|formaction|background)$/.test(name))
        expect(value).toMatch(/^\/files\/fake\//);
      if (name === 'style') expect(value).not.toContain('url(');
    }
}

/** Each is read by itself as a message elsewhere, and `npm run e2e` shows all of them in a real browser. */
const TEXTS = sweep(HOSTILE_MARKUP, 3);

it.each(TEXTS)('wherever the window shows a text, it is only read: %s', async (text) => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  const fetched = vi.spyOn(globalThis, 'fetch');
  onTestFinished(() => {
    opened.mockRestore();
    fetched.mockRestore();
  });
  const { user } = openWindow(threadOf(text), '#/t/thread_a');
  await user.click(await screen.findByRole('button', { name: 'Inspector' }));
  await screen.findByRole('list', { name: 'Steps' });
  for (const details of document.querySelectorAll('details')) act(() => details.setAttribute('open', ''));
  expectInert();
  await user.click(await screen.findByRole('tab', { name: 'Data' }));
  expectInert();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Search threads, or type a command'), 'pin this{Enter}');
  expect(await screen.findAllByRole('alert')).not.toEqual([]);
  expectInert();
  expect(opened).not.toHaveBeenCalled();
  expect(fetched).not.toHaveBeenCalled();
});
