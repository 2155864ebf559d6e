import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageId, RunWithSteps, ThreadId } from '../../src/preload/contract';
import { lines, placedPdf } from './documents/placed-pdf';
import { fenced } from './python-cells';
import { APRIL, MARCH, plainFile } from './reruns/file-pairs';
import type { RunningApp } from './running-app';
import { tempFolder } from './temp-folder';
import { until } from './until';

/** A library with something on every page of the window, and where those pages are. */
export interface FullLibrary {
  /** Addresses of pages, as they follow the `#`, by a name for people. */
  pages: Record<string, string>;
  thread: ThreadId;
}

const CATCH = placedPdf([
  {
    placed: [
      ...lines(['The catch of the year in tons, as the lighthouse keepers wrote it down.'], { x: 60, y: 740 }),
      ...lines(['Fish', 'Cod', 'Herring', 'Plaice'], { x: 60, y: 700 }),
      ...lines(['Summer', '41', '7', '112'], { x: 200, y: 700 }),
      ...lines(['Autumn', '3', '4', '5'], { x: 320, y: 700 }),
    ],
  },
  { placed: lines(['Lighthouse keepers count every fish twice.'], { x: 60, y: 700 }) },
]);
const QUESTIONS = ['total amount by region', 'total amount by product and region', 'share of amount by product'];
const PATIENCE = { withinMs: 120_000 };

/** Questions and answers as people have them, of two files, a document and code; a report, reruns, and what was deleted. */
export async function fullLibrary(app: RunningApp): Promise<FullLibrary> {
  const { api } = app;
  const folder = tempFolder();
  const upload = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return app.upload(join(folder, name));
  };
  const [march, april] = [
    await upload('sales-march.csv', plainFile(MARCH)),
    await upload('sales-april.csv', plainFile(APRIL).replace('amount', 'net_amount')),
  ];
  const ask = asker(app);
  const asked = await ask(QUESTIONS[0] ?? '', null, { datasetIds: [march.id] });
  const thread = asked.run.threadId;
  const answers = [asked];
  for (const question of QUESTIONS.slice(1)) answers.push(await ask(question, thread));
  await ask('lowest zorp by flimflam', thread);
  await ask(fenced('print([1, 2])\n1 / 0'), thread);

  const pdf = await app.send('catch.pdf', CATCH);
  const { id: documentId } = await api.documents.add({ fileId: pdf.id });
  await until('the document', async () => (await api.documents.get({ documentId })).status === 'ready', PATIENCE);
  const quoted = await ask('Who counts every fish twice?', null, { documentIds: [documentId] });
  await ask('What can you do?', null);

  const { id: reportId } = await api.reports.create({ title: 'March for the board' });
  await api.reports.addText({ reportId, markdown: 'March was **quiet**. What stands out:', before: null });
  for (const { answer } of answers) await api.reports.pin({ reportId, target: { kind: 'answer', messageId: answer } });
  const calls = asked.run.steps.flatMap((step) => step.calls);
  const [result, chart] = [calls.find((call) => call.result)?.result, calls.find((call) => call.chartId)?.chartId];
  if (result) await api.reports.pin({ reportId, target: { kind: 'figure', resultId: result.id, row: 0, column: 1 } });
  if (chart) await api.reports.pin({ reportId, target: { kind: 'chart', chartId: chart } });
  const { id: another } = await api.reports.create({ title: 'Not needed any more' });
  await api.reports.delete({ reportId: another });

  const columns = [{ column: 'amount', now: 'net_amount' }];
  const replacements = [{ datasetId: march.id, by: april.id, columns }];
  const rerun = await api.reruns.start({ threadId: thread, replacements, accepted: true });
  await until('the rerun', async () => (await api.reruns.get({ rerunId: rerun.id })).status !== 'running', PATIENCE);
  await leftovers(app, ask);
  const { run } = answers[0] ?? asked;
  return {
    thread,
    pages: {
      answers: `t/${thread}`,
      'a document': `t/${quoted.run.threadId}`,
      reports: 'reports',
      'a report': `reports/${reportId}`,
      'report again': `reports/${reportId}/rerun`,
      'report again, gate': `reports/${reportId}/rerun/${april.id}`,
      rerun: `rerun/${thread}`,
      compare: `compare/${thread}/${run.id}`,
      ...Object.fromEntries(PLACES.map((place) => [place, place])),
    },
  };
}

const PLACES = [
  ...['charts', 'files', 'assistants', 'usage', 'archive', 'cleanup', 'deleted', 'settings', 'settings/data'],
  ...['settings/connections', 'settings/models', 'settings/python-packages', 'settings/api-access'],
];

type Attached = Pick<Parameters<RunningApp['api']['runs']['start']>[0], 'datasetIds' | 'documentIds'>;
type Ask = (
  prompt: string,
  threadId: ThreadId | null,
  attached?: Attached,
) => Promise<{ run: RunWithSteps; answer: MessageId }>;

/** Asks, and answers when the run has ended. */
function asker({ api }: RunningApp): Ask {
  return async (prompt, threadId, attached = {}) => {
    const { run, thread } = await api.runs.start({ threadId, prompt, ...attached });
    const ended = await until(
      `an answer to ${prompt}`,
      async () =>
        (await api.runs.ofThread({ threadId: thread.id })).find(({ id, finishedAt }) => id === run.id && finishedAt),
      PATIENCE,
    );
    const { messages } = await api.threads.messages({ threadId: thread.id, limit: 200 });
    const answer = messages.at(-1);
    if (!answer) throw new Error(`there is no answer to ${prompt}`);
    return { run: ended, answer: answer.id };
  };
}

/** What stands on the pages beside the threads: archived and deleted ones, a server that is not there, an assistant. */
async function leftovers({ api, send }: RunningApp, ask: Ask): Promise<void> {
  const archived = await ask('What can you do for me?', null);
  await api.threads.archive({ threadId: archived.run.threadId, archived: true });
  const gone = await ask('What can you do now?', null);
  await api.threads.delete({ threadId: gone.run.threadId });
  const file = await send('old-notes.txt', Buffer.from('Nothing of importance.'));
  await api.files.delete({ fileIds: [file.id] });
  const { id: connectionId } = await api.connections.create({
    api: 'chat',
    baseUrl: 'http://127.0.0.1:9/v1',
    name: 'A server',
  });
  await api.connections.verify({ connectionId });
  await api.assistants.create({
    name: 'Reads contracts',
    description: 'Looks for dates and amounts',
    instructions: 'Quote.',
  });
}
