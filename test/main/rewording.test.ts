import { beforeAll, describe, expect, it } from 'vitest';
import { AssistantsClient } from '../../src/main/api';
import type { App } from '../../src/main/compose';
import { builtInAnalyst } from '../../src/main/engine/models/built-in';
import { type AnswerReport, exitCode } from '../../src/main/shells/headless/answer';
import type { Call, Message, ThreadId } from '../../src/preload/contract';
import { RunId } from '../../src/preload/contract/ids';
import { segmentsOf } from '../../src/preload/contract/stretches';
import { english, type Words } from '../../src/preload/words';
import { addData, ask, openTestApp } from '../support/app';
import { asked, openEngine, tool } from '../support/engine';
import { FakeCodeRunner, printed } from '../support/engine-code';
import { needs, WHOLE } from '../support/needs';
import { nonsense } from '../support/nonsense';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { calls } from '../support/scripted-model';
import { sweep } from '../support/sweep';
import { tempFolder, tempFolderForAll } from '../support/temp-folder';
import { TestClock } from '../support/test-clock';

const SALES = [
  'day,region,amount,note',
  '01/02/2024,West,10.50,a',
  '02/03/2024,West,n/a?,b',
  '03/04/2024,East,7.25,c',
  'too,many,fields,in,this,line',
  '04/05/2024,East,,d',
  ...Array.from({ length: 40 }, (_, at) => `0${(at % 9) + 1}/0${(at % 9) + 1}/2024,Shop ${at},${at + 1}.00,e`),
].join('\n');
const PICTURES = 'import os\npictures = os.open("/assay/pictures", os.O_WRONLY)';
const TOTALLED = 'region,amount\nWest,10\nEast,20\nNorth,5\nTotal,35\n';

/** What does not depend on how anything is said. */
function behaviour(answer: AnswerReport) {
  const { thread_id: _t, run_id: _r, answer: _a, error: _e, reading, steps, charts, usage: _u, ...rest } = answer;
  return {
    ...rest,
    isRead: reading !== null,
    queries: steps.flatMap(({ name, input }) => (name === 'analyze' ? [JSON.parse(input).query] : [])),
    caveats: answer.caveats.map(({ text: _, ...data }) => data),
    exit: exitCode(answer),
    pictures: charts.length,
    steps: steps.map(({ name }) => name),
  };
}

const answersOf = (app: App, thread: string): Message[] =>
  app.services.threads
    .messages({ threadId: thread as ThreadId, limit: 50 })
    .messages.filter((message) => message.role === 'assistant');

/** An answer as the window lays it out: the text that is no fact, and which facts stand between it. */
const layout = (message: Message) =>
  message.parts.map((part, index): unknown[] => {
    if (part.type !== 'text') return [part.type];
    const facts = message.facts.filter((one) => one.part === index);
    return segmentsOf(part.text, facts).flatMap((one): unknown[] => {
      // How a question was read is told in the words of the reader.
      if (one.type === 'fact') return [one.fact.code === 'reading' ? { code: one.fact.code } : one.fact];
      return one.text.trim() === '' ? [] : [one.text.trim()];
    });
  });

const pythonOf = (app: App, answer: AnswerReport) =>
  app.services.runs
    .ofThread({ threadId: answer.thread_id as ThreadId })
    .filter(({ id }) => id === answer.run_id)
    .flatMap((run) => run.steps.flatMap((step) => step.calls))
    .map(({ status, ending, outputs }: Call) => ({ status, ending, outputs: outputs.map((one) => one.type) }));

/** Whatever is said, in English and in nonsense, the same has happened. */
async function alike<T>(play: (words: Words) => Promise<T>): Promise<T> {
  const [plain, reworded] = [await play(english), await play(nonsense)];
  expect(reworded).toEqual(plain);
  return plain;
}

