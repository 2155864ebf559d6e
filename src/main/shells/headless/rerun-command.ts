import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language, ReportId, ThreadId } from '#contract';
import { ReportId as ReportIdSchema, ThreadId as ThreadIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import { dataFolderOf, languageOf, parseCommand } from '../common/arguments';

const USAGE =
  'Usage: npm run -s rerun -- (--thread ID | --report ID) --file NEW [--old NAME] [--map OLD=NEW]... [--accept] [--json] [--data DIR] [--language en|de]';
const HELP = `${USAGE}

Runs all of a thread again on another file, without a model, in a thread of its own; or a report, with all that its parts are from,
in a report of its own.
  --old NAME     which file of the thread or report the new one stands for, where it has several
  --map OLD=NEW  which column of the new file stands for one that is gone
  --accept       says yes to what differs; what stops it still does

Ends with 0 when all of it ran, with 3 when the files differ in a way that stops it or has to be accepted first, with 4 when some
of it could not run, and with 1 when anything went wrong.`;

export interface RerunCommand {
  /** What is run again. */
  work: { threadId: ThreadId } | { reportId: ReportId };
  file: string;
  old: string | null;
  columns: { column: string; now: string }[];
  accepted: boolean;
  json: boolean;
  dataFolder: string;
  language?: Language;
}

/** @throws AppError `invalid_input`, `not_found`: in one line what is wrong, and how to give it */
export function readRerunCommand(argv: string[]): RerunCommand {
  const { values } = parseCommand(
    {
      args: argv,
      options: {
        thread: { type: 'string' },
        report: { type: 'string' },
        file: { type: 'string' },
        old: { type: 'string' },
        map: { type: 'string', multiple: true },
        accept: { type: 'boolean' },
        json: { type: 'boolean' },
        data: { type: 'string' },
        language: { type: 'string' },
      },
    },
    USAGE,
    HELP,
  );
  const work = workOf(values);
  if (!values.file) throw new AppError('invalid_input', `Give the new file. ${USAGE}`);
  const file = resolve(values.file);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new AppError('not_found', `There is no file ${file}. Check the path.`);
  return {
    ...{ work, file, old: values.old ?? null, columns: (values.map ?? []).map(pairOf) },
    ...{ accepted: values.accept === true, json: values.json === true, dataFolder: dataFolderOf(values.data) },
    ...languageOf(values.language),
  };
}

function workOf({ thread, report }: { thread?: string; report?: string }): RerunCommand['work'] {
  const threadId = ThreadIdSchema.safeParse(thread).data;
  const reportId = ReportIdSchema.safeParse(report).data;
  if (threadId && report === undefined) return { threadId };
  if (reportId && thread === undefined) return { reportId };
  throw new AppError('invalid_input', `Give the id of a thread, or of a report. ${USAGE}`);
}

function pairOf(given: string): { column: string; now: string } {
  const at = given.indexOf('=');
  if (at <= 0 || at === given.length - 1)
    throw new AppError('invalid_input', `--map ${given} names no two columns. Give --map OLD=NEW.`);
  return { column: given.slice(0, at), now: given.slice(at + 1) };
}
