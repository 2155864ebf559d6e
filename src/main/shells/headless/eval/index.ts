import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { AnswererId, DatasetId, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import { english as words } from '#words';
import type { App } from '../../../compose';
import { dataFolderOf, parseCommand } from '../../common/arguments';
import { answererFrom, MODEL_OPTIONS, MODEL_USAGE, modelOptionsOf, takeKey } from '../../common/model-options';
import { openApp, withoutWindow } from '../../common/open-app';
import { explainAsAskedAndExit, printJson } from '../../common/printed-json';
import { forTerminal } from '../../common/terminal';
import { collectAnswer } from '../answer';
import { readNamedFile } from '../named-file';
import { judge } from './judge';
import { type EvalQuestion, readQuestions } from './questions';
import { type EvalRow, reportOf, reportText, rowText } from './report';

const USAGE = `Usage: npm run -s eval -- ${MODEL_USAGE} [--questions FILE] [--limit N] [--json] [--out FILE] [--data DIR]`;
const HELP = `${USAGE}

Asks the questions of a file through a model, on an empty data folder of its own, and counts the answers that are right. Prints a
line for each question and a table at the end; with --json one object instead, and with --out FILE writes that object there too.`;

function readCommand(argv: string[]) {
  const options = {
    ...MODEL_OPTIONS,
    questions: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
    out: { type: 'string' },
    data: { type: 'string' },
  } as const;
  const { values } = parseCommand({ args: argv, options }, USAGE, HELP);
  const limit = Number(values.limit ?? Number.MAX_SAFE_INTEGER);
  if (!Number.isInteger(limit) || limit < 1)
    throw new AppError('invalid_input', `Give a number after --limit. ${USAGE}`);
  if (!values.questions) throw new AppError('invalid_input', `Name a file of questions. ${USAGE}`);
  const model = modelOptionsOf(values);
  if (!model) throw new AppError('invalid_input', `Name the model that is to be asked. ${USAGE}`);
  return {
    model,
    limit,
    questions: resolve(values.questions),
    json: values.json === true,
    out: values.out ? resolve(values.out) : null,
    dataFolder: dataFolderOf(values.data),
  };
}

const open = (dataFolder: string) => openApp({ dataFolder, withEngine: true, shell: 'headless', ...withoutWindow });

/** The analyst's own folder is looked at for the connection alone: what is asked here is none of their threads. */
async function serverOf({ model, dataFolder }: ReturnType<typeof readCommand>, key: string | null) {
  if ('baseUrl' in model)
    return { ...model, name: model.baseUrl, preset: null, allowHttp: false, abilities: {}, ...(key ? { key } : {}) };
  const { app } = await open(dataFolder);
  try {
    const answerer = await answererFrom(app, model, null);
    if (answerer === null) throw new AppError('not_found', 'There is no such model.');
    return await app.services.models.serverOf(answerer);
  } finally {
    await app.close();
  }
}

async function data(app: App, path: string, known: Map<string, DatasetId[]>): Promise<DatasetId[]> {
  const ids = known.get(path);
  if (ids) return ids;
  const file = await app.services.files.add(basename(path), readNamedFile(path));
  const added = await app.services.datasets.add({ fileId: file.id });
  await Promise.all(added.map(({ id }) => app.services.datasets.settled(id)));
  known.set(
    path,
    added.map(({ id }) => id),
  );
  return data(app, path, known);
}

async function asked(app: App, answerer: AnswererId, question: EvalQuestion, known: Map<string, DatasetId[]>) {
  const datasetIds: DatasetId[] = [];
  for (const path of question.files) datasetIds.push(...(await data(app, path, known)));
  const began = performance.now();
  let threadId: ThreadId | null = null;
  const reports = [];
  for (const prompt of [...question.before, question.question]) {
    const ids: DatasetId[] = threadId === null ? datasetIds : [];
    const started = await app.services.runs.start({ threadId, prompt, datasetIds: ids, documentIds: [], answerer });
    threadId = started.thread.id;
    await app.services.runs.finished(started.run.id);
    reports.push(await collectAnswer(app.services, started.run, words));
  }
  return { reports, seconds: (performance.now() - began) / 1_000 };
}

async function row(
  app: App,
  answerer: AnswererId,
  question: EvalQuestion,
  known: Map<string, DatasetId[]>,
): Promise<EvalRow> {
  const { reports, seconds } = await asked(app, answerer, question, known);
  const last = reports.at(-1);
  if (!last) throw new Error('Nothing was asked');
  const sum = (of: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const priced = reports.every(({ usage }) => usage === null || usage.money !== null);
  return {
    id: question.id,
    question: question.question,
    verdict: judge(last, question.expect, question.question),
    answer: last.answer,
    error: last.error,
    invented: last.unverified,
    prompt_tokens: sum(({ usage }) => usage?.prompt_tokens ?? 0),
    completion_tokens: sum(({ usage }) => usage?.completion_tokens ?? 0),
    money: priced ? sum(({ usage }) => usage?.money ?? 0) : null,
    seconds,
  };
}

async function evaluate(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  const key = takeKey(command.model, process.env);
  const questions = readQuestions(command.questions).slice(0, command.limit);
  const server = await serverOf(command, key);
  const folder = mkdtempSync(join(tmpdir(), 'assay-eval-'));
  const { app } = await open(folder);
  try {
    const id = app.services.connections.addTemporary(server);
    if (server.api === 'chat') await app.services.connections.probeTemporary(id);
    const answerer = app.services.models.answererOf(id, server.model);
    const known = new Map<string, DatasetId[]>();
    const rows: EvalRow[] = [];
    for (const question of questions) {
      const judged = await row(app, answerer, question, known);
      rows.push(judged);
      if (!command.json) process.stdout.write(`${forTerminal(rowText(judged))}\n`);
    }
    const report = reportOf({ connection: server.name ?? server.baseUrl, model: server.model }, rows);
    if (command.out) writeFileSync(command.out, `${JSON.stringify(report, null, 2)}\n`);
    if (command.json) printJson(report);
    else process.stdout.write(`\n${forTerminal(reportText(report))}`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

evaluate().then(() => process.exit(0), explainAsAskedAndExit);