describe('an app whose every sentence is reworded', () => {
  const apps = new Map<Words, App>();
  const appOf = (words: Words): App => {
    const app = apps.get(words);
    if (!app) throw new Error('there is no such app');
    return app;
  };
  beforeAll(async () => {
    for (const words of [english, nonsense])
      apps.set(words, await openTestApp(tempFolderForAll(), { words, pythonLimits: { images: 2 } }));
    return async () => {
      for (const app of apps.values()) await app.close();
    };
  });

  const played = async (words: Words, content: string, question: string) => {
    const app = appOf(words);
    const { id } = await addData(app, 'sales.csv', content);
    const answer = await ask(app, question, { datasetIds: [id], words });
    return { answer: behaviour(answer), laidOut: answersOf(app, answer.thread_id).map(layout) };
  };

  it('says nothing in the words it had before', async () => {
    const app = appOf(nonsense);
    const { id } = await addData(app, 'sales.csv', SALES);
    const { answer, caveats } = await ask(app, 'total amount by region', { datasetIds: [id], words: nonsense });
    expect(answer).toContain('Blorp');
    expect(answer).not.toMatch(/could not be read|left out|Shown here|as empty/);
    for (const { text } of caveats) expect(text).toContain('Blorp');
  });

  it('answers with the same figures, caveats and ways to what they are about', async () => {
    const { answer, laidOut } = await alike((words) => played(words, SALES, 'total amount by region'));
    expect(answer).toMatchObject({
      answered: true,
      exit: 0,
      isRead: true,
      queries: [{ by: [{ field: 'region' }], compute: [{ measure: 'sum', of: 'amount' }] }],
    });
    expect(answer.caveats.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['lines_rejected', 'odd_values', 'rows_without']),
    );
    expect(laidOut.flat(2)).toContainEqual(expect.objectContaining({ code: 'rows_shown' }));
  });

  it('tells the line of a total, and a date that could be read otherwise', needs(WHOLE), async () => {
    const total = await alike((words) => played(words, TOTALLED, 'amount by region'));
    expect(total.answer).toMatchObject({ caveats: [{ code: 'total_line', line: 5 }], table: { rows: { length: 3 } } });
    const dates = await alike((words) => played(words, SALES, 'amount by month'));
    expect(dates.answer.caveats).toContainEqual(expect.objectContaining({ code: 'guessed_type', column: 'day' }));
  });

  it('declines the same questions for the same reasons, and offers the same instead', async () => {
    const { answer, laidOut } = await alike((words) => played(words, SALES, 'frumious slithy toves'));
    expect(answer).toMatchObject({ status: 'completed', answered: false, declined: 'unknown_words', exit: 3 });
    expect(answer.offers).toHaveLength(3);
    expect(laidOut).toMatchObject([[[{ code: 'declined' }, { code: 'offers', questions: answer.offers }]]]);
  });

  /** The threads whose Python runs what may follow other code. */
  const withPython = new Map<Words, ThreadId>();

  it.each(
    sweep(
      [
        ['misses a package', 'import pandas', { ended: 'error', missing: { package: 'pandas' } }],
        ['raises', 'print("so far")\n{}["key"]', { ended: 'error', error: { type: 'KeyError' } }],
        [
          'shows more pictures than anybody looks at',
          `${PICTURES}\nfor _ in range(150): os.write(pictures, b'{"name":"x"}\\nnone')`,
          { ended: 'output_limit' },
        ],
        ['needs too much memory', 'print(1)\nbytearray(2 * 10 ** 9)', { ended: 'memory' }],
      ],
      2,
    ),
  )('knows how code ended that %s', needs(DENO), async (_name, code, ending) => {
    const { calls: run, laidOut } = await alike(async (words) => {
      const app = appOf(words);
      const threadId = withPython.get(words) ?? null;
      const answer = await ask(app, `${fenced(code)}\n\n${fenced('print("next")')}`, { words, threadId });
      withPython.set(words, answer.thread_id as ThreadId);
      const message = answersOf(app, answer.thread_id).slice(-1);
      return { answer: behaviour(answer), calls: pythonOf(app, answer), laidOut: message.map(layout) };
    });
    expect(run).toMatchObject([{ status: 'failed', ending }]);
    expect(laidOut.flat(2)).toContainEqual({ code: 'blocks_not_run', count: 1 });
  });

  it('ends a run that is stopped', needs(DENO), async () => {
    const ended = await alike(async (words) => {
      const app = appOf(words);
      const running = new Promise<void>((resolve) => {
        const stop = app.subscribe((event) => {
          if (event.name !== 'steps.changed' || !event.data.calls.some((call) => call.status === 'running')) return;
          stop();
          resolve();
        });
      });
      const prompt = fenced('import time\ntime.sleep(60)');
      const { run } = await app.services.runs.start({ threadId: null, prompt, datasetIds: [], documentIds: [] });
      await running;
      await app.services.runs.cancel({ runId: run.id });
      const { status, ending } = await app.services.runs.finished(run.id);
      return { status, ending };
    });
    expect(ended).toEqual({ status: 'cancelled', ending: { code: 'cancelled' } });
  });
});

