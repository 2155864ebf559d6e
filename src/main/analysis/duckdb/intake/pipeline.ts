import type { IntakeStage } from '#contract';
import { AppError } from '#contract/result';
import { recordFields } from '#contract/separated-text';
import { inferColumns } from '../infer/column';
import type { IntakeColumn } from '../infer/types';
import { profileRows } from '../profile';
import { asCount, onlyRow } from '../profile/cells';
import type { Recipe } from '../recipe';
import { CleanCopy } from './clean-copy';
import { corrected, fitOf } from './correct';
import { decodeAgain } from './decode';
import { columnNames } from './dialect';
import { finish } from './finish';
import { footnotesIn } from './footnotes';
import { COLUMNS_AT_MOST } from './limits';
import { load, reload } from './load';
import type { Scratch } from './scratch';
import { isShortNormal, sniff } from './sniff';
import { survey } from './survey';
import { possibleTotals as totalsAmong, totalsOf } from './total';
import type {
  DecodedText,
  InferredText,
  IntakeContext,
  IntakeOutcome,
  LoadedText,
  Survey,
  SurveyedText,
  TailRow,
  TextPlan,
} from './types';

/** Takes in separated text, each stage by what the one before it has found out. */
export async function takeInText(text: DecodedText, scratch: Scratch, context: IntakeContext): Promise<IntakeOutcome> {
  const surveyed = await surveyText(text, scratch, context);
  const inferred = inferTypes(surveyed);
  const loaded = await loadRows(inferred, context);
  context.progress(0.7, { code: 'counting_values' });
  const profiled = await profileRows(context.connection, loaded.typed, loaded.rows, loaded.fits);
  return finish(loaded, profiled);
}

/** Sniff and survey; both again in the encoding, and with the short lines, that the survey finds. */
async function surveyText(text: DecodedText, scratch: Scratch, context: IntakeContext): Promise<SurveyedText> {
  let plan = await sniff(text);
  let seen = await countRecords(text, plan, context);
  if (seen === null) return surveyText(await decodeAgain(text, 'Windows-1252', scratch, context), scratch, context);
  const pad = isShortNormal(seen.short, seen.records);
  if (pad !== plan.pad) {
    plan = { ...plan, pad };
    seen = (await countRecords(text, plan, context)) ?? seen;
  }
  refuseEmpty(plan, seen);
  // Text that was made for this dataset is its copy as it stands.
  if (text.own && !seen.copied) {
    await scratch.keepAsCopy(text.path, text.file);
    seen = { ...seen, copied: true };
  }
  return { text, plan, seen };
}

async function countRecords(text: DecodedText, plan: TextPlan, context: IntakeContext): Promise<Survey | null> {
  const { size } = await text.file.stat();
  const copy = new CleanCopy(text.file, text.request.folder);
  const counting: IntakeStage = { code: 'counting_lines' };
  try {
    return await survey(text.file, plan, {
      signal: context.signal,
      onBytes: (bytes) => context.progress(0.05 + 0.3 * Math.min(1, bytes / Math.max(1, size)), counting),
      copy,
      checkEncoding: text.encoding === 'UTF-8' && text.made === null,
    });
  } finally {
    await copy.abandon();
  }
}

function refuseEmpty(plan: TextPlan, seen: Survey): void {
  if (seen.rows === 0)
    throw new AppError(
      'unreadable_file',
      seen.rejected > 0
        ? 'No line of the file could be read: none has as many fields as its header. Export it again as CSV.'
        : 'The file has no rows, only a header.',
      { reason: { code: seen.rejected > 0 ? 'no_line_fits' : 'only_header' } },
    );
  if (plan.fields > COLUMNS_AT_MOST)
    throw new AppError('too_large', `The file has ${plan.fields} columns; ${COLUMNS_AT_MOST} can be read.`, {
      reason: { code: 'too_many_columns', count: plan.fields, most: COLUMNS_AT_MOST },
    });
}

function inferTypes(surveyed: SurveyedText): InferredText {
  const { text, plan, seen } = surveyed;
  const { delimiter, header, fields } = plan;
  const names = columnNames(seen.header ?? Array.from({ length: fields }, () => ''));
  const all = (record: string): string[] => {
    const values = recordFields(record, delimiter);
    while (values.length < fields) values.push('');
    return values;
  };
  const { tail } = seen;
  const footnotes = text.made?.rejects
    ? 0
    : footnotesIn(tail, () => seen.sample.texts({ withoutLast: 0 }).map(all), all);
  const last = text.made?.rejects ? [] : textsAbove(tail, footnotes).map(all);
  const possibleTotals = last.slice(last.length - totalsAmong(last, seen.rows - footnotes));
  const sample = seen.sample.texts({ withoutLast: footnotes + possibleTotals.length }).map(all);
  const columns = inferColumns(names, sample, delimiter).map(
    (column, i): IntakeColumn => ({
      ...column,
      name: names[i] ?? `column${i + 1}`,
      raw: `c${i}`,
      sampled: { distinct: new Set(sample.map((row) => row[i])).size, rows: sample.length },
    }),
  );
  const { longest, newline } = seen;
  const csv = { delimiter, header, longest, newline };
  const recipe: Recipe = { version: 1, file: seen.copied ? 'copy' : 'source', csv, columns: [] };
  return { ...surveyed, names, columns, recipe, footnotes, possibleTotals, sample };
}

/** The last rows above remarks, as far as their texts were kept. */
function textsAbove(tail: readonly TailRow[], footnotes: number): string[] {
  const rows = tail.slice(0, tail.length - footnotes).map(({ text }) => text);
  return rows.slice(rows.lastIndexOf(null) + 1).flatMap((text) => text ?? []);
}

/** Types that do not hold are corrected: from the columnar copy, and only for what it does not tell from the file again. */
async function loadRows(inferred: InferredText, context: IntakeContext): Promise<LoadedText> {
  const { connection, progress } = context;
  const { text, possibleTotals, footnotes } = inferred;
  let recipe = inferred.recipe;
  progress(0.35, { code: 'checking_values' });
  let typed = await load(context, text.request, recipe, inferred.columns);
  const all = asCount((await onlyRow(connection, `SELECT count(*) FROM ${typed.tableOf([]).from}`))[0]);
  const above = all - footnotes;
  const totals = await totalsOf(connection, typed, above, possibleTotals);
  const rows = above - totals;
  let stale = rows < all;
  if (stale && recipe.csv) recipe = { ...recipe, csv: { ...recipe.csv, rows } };
  for (let round = 0; ; round += 1) {
    const fits = await fitOf(connection, typed, rows);
    const { columns: before } = typed;
    const columns = before.map((column) => corrected(column, fits.get(column)));
    const changed = columns.some((column, i) => column !== before[i]);
    if ((!changed && !stale) || round === CORRECTIONS) return { ...inferred, recipe, typed, fits, rows, totals };
    const again = !typed.stored || columns.some(({ how }, i) => how.as !== before[i]?.how.as);
    const reloaded = again ? null : await reload(context, text.request, typed, { columns, rows });
    typed = reloaded ?? (await load(context, text.request, recipe, columns));
    stale = false;
  }
}

const CORRECTIONS = 3;
