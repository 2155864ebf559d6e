import { basename, join } from 'node:path';
import type { Dataset, DatasetId, DocumentId, FileId, Run } from '#contract';
import { isAttachedAsDocument, isDocumentAfterAll } from '#contract/document-kinds';
import { AppError } from '#contract/result';
import { wordsIn } from '#words';
import type { App } from '../../compose';
import { answererFrom, takeKey } from '../common/model-options';
import { explainAndExit, openApp, withoutWindow } from '../common/open-app';
import { forTerminal } from '../common/terminal';
import { type AnswerReport, collectAnswer, exitCode } from './answer';
import { readCommand } from './ask-command';
import { readNamedFile } from './named-file';
import { withNamedPictures } from './pictures';
import { asJson, asText } from './print';
import { progressOf } from './progress';

interface Attached {
  datasetIds: DatasetId[];
  documentIds: DocumentId[];
}

async function addFile(app: App, path: string, attached: Attached): Promise<void> {
  const file = await app.services.files.add(basename(path), readNamedFile(path));
  const datasetIds = isAttachedAsDocument(file.name) ? null : await addData(app, file.id);
  if (datasetIds) attached.datasetIds.push(...datasetIds);
  else attached.documentIds.push(await addDocument(app, file.id));
}

async function addDocument(app: App, fileId: FileId): Promise<DocumentId> {
  const { id } = app.services.documents.add({ fileId });
  await app.services.documents.settled(id);
  const document = app.services.documents.get({ documentId: id });
  if (document.status !== 'ready')
    throw new AppError('unreadable_file', `${document.name}: ${document.error?.message ?? 'could not be read.'}`);
  return id;
}

/** Of a workbook, the sheets that can be read; of the others is said why they cannot. Null for what is a document after all. */
async function addData(app: App, fileId: FileId): Promise<DatasetId[] | null> {
  const { datasets } = app.services;
  const added = await datasets.add({ fileId });
  await Promise.all(added.map(({ id }) => datasets.settled(id)));
  const settled = added.map(({ id }) => datasets.get({ datasetId: id }));
  const failed = settled.filter(({ status }) => status !== 'ready').map(whyUnread);
  const ready = settled.filter(({ status }) => status === 'ready').map(({ id }) => id);
  if (settled.every(({ name, error }) => isDocumentAfterAll(name, error?.code))) return null;
  if (ready.length === 0) throw new AppError('unreadable_file', failed.join('\n'));
  for (const why of failed) process.stderr.write(`${forTerminal(why)}\n`);
  return ready;
}

const whyUnread = ({ name, error }: Dataset): string => `${name}: ${error?.message ?? 'could not be read.'}`;

async function ask(): Promise<AnswerReport> {
  const command = readCommand(process.argv.slice(2));
  const key = takeKey(command.model, process.env);
  const { app } = await openApp({
    dataFolder: command.dataFolder,
    withEngine: true,
    ...(command.language ? { language: command.language } : {}),
    shell: 'headless',
    ...withoutWindow,
  });
  const words = wordsIn();
  try {
    const printed = new Set<string>();
    // Progress goes to stderr, so that stdout holds the answer alone.
    app.subscribe((event) => {
      for (const line of progressOf(event, words, printed)) process.stderr.write(`${forTerminal(line)}\n`);
    });
    const attached: Attached = { datasetIds: [], documentIds: [] };
    for (const path of command.files) await addFile(app, path, attached);
    const answerer = await answererFrom(app, command.model, key);
    const { run: first } = await app.services.runs.start({
      threadId: null,
      prompt: command.question,
      ...attached,
      ...(answerer === null ? {} : { answerer }),
    });
    const run = await lastRun(app, first);
    const pictures = join(command.dataFolder, 'pictures');
    const answer = await withNamedPictures(await collectAnswer(app.services, run, words), pictures);
    process.stdout.write(command.json ? `${asJson(answer)}\n` : asText(answer, words));
    return answer;
  } finally {
    await app.close();
  }
}

/** The run itself, or the one that was begun in place of it, as the settings say. */
async function lastRun({ services }: App, { id, threadId }: Pick<Run, 'id' | 'threadId'>): Promise<Run> {
  const run = await services.runs.finished(id);
  const instead = services.runs.ofThread({ threadId }).find(({ insteadOf }) => insteadOf === id);
  return instead ? services.runs.finished(instead.id) : run;
}

ask().then((answer) => process.exit(exitCode(answer)), explainAndExit);
