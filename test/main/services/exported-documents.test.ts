import { Window } from 'happy-dom';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, MessageId, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { keepingSaves, unzipped } from '../../support/exports';
import { tempFolderForAll } from '../../support/temp-folder';

const CSV = 'region,month,amount\nWest,2025-01-31,12.50\nEast,2025-01-31,7.25\nWest,2025-02-28,3.10\n';
const HOSTILE = '<img src=x onerror=alert(1)> ![p](https://evil.example/p.png) <script>alert(2)</script>';

const kept = keepingSaves();
let app: App;
let datasetId: string;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll(), { save: kept.save });
  datasetId = (await addData(app, 'sales.csv', CSV)).id;
});
afterAll(() => app.close());

const asked = (question: string, more: { threadId?: ThreadId; follows?: MessageId } = {}) =>
  ask(app, question, { datasetIds: [datasetId as never], ...more });

async function exported(threadId: string, format: string, options: object = {}) {
  expect(await app.dispatch('exports.thread', { threadId, format, ...options })).toMatchObject({ ok: true });
  return kept.saved.at(-1)!;
}

async function markdownOf(threadId: string): Promise<string> {
  const { bytes } = await exported(threadId, 'markdown');
  return unzipped(bytes).get('thread.md')?.toString() ?? '';
}

const callsOf = (threadId: string): Call[] =>
  app.services.runs
    .ofThread({ threadId: threadId as ThreadId })
    .flatMap((run) => run.steps.flatMap((step) => step.calls));

describe('a thread as a document', () => {
  it('has its question, how that was read, its sentence, table, chart and code', async () => {
    const { thread_id } = await asked('bar chart of total amount by region');
    const { name, bytes } = await exported(thread_id, 'markdown');
    expect(name).toMatch(/\.zip$/);
    const files = unzipped(bytes);
    const text = files.get('thread.md')?.toString() ?? '';
    expect(text).toContain('# Bar chart of total amount by region');
    expect(text).toMatch(/Read as: .*amount by region/i);
    expect(text).toMatch(/West[^\n]*15\.60/);
    expect(text.match(/^\| /gm)?.length).toBe(4);
    expect(text).toMatch(/```sql\nSELECT/);
    expect(text).toContain('sales.csv');
    const picture = /!\[[^\]]*\]\(([^)]+)\)/.exec(text)?.[1] ?? '';
    expect(files.get(picture)?.subarray(1, 4).toString()).toBe('PNG');
  });

  it('tells how far it is with its pictures, and is stopped between two of them', async () => {
    const { thread_id } = await asked('bar chart of total amount by region');
    const threadId = thread_id as ThreadId;
    await asked('bar chart of total amount by month', { threadId });
    const told: number[][] = [];
    let stopsAt = Number.POSITIVE_INFINITY;
    const unsubscribe = app.subscribe((event) => {
      if (event.name !== 'exports.threadProgressed') return;
      told.push([event.data.done, event.data.of]);
      if (event.data.done === stopsAt) void app.dispatch('exports.cancel', { threadId });
    });
    await exported(threadId, 'html');
    const whole = [
      [0, 3],
      [1, 3],
      [2, 3],
    ];
    expect(told).toEqual(whole);
    stopsAt = 0;
    const stopped = await app.dispatch('exports.thread', { threadId, format: 'html' });
    unsubscribe();
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(told).toEqual([...whole, [0, 3]]);
  });

  it('is a page that loads nothing and runs nothing, whatever was asked', async () => {
    const { thread_id } = await asked(HOSTILE);
    await asked('total amount by region', { threadId: thread_id as ThreadId });
    await app.dispatch('threads.rename', { threadId: thread_id, title: HOSTILE });
    const { bytes } = await exported(thread_id, 'html');
    const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
    window.document.write(bytes.toString());
    const { document } = window;
    expect(document.querySelector('script, iframe, object, embed, [onerror]')).toBeNull();
    const addresses = [...document.querySelectorAll('[src], [href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    expect(addresses.filter((address) => !/^(data:|#)/.test(address))).toEqual([]);
    expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(document.body.textContent).toContain('15.60');
  });

  it('is pages with the same text', async () => {
    const { thread_id } = await asked('total amount by region');
    const { bytes } = await exported(thread_id, 'pdf', { paper: 'Letter', code: false });
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
    const page = await pdf.getPage(1);
    expect(page.view.slice(2).map(Math.round)).toEqual([612, 792]);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const part of ['West', '15.60', 'sales.csv']) expect(text).toContain(part);
    expect(text).not.toContain('SELECT');
  });

  it('says what an answer says first in the language of the window, whichever it was asked in', async () => {
    const { thread_id } = await asked('total amount by region');
    expect(await app.dispatch('settings.change', { language: 'de' })).toMatchObject({ ok: true });
    const text = await markdownOf(thread_id).finally(() => app.dispatch('settings.change', { language: 'en' }));
    expect(text).toContain('am höchsten: **West** mit 15,60');
    expect(text).not.toContain('is highest');
  });

  it('shows the way to the newest question, and says that there are others', async () => {
    const first = await asked('total amount by region');
    const threadId = first.thread_id as ThreadId;
    const { messages } = app.services.threads.messages({ threadId, limit: 10 });
    const question = messages.find(({ role }) => role === 'user')!;
    await asked('total amount by month', { threadId, follows: question.id });
    await asked('number of rows by region', { threadId, follows: question.id });
    const text = await markdownOf(threadId);
    expect(text).toContain('Number of rows by region');
    expect(text).not.toMatch(/total amount by month/i);
    expect(text).toContain('one more question, in another version');
  });

  it('has the version that took the place of the answer', async () => {
    const { thread_id } = await asked('total amount by region');
    const call = callsOf(thread_id).find(({ query }) => query !== undefined)!;
    const query = { ...call.query!.query, by: [{ field: 'month', grain: 'month', as: 'month' }] };
    const begun = await app.dispatch('queries.compute', { callId: call.id, query, shownCharts: [] });
    expect(begun).toMatchObject({ ok: true });
    await app.services.runs.local.finished((begun as { value: Call }).value.id);
    const text = await markdownOf(thread_id);
    expect(text).toMatch(/Read as: .*by month/i);
    expect(text).toMatch(/January 2025[^\n]*19\.75/);
    expect(text).not.toContain('15.60');
  });
});
