import { extname, resolve } from 'node:path';
import type { Language, Paper, ReportFormat, ReportId } from '#contract';
import { ReportId as ReportIdSchema } from '#contract/ids';
import { Paper as PaperSchema, ReportFormat as ReportFormatSchema } from '#contract/reports';
import { AppError } from '#contract/result';
import { dataFolderOf, languageOf, parseCommand } from '../common/arguments';

const FORMATS = ReportFormatSchema.options;
const USAGE = `Usage: npm run -s report -- --id ID --out FILE [--format ${FORMATS.join('|')}] [--paper A4|Letter] [--language en|de] [--data DIR], or --list`;
const HELP = `${USAGE}

Writes a report as a document; its format is that of the file's ending, if none is given. --list tells which reports there are.
Progress goes to stderr, one JSON object to stdout. Ends with 0 when all of it is written, and with 1 when anything went wrong.`;

export type ReportCommand = { dataFolder: string; language?: Language } & (
  | { list: true }
  | { list: false; reportId: ReportId; out: string; format: ReportFormat; paper: Paper }
);

/** @throws AppError `invalid_input`: in one line what is wrong, and how to give it */
export function readReportCommand(argv: string[]): ReportCommand {
  const { values } = parseCommand(
    {
      args: argv,
      options: {
        id: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string' },
        paper: { type: 'string' },
        list: { type: 'boolean' },
        data: { type: 'string' },
        language: { type: 'string' },
      },
    },
    USAGE,
    HELP,
  );
  const common = { dataFolder: dataFolderOf(values.data), ...languageOf(values.language) };
  if (values.list === true) return { ...common, list: true };
  const reportId = ReportIdSchema.safeParse(values.id).data;
  if (!reportId) throw new AppError('invalid_input', `Give the id of a report; --list tells it. ${USAGE}`);
  if (!values.out) throw new AppError('invalid_input', `Name the file to write after --out. ${USAGE}`);
  const out = resolve(values.out);
  return { ...common, list: false, reportId, out, format: formatOf(values.format, out), paper: paperOf(values.paper) };
}

function formatOf(given: string | undefined, out: string): ReportFormat {
  const ending = extname(out).slice(1).toLowerCase();
  const wanted = given?.toLowerCase() ?? (ending === 'htm' ? 'html' : ending);
  const format = FORMATS.find((known) => known === wanted);
  if (!format)
    throw new AppError(
      'invalid_input',
      `A report cannot be written as ${wanted === '' ? 'a file without an ending' : wanted}. Give --format ${FORMATS.join(', ')}.`,
    );
  return format;
}

function paperOf(given: string | undefined): Paper {
  if (given === undefined) return 'A4';
  const paper = PaperSchema.options.find((known) => known.toLowerCase() === given.toLowerCase());
  if (!paper) throw new AppError('invalid_input', `There is no paper ${given}. Give --paper A4 or Letter.`);
  return paper;
}
