import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetProfile, IntakeStage, ProfileNote } from '#contract';
import { AppError } from '#contract/result';
import { readColumns } from '../infer/column';
import { profileTable, type ReadColumn } from '../profile';
import { COPY_NAME, type Recipe, type RecipeColumn } from '../recipe';
import { fileOf, rawTable } from '../sql';
import { storeTable } from '../store';
import { totalLine } from '../total';
import type { ReadContext, ReadOutcome, ReadRequest } from './context';
import { columnNames, dialectOf, headerIn, recordsIn } from './dialect';
import type { Encoding } from './encoding';
import { COLUMNS_AT_MOST } from './limits';
import { notesOf } from './notes';
import { fieldsOf } from './scan';
import { type Survey, type SurveyPlan, survey } from './survey';

const HEAD = 1024 * 1024;
/** Short lines are padded rather than rejected when more than this share of the lines is short. */
const SHORT_IS_NORMAL = 0.1;
const TITLE_LINES_AT_MOST = 20;

export interface TextFile {
  request: ReadRequest;
  file: FileHandle;
  path: string;
  encoding: Encoding;
  /** Where the text was made of something else: what that was, and what is known of it besides. */
  made?: { format: 'xlsx' | 'json'; notes: readonly ProfileNote[]; header?: true; rejects?: Rejects };
}

/** What could not be made into text. */
export type Rejects = Pick<DatasetProfile, 'rejected' | 'rejects'>;

/** Reads and profiles separated text. */
export async function readText(text: TextFile, context: ReadContext): Promise<ReadOutcome> {
  const { signal, progress } = context;
  const { size } = await text.file.stat();
  const plan = await planFor(text, size);
  const count = (from: number, to: number) => (bytes: number) =>
    progress(from + (to - from) * Math.min(1, bytes / Math.max(1, size)), { code: 'counting_lines' });
  let seen = await survey(text.file, plan.survey, { signal, onBytes: count(0.05, 0.3) });
  if (seen.short > seen.records * SHORT_IS_NORMAL && seen.records > 10) {
    plan.survey.pad = true;
    seen = await survey(text.file, plan.survey, { signal, onBytes: count(0.05, 0.3) });
  }
  if (seen.rows === 0)
    throw new AppError(
      'unreadable_file',
      seen.rejected > 0
        ? 'No line of the file could be read: none has as many fields as its header. Export it again as CSV.'
        : 'The file has no rows, only a header.',
    );
  if (plan.survey.fields > COLUMNS_AT_MOST)
    throw new AppError('too_large', `The file has ${plan.survey.fields} columns; ${COLUMNS_AT_MOST} can be read.`);
  const own = text.path !== text.request.path;
  if (seen.needsCopy) await writeCopy(text, plan.survey, signal, count(0.3, 0.45));
  // Text that was made for this dataset is its copy as it stands.
  else if (own) await keepAsCopy(text);
  const outcome = await profileCsv(text, plan, { ...seen, copied: seen.needsCopy || own }, context);
  const total = text.made?.rejects ? null : await totalLine(context.connection, text.request, outcome, seen.last);
  return total === null ? outcome : withoutTotal(text, plan, total, context);
}

/** Of a reading's progress, when the rows have been read and only a total may still have to go. */
const ROWS_READ = 0.95;

/** Reads the file once more, now that the line of a total is known to be no row. */
async function withoutTotal(text: TextFile, plan: Plan, total: number, context: ReadContext): Promise<ReadOutcome> {
  const without = { ...plan, survey: { ...plan.survey, total } };
  const progress = (share: number, doing: IntakeStage) => context.progress(ROWS_READ + (1 - ROWS_READ) * share, doing);
  const { size } = await text.file.stat();
  const seen = await writeCopy(text, without.survey, context.signal, (bytes) =>
    progress(0.45 * Math.min(1, bytes / Math.max(1, size)), { code: 'counting_lines' }),
  );
  return profileCsv(text, without, { ...seen, copied: true }, { ...context, progress });
}

interface Plan {
  survey: SurveyPlan;
  sureOfHeader: boolean;
}

