import { basename } from 'node:path';
import type {
  CallDifferences,
  Dataset,
  FileReplacement,
  ReportId,
  ReportRerun,
  Rerun,
  RerunGate,
  ThreadId,
} from '#contract';
import { AppError } from '#contract/result';
import type { App } from '../../compose';
import { readNamedFile } from './named-file';
import type { RerunCommand } from './rerun-command';

/** What `rerun` prints: one object, whatever came of it. */
export interface RerunPrinted {
  thread: ThreadId;
  status: Rerun['status'] | 'stopped' | 'not_accepted';
  gate: RerunGate;
  rerun: string | null;
  new_thread: ThreadId | null;
  questions: (Omit<Rerun['questions'][number], 'calls'> & {
    calls: (Rerun['questions'][number]['calls'][number] & { differences: CallDifferences | null })[];
  })[];
}

type Asked = Pick<RerunCommand, 'file' | 'old' | 'columns' | 'accepted'>;

/** Runs a thread again on a file that is named by its path; `say` is told how far it is. */
export async function runAgain(
  app: App,
  { threadId, file, old, columns, accepted }: Asked & { threadId: ThreadId },
  say: (line: string) => void,
): Promise<RerunPrinted> {
  const { reruns } = app.services;
  app.services.threads.get({ threadId });
  const files = app.services.datasets.ofThread({ threadId });
  const asked = { threadId, replacements: await replacementIn(app, files, { file, old, columns }, say) };
  const gate = await reruns.check(asked);
  const none = { thread: threadId, gate, rerun: null, new_thread: null, questions: [] };
  if (gate.stops > 0) return { ...none, status: 'stopped' };
  if (gate.asks > 0 && !accepted) return { ...none, status: 'not_accepted' };
  const { id } = await reruns.start({ ...asked, accepted });
  const unsubscribe = app.subscribe((event) => {
    if (event.name === 'reruns.changed' && event.data.id === id) say(`${event.data.done} of ${event.data.of}`);
  });
  const ended = await reruns.finished(id).finally(unsubscribe);
  return {
    ...{ thread: threadId, status: ended.status, gate, rerun: id, new_thread: ended.toThread },
    questions: ended.questions.map((question) => ({
      ...question,
      calls: question.calls.map((call) => ({ ...call, differences: differencesOf(app, call) })),
    })),
  };
}

const EXIT: Partial<Record<RerunPrinted['status'], number>> = {
  completed: 0,
  stopped: 3,
  not_accepted: 3,
  incomplete: 4,
};
export const rerunExitCode = ({ status }: Pick<RerunPrinted, 'status'>): number => EXIT[status] ?? 1;

const differencesOf = (app: App, { before, after }: Rerun['questions'][number]['calls'][number]) =>
  after === null ? null : app.services.reruns.compareCalls({ before, after });

/** What `rerun` prints of a report: one object, whatever came of it. */
export interface ReportRerunPrinted {
  report: ReportId;
  status: RerunPrinted['status'];
  gate: RerunGate;
  rerun: string | null;
  new_report: ReportId | null;
  blocks: (ReportRerun['blocks'][number] & { differences: CallDifferences | null })[];
}

/** Runs a report again on a file that is named by its path. */
export async function runReportAgain(
  app: App,
  { reportId, file, old, columns, accepted }: Asked & { reportId: ReportId },
  say: (line: string) => void,
): Promise<ReportRerunPrinted> {
  const { reportReruns } = app.services;
  const files = reportReruns.files({ reportId });
  const asked = { reportId, replacements: await replacementIn(app, files, { file, old, columns }, say) };
  const gate = await reportReruns.check(asked);
  const none = { report: reportId, gate, rerun: null, new_report: null, blocks: [] };
  if (gate.stops > 0) return { ...none, status: 'stopped' };
  if (gate.asks > 0 && !accepted) return { ...none, status: 'not_accepted' };
  const { id } = await reportReruns.start({ ...asked, accepted });
  const unsubscribe = app.subscribe((event) => {
    if (event.name === 'reportReruns.changed' && event.data.id === id) say(`${event.data.done} of ${event.data.of}`);
  });
  const { status, toReport, blocks } = await reportReruns.finished(id).finally(unsubscribe);
  return {
    ...{ report: reportId, status, gate, rerun: id, new_report: toReport },
    blocks: blocks.map((block) => ({ ...block, differences: block.call && differencesOf(app, block.call) })),
  };
}

async function replacementIn(
  app: App,
  files: readonly Dataset[],
  { file, old, columns }: Pick<Asked, 'file' | 'old' | 'columns'>,
  say: (line: string) => void,
): Promise<FileReplacement[]> {
  const before = earlierFile(files, old);
  say(`Reading ${basename(file)}`);
  const by = await readAs(app, file, before);
  return [{ datasetId: before.id, by: by.id, columns }];
}

function earlierFile(all: readonly Dataset[], old: string | null): Dataset {
  const names = all.map(({ name }) => name).join(', ');
  const fitting = old === null ? all : all.filter(({ name, table }) => name === old || table === old);
  const [only, ...others] = fitting;
  if (!only)
    throw new AppError(
      'not_found',
      old ? `There is no file ${old}. There are: ${names}.` : 'There is no data that could be replaced.',
    );
  if (others.length > 0) throw new AppError('invalid_input', `Say with --old which file is replaced: ${names}.`);
  return only;
}

/** Of a workbook, the sheet that is called as the earlier one, else its first. */
async function readAs(app: App, path: string, before: Dataset): Promise<Dataset> {
  const { datasets, files } = app.services;
  const file = await files.add(basename(path), readNamedFile(path));
  const added = await datasets.add({ fileId: file.id });
  await Promise.all(added.map(({ id }) => datasets.settled(id)));
  const read = added.map(({ id }) => datasets.get({ datasetId: id }));
  const fitting = read.find(({ sheet }) => sheet === before.sheet) ?? read[0];
  if (fitting?.status !== 'ready')
    throw new AppError('unreadable_file', `${basename(path)}: ${fitting?.error?.message ?? 'could not be read.'}`);
  return fitting;
}
