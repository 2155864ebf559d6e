import { z } from 'zod';
import { ERROR_CODES } from './error-codes';
import { QueryProblem } from './query-results';

const count = z.int().nonnegative();
const name = z.string().max(1_000);
const of = <C extends string>(code: C) => z.object({ code: z.literal(code) });

/** What a file is that is no table. */
export const FileLooks = z.enum([
  'pdf',
  'program',
  'bzip2',
  'zstd',
  'xz',
  'sevenzip',
  'png',
  'jpeg',
  'gif',
  'sqlite',
  'arrow',
  'encrypted_parquet',
  'avro',
  'ods',
  'numbers',
  'xlsb',
  'zip',
  'web_page',
  'binary',
  'password_workbook',
  'old_office',
]);
export type FileLooks = z.infer<typeof FileLooks>;

/** What keeps a document from being read. */
export const DocumentFault = z.enum([
  'too_large',
  'too_long',
  'no_text',
  'scanned',
  'password',
  'protected',
  'cut_off',
  'damaged',
  'unpacks_too_far',
  'too_many_cells',
  'old_office',
  'no_plain_text',
  'memory',
  'given_up',
]);
export type DocumentFault = z.infer<typeof DocumentFault>;

/** Why something failed, as data: what its message says in English, every other language says by a catalogue of `#words`. */
export const FailureReason = z.discriminatedUnion('code', [
  of('file_empty'),
  of('file_gone'),
  of('file_changed'),
  of('file_not_opened'),
  of('file_no_file'),
  of('file_is').extend({ looks: FileLooks }),
  of('packed_holds').extend({ kind: name }),
  of('packed_damaged'),
  of('packed_too_large'),
  of('no_line_fits'),
  of('no_lines'),
  of('only_header'),
  of('too_many_columns').extend({ count, most: count }),
  of('parquet_damaged'),
  of('workbook_cut_off'),
  of('workbook_damaged'),
  of('workbook_too_large'),
  of('workbook_empty'),
  of('workbook_slow'),
  of('sheet_too_large'),
  of('cells_apart'),
  of('merged_cells'),
  of('json_no_records'),
  of('json_fields').extend({ most: count }),
  of('json_kinds'),
  of('json_record_large'),
  of('json_damaged'),
  of('document').extend({ fault: DocumentFault }),
  of('document_pages').extend({ count, most: count }),
  of('document_slow').extend({ seconds: z.number() }),
  /** Its name ends so, and nothing that is called so can be searched. */
  of('document_ending').extend({ ending: name }),
  /** It is not what the end of its name says. */
  of('document_other').extend({ ending: name }),
  of('query_slow').extend({ seconds: count }),
  of('query_memory'),
  of('query_disk'),
  of('query_spill').extend({ gigabytes: z.number() }),
  of('query_reads_only'),
  of('query_missing'),
  of('query_several'),
  of('query_placeholders'),
  of('query_outside'),
  of('query_no_table').extend({ table: name, tables: z.array(name).max(100) }),
  of('query_no_function').extend({ function: name }),
  of('result_columns').extend({ count, most: count }),
  of('result_list').extend({ most: count }),
  of('no_data'),
  of('no_python'),
  of('python_not_here'),
  of('nothing_to_draw'),
  of('only_first_rows'),
  of('run_under_way'),
  of('step_under_way'),
  of('keychain_linux'),
  of('keychain'),
  of('package_not_fetched').extend({ package: name }),
  of('connection_taken').extend({ name }),
  of('disk_full'),
  of('not_computable').extend({ problems: z.array(QueryProblem).min(1).max(100) }),
]);
export type FailureReason = z.infer<typeof FailureReason>;

/** What an analyst reads when something went wrong: what happened, and what to do about it. */
export const Failure = z.object({
  code: z.enum(ERROR_CODES),
  /** In English. */
  message: z.string(),
  /** The same as data, where other languages have a sentence of their own for it. */
  reason: FailureReason.optional(),
});
export type Failure = z.infer<typeof Failure>;
