import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#contract/result';
import type { App } from '../../compose';
import { openApp, withoutWindow } from '../common/open-app';
import { explainInJsonAndExit, printJson } from '../common/printed-json';
import { type ReportCommand, readReportCommand } from './report-command';

/** What is printed: the reports there are, or what was written. */
type ReportPrinted =
  | { reports: { id: string; title: string; parts: number; updated_at: string }[] }
  | {
      id: string;
      title: string;
      format: string;
      file: string;
      bytes: number;
      /** Pictures that the document shows beside it. */
      beside: string[];
      /** What has changed since the parts were pinned, by code. */
      changes: { part: number; code: string; name: string | null }[];
    };

async function report(): Promise<ReportPrinted> {
  const command = readReportCommand(process.argv.slice(2));
  const { app } = await openApp({
    ...{ dataFolder: command.dataFolder, withEngine: false, shell: 'headless', ...withoutWindow },
    ...(command.language ? { language: command.language } : {}),
  });
  try {
    return command.list ? listed(app) : await written(app, command);
  } finally {
    await app.close();
  }
}

const listed = ({ services }: App): ReportPrinted => ({
  reports: services.reports.list().map(({ id, title, blocks, updatedAt }) => ({
    ...{ id, title, parts: blocks },
    updated_at: new Date(updatedAt).toISOString(),
  })),
});

async function written(app: App, command: Extract<ReportCommand, { list: false }>): Promise<ReportPrinted> {
  const { reportId, out, format, paper } = command;
  const { reports } = app.services;
  const { title, blocks } = reports.get({ reportId });
  const unsubscribe = app.subscribe((event) => {
    if (event.name !== 'reports.exporting' || event.data.reportId !== reportId) return;
    process.stderr.write(`${event.data.done} of ${event.data.of} pictures\n`);
  });
  const [main, ...pictures] = await reports.document({ reportId, format, paper }).finally(unsubscribe);
  if (!main) throw new AppError('internal', 'Nothing was written.');
  for (const { name, bytes } of pictures) await put(join(dirname(out), name), bytes);
  await put(out, main.bytes);
  return {
    ...{ id: reportId, title, format, file: out, bytes: main.bytes.length },
    beside: pictures.map(({ name }) => name),
    changes: blocks.flatMap(({ changes }, at) =>
      changes.map((change) => ({ part: at + 1, code: change.code, name: 'name' in change ? change.name : null })),
    ),
  };
}

/** All of it or nothing: whoever reads the file meanwhile finds the one of before. */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  const beginning = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beginning, bytes);
    await rename(beginning, path);
  } catch (cause) {
    await rm(beginning, { force: true }).catch(() => undefined);
    throw new AppError('read_only', `${path} could not be written. Check the folder, and whether there is room.`, {
      cause,
    });
  }
}

report().then((printed) => {
  printJson(printed);
  process.exit(0);
}, explainInJsonAndExit);
