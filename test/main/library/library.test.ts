import { describe, expect, it } from 'vitest';
import { Library } from '../../../src/main/library';
import { CallId, ResultId, StepId } from '../../../src/preload/contract/ids';
import { message, run, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

function library(): Library {
  const opened = Library.open(tempFolder());
  opened.threads.add({ id: threadId('a'), title: 'Sales by month', at: 1 });
  return opened;
}

function addCall(lib: Library, id = 'call_1'): void {
  lib.runs.save(run('1'));
  lib.steps.save({
    id: StepId.parse('step_1'),
    runId: run('1').id,
    threadId: threadId('a'),
    type: 'tool_calls',
    status: 'in_progress',
    messageId: null,
    ending: null,
    startedAt: 5,
    ms: null,
  });
  lib.steps.saveCall({
    id: CallId.parse(id),
    stepId: StepId.parse('step_1'),
    runId: run('1').id,
    threadId: threadId('a'),
    type: 'function',
    name: 'query_data',
    status: 'running',
    input: '{"sql":"SELECT \\"a\\" FR',
    output: null,
    startedAt: 5,
    ms: null,
  });
}

describe('the library', () => {
  it('lists pinned threads first, then the newest, page by page without gaps', () => {
    const lib = library();
    for (let n = 0; n < 25; n += 1) lib.threads.add({ id: threadId(`t${n}`), title: `T${n}`, at: 10 + (n % 3) });
    lib.threads.pin(threadId('t7'), true);
    const seen: string[] = [];
    for (let page = lib.threads.page({ archived: false, limit: 10 }); page.length > 0; ) {
      seen.push(...page.map((thread) => thread.id));
      page = lib.threads.page({ archived: false, limit: 10, after: page.at(-1)?.id });
    }
    expect(seen[0]).toBe('thread_t7');
    expect(new Set(seen).size).toBe(26);
    expect(seen).toHaveLength(26);
  });

  it('calls a thread busy while one of its runs has not ended', () => {
    const lib = library();
    lib.runs.save(run('1'));
    expect(lib.threads.get(threadId('a'))?.busy).toBe(true);
    lib.runs.save(run('1', { status: 'completed', finishedAt: 9 }));
    expect(lib.threads.get(threadId('a'))?.busy).toBe(false);
  });

  it('keeps a message in its place when it is saved again', () => {
    const lib = library();
    lib.messages.save(message('1'));
    lib.messages.save(message('2'));
    lib.messages.save(message('1', { parts: [{ type: 'text', text: 'changed' }] }));
    const page = lib.messages.page(threadId('a'), { limit: 10 });
    expect(page.map((one) => [one.id, one.parts])).toEqual([
      ['msg_1', [{ type: 'text', text: 'changed' }]],
      ['msg_2', [{ type: 'text', text: 'Text of 2' }]],
    ]);
  });

  it('reads the newest messages first and pages upwards', () => {
    const lib = library();
    for (let n = 0; n < 7; n += 1) lib.messages.save(message(String(n)));
    const newest = lib.messages.page(threadId('a'), { limit: 3 });
    const before = lib.messages.page(threadId('a'), { limit: 3, before: newest[0]?.id });
    expect([...before, ...newest].map((one) => one.id)).toEqual(['msg_1', 'msg_2', 'msg_3', 'msg_4', 'msg_5', 'msg_6']);
  });

  it('finds words in titles and messages while they are typed, and shows where', () => {
    const lib = library();
    lib.messages.save(message('1', { parts: [{ type: 'text', text: 'The Östliche region led in November' }] }));
    expect(lib.search('ostl regi', 5)).toMatchObject([
      { messageId: 'msg_1', excerpt: expect.stringContaining('\u0002Östliche\u0003') },
    ]);
    expect(lib.search('sales', 5)).toMatchObject([{ messageId: null, title: 'Sales by month' }]);
    lib.threads.rename(threadId('a'), 'Revenue');
    expect(lib.search('sales', 5)).toEqual([]);
    expect(lib.search('reven', 5)).toHaveLength(1);
  });

  it('shows what was found as it is read, without the backslashes of markdown', () => {
    const lib = library();
    const text = 'Sales came to \\$1,234.50';
    lib.messages.save(message('1', { role: 'assistant', parts: [{ type: 'text', text }] }));
    lib.messages.save(message('2', { parts: [{ type: 'text', text: 'Sales of C:\\$data' }] }));
    const excerpts = lib.search('sales', 5).flatMap(({ messageId, excerpt }) => (messageId ? [excerpt] : []));
    expect(excerpts.toSorted()).toEqual(['\u0002Sales\u0003 came to $1,234.50', '\u0002Sales\u0003 of C:\\$data']);
  });

  it.each(['"', '*', 'a OR', 'NEAR(', 'body:x', '-', '^', "'; DROP TABLE threads; --"])(
    'takes the search %j for words, not for syntax',
    (query) => {
      expect(() => library().search(query, 5)).not.toThrow();
    },
  );

  it('does not find deleted threads, and finds them again when they are restored', () => {
    const lib = library();
    lib.messages.save(message('1'));
    lib.threads.hide(threadId('a'), 50);
    expect(lib.search('text', 5)).toEqual([]);
    expect(lib.threads.get(threadId('a'))).toBeUndefined();
    lib.threads.unhide(threadId('a'));
    expect(lib.search('text', 5)).toHaveLength(1);
  });

  it('forgets everything of a thread that is purged', () => {
    const lib = library();
    lib.messages.save(message('1'));
    addCall(lib);
    lib.threads.hide(threadId('a'), 50);
    expect(lib.deletions.threads()).toMatchObject([{ threadId: 'thread_a', deletedAt: 50 }]);
    lib.threads.purge(threadId('a'));
    expect(lib.runs.get(run('1').id)).toBeUndefined();
    expect(lib.steps.call(CallId.parse('call_1'))).toBeUndefined();
    expect(lib.search('text', 5)).toEqual([]);
  });

  it('shows the SQL of a call that is still being written', () => {
    const lib = library();
    addCall(lib);
    expect(lib.steps.call(CallId.parse('call_1'))?.code).toEqual({ language: 'sql', text: 'SELECT "a" FR' });
  });

  it('keeps a whole result and reads any page of it', () => {
    const lib = library();
    addCall(lib);
    const rows = Array.from({ length: 1_234 }, (_, n) => [n, `${n}.10`]);
    const columns = [
      { name: 'n', type: 'integer' as const },
      { name: 'amount', type: 'decimal' as const },
    ];
    const id = ResultId.parse('res_1');
    lib.results.add({
      id,
      callId: CallId.parse('call_1'),
      threadId: threadId('a'),
      table: { columns, rows },
      truncated: false,
      at: 9,
    });
    expect(lib.results.table(id)).toEqual({ columns, rows });
    expect(lib.results.table(id, { offset: 495, limit: 10 }).rows).toEqual(rows.slice(495, 505));
    expect(lib.results.table(id, { offset: 5_000, limit: 10 }).rows).toEqual([]);
    expect(lib.steps.get(StepId.parse('step_1'))?.calls[0]?.result).toEqual({
      id,
      columns,
      rowCount: 1_234,
      truncated: false,
    });
  });

  it('keeps which cells of a result were cut, for any page of it', () => {
    const lib = library();
    addCall(lib);
    const id = ResultId.parse('res_1');
    const table = {
      columns: [{ name: 'note', type: 'text' as const }],
      rows: Array.from({ length: 600 }, (_, n) => [`${n}`]),
      cut: [
        { row: 3, column: 0, length: 99 },
        { row: 510, column: 0, length: 2_000_000 },
      ],
    };
    lib.results.add({
      id,
      callId: CallId.parse('call_1'),
      threadId: threadId('a'),
      table,
      truncated: false,
      at: 9,
    });
    expect(lib.results.table(id)).toEqual(table);
    expect(lib.results.table(id, { offset: 505, limit: 10 }).cut).toEqual([{ row: 5, column: 0, length: 2_000_000 }]);
    expect(lib.results.table(id, { offset: 0, limit: 3 })).toEqual({
      columns: table.columns,
      rows: [['0'], ['1'], ['2']],
    });
  });

  it('keeps a draft per thread and one for the new thread', () => {
    const lib = library();
    lib.notes.saveDraft({ threadId: null, text: 'new', datasetIds: [], documentIds: [] });
    lib.notes.saveDraft({ threadId: threadId('a'), text: 'old', datasetIds: [], documentIds: [] });
    expect([lib.notes.draft(null).text, lib.notes.draft(threadId('a')).text]).toEqual(['new', 'old']);
    lib.notes.saveDraft({ threadId: null, text: '', datasetIds: [], documentIds: [] });
    expect(lib.notes.draft(null).text).toBe('');
  });
});
