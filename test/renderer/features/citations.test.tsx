import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Citation, Document, Message } from '../../../src/preload/contract';
import { CallId, DocumentId, FileId, RunId, StepId } from '../../../src/preload/contract/ids';
import { english } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { message, run, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
afterEach(cleanup);

const MARK = '【0:0†source】';
const documentId = DocumentId.parse('doc_1');
const notes: Document = {
  id: documentId,
  fileId: FileId.parse('fil_1'),
  name: 'notes.md',
  kind: 'markdown',
  bytes: 60,
  status: 'ready',
  parts: { unit: 'text', count: 1, names: [] },
  error: null,
  createdAt: 1,
};
const LINES = ['# Birds', '', 'Storks nest on the lighthouse.'];
const QUOTE = { quote: 'Storks nest', place: { page: null, sheet: null, line: 3, start: 9, end: 20 } };

function cite(text: string, at = 0, more: Partial<Citation> = {}): Citation {
  let start = -1;
  for (let n = 0; n <= at; n += 1) start = text.indexOf(MARK, start + 1);
  return { part: 0, start, end: start + MARK.length, number: at + 1, documentId, name: 'notes.md', ...QUOTE, ...more };
}

async function opened(text: string, changes: Partial<Message> = {}) {
  const answer = message('a', { role: 'assistant', parts: [{ type: 'text', text }], ...changes });
  const question = message('q', { attachments: [{ documentId, name: 'notes.md' }] });
  const call = {
    id: CallId.parse('call_1'),
    stepId: StepId.parse('step_1'),
    type: 'file_search' as const,
    name: 'file_search',
    status: 'completed' as const,
    input: '{"queries":["Where do storks nest?"]}',
    code: null,
    output: null,
    outputs: [],
    ending: null,
    waitsFor: null,
    result: null,
    chartId: null,
    localOf: null,
    sameOutput: null,
    startedAt: 1,
    ms: 4,
  };
  const step = { id: call.stepId, runId: RunId.parse('run_1'), threadId: threadId('a'), type: 'tool_calls' as const };
  const steps = [{ ...step, status: 'completed', messageId: null, calls: [call], ending: null, startedAt: 1, ms: 5 }];
  const bridge = new FakeBridge({
    'threads.get': () => ({
      id: threadId('a'),
      title: 'Birds',
      pinned: false,
      tags: [],
      archived: false,
      busy: false,
      createdAt: 1,
      updatedAt: 1,
      activity: 1,
    }),
    'threads.messages': () => ({ messages: [question, answer], hasEarlier: false }),
    'runs.ofThread': () => [{ ...run('1', { status: 'completed', startedAt: 1, finishedAt: 9 }), steps }],
    'documents.ofThread': () => [notes],
    'documents.get': () => notes,
    'documents.locate': () => ({ part: 0, line: 2, column: 0 }),
    'documents.lines': () => ({
      lines: LINES.map((line, index) => ({
        number: index + 1,
        start: LINES.slice(0, index).join('\n').length + Math.min(index, 1),
        text: line,
      })),
      total: LINES.length,
    }),
    'documents.found': () => [
      {
        documentId,
        name: 'notes.md',
        text: LINES.join('\n'),
        score: 0.4123,
        place: { page: null, sheet: null, line: 1, start: 0, end: 39 },
        why: { terms: ['stork', 'nest'], coverage: 1, phrase: 0.5, title: 0, similarity: null },
      },
    ],
  });
  const view = openWindow(bridge, `#/t/${threadId('a')}`);
  return { ...view, bridge, article: await screen.findByRole('article', { name: 'Answer' }) };
}

describe('citations', () => {
  it('are numbers that lead to the words, by keyboard as well', async () => {
    const text = `They nest **there**: “Storks nest”${MARK}.`;
    const { user, article } = await opened(text, { citations: [cite(text)] });
    const chip = within(article).getByRole('button', { name: 'Source 1: notes.md, line 3' });
    expect(article.textContent).not.toContain('†');
    chip.focus();
    await user.keyboard('{Enter}');
    expect((await screen.findByText('Storks nest', { selector: 'mark' })).textContent).toBe('Storks nest');
    expect(screen.getByRole('tab', { name: 'Sources' }).getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(chip);
  });

  it('belong each to its own mark, also when marks are alike', async () => {
    const text = `One “a”${MARK}\n\nTwo “b”${MARK}\n\n- three${MARK}`;
    const citations = [cite(text, 0), cite(text, 1, { name: 'other.pdf' }), cite(text, 2)];
    const { article } = await opened(text, { citations });
    const names = within(article)
      .getAllByRole('button', { name: /^Source/ })
      .map((one) => one.getAttribute('aria-label'));
    expect(names).toEqual(['Source 1: notes.md, line 3', 'Source 2: other.pdf, line 3', 'Source 3: notes.md, line 3']);
  });

  it('are never shown half: not while the answer comes, and as written when nothing is behind them', async () => {
    const text = `Storks${MARK} and \`${MARK}\``;
    const { article, unmount } = await opened(text, { status: 'in_progress' });
    expect(article.textContent).toContain('Storks and');
    unmount();
    const later = await opened(text);
    expect(later.article.textContent).toContain(`Storks${MARK}`);
  });

  it('of files that are not kept show what was found in them', async () => {
    const text = `There${MARK}`;
    const { user, article } = await opened(text, { citations: [cite(text, 0, { documentId: null })] });
    await user.click(within(article).getByRole('button', { name: /^Source 1/ }));
    expect(await screen.findByText('Storks nest', { selector: 'blockquote' })).toBeTruthy();
  });

  it('of a PDF that could not be read draw none of it before they are asked to', async () => {
    const text = `There${MARK}`;
    const { bridge, user, article } = await opened(text, { citations: [cite(text)] });
    const error = { code: 'unreadable_file' as const, message: 'It took too much memory.' };
    bridge.answer('documents.get', () => ({ ...notes, name: 'bomb.pdf', kind: 'pdf', status: 'failed', error }));
    await user.click(within(article).getByRole('button', { name: /^Source 1/ }));
    await screen.findByText(/It took too much memory/);
    expect(screen.queryByRole('toolbar', { name: 'Turn pages' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show its pages' }));
    await screen.findByRole('toolbar', { name: 'Turn pages' });
  });

  it('are copied as numbers, with a list of what they stand for', async () => {
    const text = `There${MARK}.`;
    const { user, article } = await opened(text, { citations: [cite(text)] });
    await user.click(within(article).getByRole('button', { name: 'Copy answer' }));
    expect(await navigator.clipboard.readText()).toBe('There [1].\n\n[1] notes.md, line 3');
  });

  it('are copied with why something is not in the answer', async () => {
    const gone = { type: 'gone', path: 'a.csv', reason: 'not_found' } as const;
    const { user, article } = await opened('There.', { parts: [{ type: 'text', text: 'There.' }, gone] });
    expect(within(article).getByText(english.file.gone(gone))).toBeTruthy();
    await user.click(within(article).getByRole('button', { name: 'Copy answer' }));
    expect(await navigator.clipboard.readText()).toBe(`There.\n\n${english.file.gone(gone)}`);
  });
});

describe('a search in documents', () => {
  it('says in the steps what was searched, what was found, and why', async () => {
    const { user } = await opened('Yes.');
    await user.click(screen.getByRole('button', { name: 'Inspector' }));
    await screen.findByText('Where do storks nest?', { selector: 'q' });
    await screen.findByText('1 passage');
    await screen.findByText('Has “storks”, “nest”: 100 % of the question · 50 % of its word pairs together');
    await user.click(screen.getByRole('button', { name: /^notes.md line 1 0.41/ }));
    expect(await screen.findByText('# Birds', { selector: 'mark' })).toBeTruthy();
  });

  it('leaves the documents of the thread listed, each to be opened', async () => {
    const { user } = await opened('Yes.');
    await user.click(await screen.findByRole('button', { name: 'notes.md' }));
    await screen.findByText('Storks nest on the lighthouse.');
    await user.click(screen.getByRole('button', { name: 'All sources' }));
    const list = await screen.findByRole('list', { name: 'Documents of this thread' });
    expect(within(list).getByText('Markdown · 60 bytes')).toBeTruthy();
  });
});