/** Delimiter, header and title lines, from the beginning of the file. */
async function planFor({ file, made }: TextFile, size: number): Promise<Plan> {
  const raw = Buffer.alloc(Math.min(HEAD, size));
  await file.read(raw, 0, raw.length, 0);
  const head = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw;
  const last = size <= HEAD;
  const { delimiter, fields } = dialectOf(head, last, made ? [','] : undefined);
  const records = recordsIn(head, delimiter, last, 1_000);
  if (records.length === 0) throw new AppError('unreadable_file', 'The file has no lines that can be read.');
  const at = Math.max(
    0,
    records.findIndex((record) => record.fields === fields),
  );
  const skip = at <= TITLE_LINES_AT_MOST ? at : 0;
  if (made?.header)
    return {
      survey: { delimiter, fields: records[0]?.fields ?? 1, header: true, skip: 0, pad: false },
      sureOfHeader: true,
    };
  const rows = records
    .slice(skip)
    .filter((record) => record.fields === fields)
    .map((record) => fieldsOf(record.text, delimiter));
  const [first = [], ...rest] = rows;
  const { header, sure } = headerIn(first, rest.slice(0, 200));
  return { survey: { delimiter, fields, header, skip, pad: false }, sureOfHeader: sure };
}

/** Writes the rows that can be read, clean, into the dataset's own folder; there only once they are whole. */
async function writeCopy(
  text: TextFile,
  plan: SurveyPlan,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Survey> {
  const partial = join(text.request.folder, `${COPY_NAME}.partial`);
  const out = await open(partial, 'w', 0o600);
  let seen: Survey;
  try {
    seen = await survey(text.file, plan, { signal, onBytes, write: (chunk) => out.writeFile(chunk) });
    await out.sync();
  } finally {
    await out.close();
  }
  await rename(partial, join(text.request.folder, COPY_NAME));
  return seen;
}

async function keepAsCopy(text: TextFile): Promise<void> {
  await text.file.sync();
  await rename(text.path, join(text.request.folder, COPY_NAME));
}

async function profileCsv(text: TextFile, plan: Plan, seen: Survey & { copied: boolean }, context: ReadContext) {
  const { delimiter, header, fields } = plan.survey;
  const names = columnNames(seen.header ?? Array.from({ length: fields }, () => ''));
  const readings = readColumns(names, seen.sample, delimiter);
  const columns: ReadColumn[] = readings.map((reading, i) => ({
    ...reading,
    name: names[i] ?? `column${i + 1}`,
    raw: `c${i}`,
  }));
  const newline = seen.needsCopy || !seen.newlines.has('\r\n') ? '\n' : '\r\n';
  const csv = { delimiter, header, longest: seen.longest, newline } as const;
  const draft: Recipe = { version: 1, file: seen.copied ? 'copy' : 'source', csv, columns };
  const file = fileOf(text.request, draft);
  const tableOf = (those: readonly RecipeColumn[]) => rawTable(file, { ...draft, columns: [...those] });
  let share = 0.45;
  const profiled = await profileTable(
    context.connection,
    tableOf,
    columns,
    (doing) => {
      context.progress(share, doing);
      share += 0.25;
    },
    (select) => storeTable(context.connection, text.request, select),
  );
  const recipe: Recipe = { ...draft, columns: profiled.recipe };
  const { made } = text;
  const lost = made?.rejects ?? { rejected: seen.rejected, rejects: seen.rejects };
  const profile: DatasetProfile = {
    ...(made
      ? { format: made.format, encoding: null, delimiter: null }
      : { format: 'csv', encoding: text.encoding, delimiter }),
    records: made?.rejects ? profiled.rows + lost.rejected : seen.records,
    rows: profiled.rows,
    ...lost,
    duplicates: profiled.duplicates,
    columns: profiled.columns,
    notes: notesOf({
      seen,
      plan: plan.survey,
      sureOfHeader: plan.sureOfHeader,
      encoding: text.encoding,
      first: made?.notes ?? [],
      rows: profiled.rows,
      readings,
      names,
    }),
  };
  return { profile, recipe };
}