describe('an engine whose every sentence is reworded', () => {
  /** A run as the app's client of the engine knows it. */
  const snapshotOf = async (engine: { fetch: typeof fetch }, threadId: string, id: string) => {
    const client = new AssistantsClient({ baseUrl: 'http://engine/v1', apiKey: 'x', fetch: engine.fetch });
    const { run, steps, messages } = await client.snapshot({ id: RunId.parse(id), threadId: threadId as ThreadId });
    const shown = steps.flatMap((step) => step.calls.map(({ outputs, ending }) => ({ outputs, ending })));
    return { status: run.status, ending: run.ending, shown, facts: messages.flatMap((one) => one.facts) };
  };

  it('tells of code that took too long', async () => {
    const { shown, facts } = await alike(async (words) => {
      const codeRunner = new FakeCodeRunner(() => ({ ...printed('so far\n'), ended: 'timeout' }));
      const { client, engine } = await openEngine({ codeRunner, words, models: () => builtInAnalyst({ words }) });
      const { assistant_id, threadId } = await asked(client, { tools: [{ type: 'code_interpreter' }] });
      await client.beta.threads.messages.create(threadId, { role: 'user', content: fenced('wait()') });
      const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
      const { facts: placed, ...rest } = await snapshotOf(engine, threadId, run.id);
      return { ...rest, facts: placed.map(({ fact }) => fact) };
    });
    expect(shown).toEqual([
      {
        outputs: [{ type: 'logs', text: 'so far\n' }],
        ending: { ended: 'timeout', fresh: false, error: null, missing: null },
      },
    ]);
    expect(facts).toEqual([{ code: 'code_ended', ended: 'timeout' }]);
  });

  it('ends a run whose time is over', async () => {
    const { status, ending } = await alike(async (words) => {
      const clock = new TestClock();
      const { client, engine } = await openEngine({ clock, words, scripts: [calls(['f', '{}'])] });
      const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
      const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
      clock.advance(11 * 60_000);
      return snapshotOf(engine, threadId, run.id);
    });
    expect({ status, ending }).toEqual({ status: 'expired', ending: { code: 'expired' } });
  });

  it('fails a run that was under way when it was closed', async () => {
    const ended = await alike(async (words) => {
      const folder = tempFolder();
      const waits = async function* () {
        await new Promise(() => undefined);
        yield { type: 'text' as const, delta: '' };
      };
      const first = await openEngine({ folder, words, scripts: [waits] });
      const { assistant_id, threadId } = await asked(first.client);
      const run = await first.client.beta.threads.runs.create(threadId, { assistant_id });
      await expect
        .poll(async () => (await first.client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status)
        .toBe('in_progress');
      await first.engine.close();
      const { engine } = await openEngine({ folder, words });
      return snapshotOf(engine, threadId, run.id);
    });
    expect(ended).toMatchObject({ status: 'failed', ending: { code: 'interrupted' } });
  });
});
