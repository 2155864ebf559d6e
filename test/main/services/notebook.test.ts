import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type NotebookSource, notebookOf } from '../../../src/main/services/notebook/notebook-of';
import type { Call, Message, ThreadId } from '../../../src/preload/contract';
import { CallId, ChartId, FileId, ResultId, StepId } from '../../../src/preload/contract/ids';
import { english } from '../../../src/preload/words';
import { addData, ask, openTestApp } from '../../support/app';
import { NotebookShape } from '../../support/nbformat';
import { needs, WHOLE } from '../../support/needs';
import { DENO } from '../../support/python';
import { EVERYTHING, fenced } from '../../support/python-cells';
import { codeCall, codeEnding, message, raised, runWith, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

const thread = {
  id: threadId('a'),
  title: 'Sales',
  pinned: false,
  archived: false,
  tags: [],
  busy: false,
  createdAt: 1,
  updatedAt: 1,
  activity: 1,
};
const picture = FileId.parse('fil_1');

function notebook(calls: Call[], changes: Partial<NotebookSource> = {}) {
  const made = notebookOf({
    thread,
    messages: [message('q')],
    runs: [runWith(calls)],
    tables: [{ name: 'sales', file: 'Sales 2024.csv', select: 'SELECT 1' }],
    pictureOf: () => 'aGVsbG8=',
    rowsOf: () => undefined,
    words: english,
    ...changes,
  });
  return NotebookShape.parse(made);
}

const codeCells = (made: ReturnType<typeof notebook>) =>
  made.cells.flatMap((cell) => (cell.cell_type === 'code' ? [cell] : []));
const texts = (made: ReturnType<typeof notebook>) =>
  made.cells.flatMap((cell) => (cell.cell_type === 'markdown' ? [cell.source] : []));

describe('a thread as a notebook', () => {
  it('finds, before the first code that asks for a table, the tables in the files beside it', () => {
    const asking = codeCall('2', { input: 'import assay\nassay.table("sales")' });
    const made = notebook([codeCall('1'), asking, codeCall('3', { input: 'assay.tables()' })]);
    const loading = made.cells.filter((cell) => cell.source.includes('import duckdb'));
    expect(loading).toHaveLength(1);
    expect(made.cells.indexOf(loading[0]!)).toBe(made.cells.findIndex((cell) => cell.source === asking.input) - 1);
    expect(loading[0]?.source).toContain('load("sales", "Sales 2024.csv", "", "SELECT 1")');
    expect(loading[0]?.source).toContain('assay.table = table');
    expect(notebook([codeCall('1')]).cells.some((cell) => cell.source.includes('duckdb'))).toBe(false);
  });

  it('has code with what it printed and drew, and errors as errors', () => {
    const trace =
      'Traceback (most recent call last):\n  File "<cell 2>", line 1, in <module>\nValueError: no: such thing\n';
    const made = notebook([
      codeCall('1', {
        outputs: [
          { type: 'logs', text: '42\n' },
          { type: 'image', fileId: picture },
        ],
      }),
      codeCall('2', {
        status: 'failed',
        outputs: [
          { type: 'logs', text: 'before\n' },
          { type: 'logs', text: trace },
        ],
        ending: raised('ValueError', 'no: such thing'),
      }),
      codeCall('3', { status: 'failed', outputs: [], ending: codeEnding({ ended: 'timeout' }) }),
    ]);
    expect(codeCells(made).map((cell) => [cell.execution_count, cell.source, cell.outputs])).toEqual([
      [
        1,
        'print(42)',
        [
          { output_type: 'stream', name: 'stdout', text: '42\n' },
          { output_type: 'display_data', data: { 'image/png': 'aGVsbG8=' }, metadata: {} },
        ],
      ],
      [
        2,
        'print(42)',
        [
          { output_type: 'stream', name: 'stdout', text: 'before\n' },
          {
            output_type: 'error',
            ename: 'ValueError',
            evalue: 'no: such thing',
            traceback: trace.trimEnd().split('\n'),
          },
        ],
      ],
      [3, 'print(42)', [expect.objectContaining({ ename: 'Stopped', evalue: english.code.ended.timeout() })]],
    ]);
  });

  it('says in the place of what is not here why that is', () => {
    const missing = { type: 'missing', remoteFileId: 'file-1', path: 'a.csv', reason: 'unavailable' } as const;
    const gone = { type: 'gone', path: null, reason: 'not_found' } as const;
    const outputs: Call['outputs'] = [{ type: 'logs', text: 'ValueError: no' }, missing, gone];
    const made = notebook([codeCall('1', { status: 'failed', outputs, ending: raised('ValueError', 'no') })]);
    expect(codeCells(made).map((cell) => cell.outputs)).toEqual([
      [
        { output_type: 'error', ename: 'ValueError', evalue: 'no', traceback: ['ValueError: no'] },
        { output_type: 'stream', name: 'stderr', text: english.file.missing(missing) },
        { output_type: 'stream', name: 'stderr', text: english.file.gone(gone) },
      ],
    ]);
  });

  it('has answers with their pictures, and queries with their rows', () => {
    const query = codeCall('q', {
      ...{
        type: 'function',
        name: 'showndata',
        outputs: [],
        code: { language: 'sql', text: 'SELECT a|b FROM sales' },
      },
      result: { id: ResultId.parse('res_1'), columns: [], rowCount: 30, truncated: false },
    });
    const answer = message('2', {
      role: 'assistant',
      facts: [{ fact: { code: 'reading', text: 'total by region' }, part: 0, start: 0, end: 26 }],
      parts: [
        { type: 'text', text: 'Read as **total by region**\n\nWest led.' },
        { type: 'chart', chartId: ChartId.parse('chart_1') },
      ],
    });
    const run = runWith([query]);
    const [step] = run.steps;
    const said = step && {
      ...step,
      id: StepId.parse('step_2'),
      type: 'message_creation' as const,
      messageId: answer.id,
      calls: [],
    };
    const made = notebook([], {
      messages: [message('1', { parts: [{ type: 'text', text: 'total by region' }] }), answer],
      runs: [{ ...run, steps: [...run.steps, ...(said ? [said] : [])] }],
      rowsOf: () => ({
        columns: [
          { name: 'region|x', type: 'text' },
          { name: 'amount', type: 'decimal' },
        ],
        rows: [['West\nEnd', '12.50']],
      }),
    });
    expect(texts(made)).toEqual([
      '# Sales',
      '## Question\n\ntotal by region',
      'Read as **total by region**\n\nWest led.\n\n![Chart](attachment:picture-1.png)',
    ]);
    const [, shown] = codeCells(made);
    expect(shown?.source).toBe('duckdb.sql("SELECT a|b FROM sales")');
    expect(shown?.outputs).toEqual([
      {
        output_type: 'display_data',
        data: expect.objectContaining({
          'text/markdown': '| region\\|x | amount |\n| --- | ---: |\n| West End | 12.50 |\n\n30 rows in all.',
        }),
        metadata: {},
      },
    ]);
    expect(made.cells.at(-1)).toMatchObject({ attachments: { 'picture-1.png': { 'image/png': 'aGVsbG8=' } } });
  });

  const answered = (changes: Partial<Message>) => {
    const answer = message('2', { role: 'assistant', ...changes });
    const run = runWith([]);
    const steps = run.steps.map((step) => ({ ...step, type: 'message_creation' as const, messageId: answer.id }));
    return notebook([], { messages: [answer], runs: [{ ...run, steps }] });
  };

  it('says how a question was read also where only an earlier version kept it', () => {
    const fact = { code: 'reading' as const, text: 'total by region' };
    const made = answered({
      parts: [{ type: 'text', text: 'West led.' }],
      facts: [{ fact, part: 0, start: 0, end: 0 }],
    });
    expect(texts(made).at(-1)).toBe('Read as total by region\n\nWest led.');
  });

  it('numbers what an answer cites, and lists the sources below', () => {
    const text = 'Storks nest in spring【0:1†source】.';
    const [start, end] = [text.indexOf('【'), text.indexOf('】') + 1];
    const made = answered({
      parts: [{ type: 'text', text }],
      citations: [
        {
          ...{ part: 0, start, end, number: 1, documentId: null, name: 'handbook.pdf', quote: 'Storks' },
          place: { page: 2, sheet: null, line: 1, start: 0, end: 6 },
        },
      ],
    });
    expect(texts(made).at(-1)).toBe('Storks nest in spring [1].\n\n- [1] handbook.pdf, page 2');
  });

  it.each([
    ['a picture from elsewhere', '![x](http://evil.example/?secret)', '!\\[x](http://evil.example/?secret)'],
    ['a picture by reference', '![x]\n\n[x]: http://evil.example', '!\\[x]\n\n[x]: http://evil.example'],
    ['markup', 'a <img src=http://evil.example> b', 'a \\<img src=http://evil.example> b'],
    ['a fence in a list', '- a\n  ```\n![x](http://e)', '- a\n  ```\n!\\[x](http://e)'],
    ['a fence that is none', '```a`b\n![x](http://e)', '```a`b\n!\\[x](http://e)'],
    ['what follows a fence', '```\n![x]\n```\n![x](http://e)', '```\n![x]\n```\n!\\[x](http://e)'],
    ['what follows a longer end', '```\n1\n  ````  \n![x](http://e)', '```\n1\n  ````  \n!\\[x](http://e)'],
    ['what follows a fence of other line ends', '```\r\n1\r\n```\r\n![x](http://e)', '```\n1\n```\n!\\[x](http://e)'],
    ['code as it is', '```rust\nvec![1] <b>\n```\n1 < 2', '```rust\nvec![1] <b>\n```\n1 < 2'],
  ])('fetches nothing when it is opened: %s', (_, text, kept) => {
    expect(texts(answered({ parts: [{ type: 'text', text }] })).at(-1)).toBe(kept);
  });

  it('fetches nothing for a fence that one part opens and the next one closes', () => {
    const parts = ['```', '```\n![x](http://e)'].map((text) => ({ type: 'text' as const, text }));
    expect(texts(answered({ parts })).at(-1)).toBe('```\n\n```\n!\\[x](http://e)');
  });

  it('says of which type a picture is', () => {
    const run = runWith([codeCall('1', { outputs: [{ type: 'image', fileId: picture }] })]);
    const made = notebook([], { runs: [run], pictureOf: () => '/9j/4AAQ' });
    expect(codeCells(made)[0]?.outputs).toMatchObject([{ data: { 'image/jpeg': '/9j/4AAQ' } }]);
  });

  it('leaves local runs out, and says why a run failed', () => {
    const origin = codeCall('1');
    const made = notebook([], {
      runs: [
        { ...runWith([origin, codeCall('2', { localOf: CallId.parse(origin.id) })]), ending: { code: 'cancelled' } },
      ],
    });
    expect(codeCells(made)).toHaveLength(1);
    expect(texts(made).at(-1)).toBe(`> ${english.run.cancelled({ code: 'cancelled' })}`);
  });

  it('is made of a real thread without the engine, and saved under its title', needs(DENO, WHOLE), async () => {
    const folder = tempFolder();
    const first = await openTestApp(folder);
    const { id } = await addData(first, 'sales.csv', 'region,amount\nWest,12.50\nEast,7.25\n');
    const { thread_id } = await ask(first, 'total amount by region', { datasetIds: [id] });
    const of = thread_id as ThreadId;
    await ask(first, `And this.\n\n${fenced(EVERYTHING)}`, { threadId: of });
    await first.close();
    const saved: { name: string; text: string }[] = [];
    const app = await openTestApp(folder, {
      withEngine: false,
      save: async (file) => {
        if ('path' in file) saved.push({ name: file.name, text: readFileSync(file.path, 'utf8') });
        return { kind: 'saved', name: file.name };
      },
    });
    onTestFinished(() => app.close());
    expect(await app.dispatch('exports.thread', { threadId: of, format: 'notebook' })).toMatchObject({
      ok: true,
      value: { kind: 'saved' },
    });
    const made = NotebookShape.parse(JSON.parse(saved[0]?.text ?? ''));
    expect(saved[0]?.name).toBe('Total amount by region.ipynb');
    const [loading, query, python] = codeCells(made);
    expect(codeCells(made)).toHaveLength(3);
    expect(loading?.source).toContain('sales.csv');
    expect(query?.source).toContain('duckdb.sql(');
    expect(python?.outputs.map((one) => one.output_type)).toEqual(['stream', 'display_data', 'stream']);
    expect(
      made.cells.some((cell) => cell.cell_type === 'markdown' && 'picture-1.png' in (cell.attachments ?? {})),
    ).toBe(true);
  });
});
