import { z } from 'zod';
import { CallQuery } from '#contract/analyze';
import { Chart } from '#contract/charts';
import { CodeEnding } from '#contract/code-endings';
import { DefinitionEdits } from '#contract/definitions';
import { LANGUAGES, NUMBER_LOCALES } from '#contract/languages';
import { Message } from '#contract/threads';

export const EVIDENCE_FORMAT = 'assay.evidence/1';
export const MANIFEST = 'manifest.json';
/** What the manifest itself has to come to, as `sha256sum` writes it. */
export const MANIFEST_SUM = 'manifest.json.sha256';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A place in the archive: no folder above it can be named. */
const place = z
  .string()
  .max(400)
  .regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\:\p{Cc}]+$/u, 'is not a place in a bundle');

/** A file whose rows the thread's queries are about, by the name that they have for it. */
export const EvidenceData = z.object({
  table: z.string(),
  /** Of the file, and of its sheet. */
  name: z.string(),
  sheet: z.string().nullable(),
  sha256,
  bytes: z.int().nonnegative(),
  /** Null where the file itself was left out. */
  file: place.nullable(),
  rows: z.int().nonnegative(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  edits: DefinitionEdits.nullable(),
  /** What the thread calls it, where it has taken the place of another file: the file, and columns by their own names. */
  names: z.object({ file: z.string(), columns: z.record(z.string(), z.string()) }).nullable(),
});
export type EvidenceData = z.infer<typeof EvidenceData>;

/** A file that answers quote; `id` is what their citations call it. */
export const EvidenceDocument = z.object({
  id: z.string(),
  name: z.string(),
  sha256,
  bytes: z.int().nonnegative(),
  file: place.nullable(),
});
export type EvidenceDocument = z.infer<typeof EvidenceDocument>;

export const EvidenceOutput = z.discriminatedUnion('type', [
  z.object({ type: z.literal('logs'), file: place }),
  z.object({ type: z.literal('image'), file: place }),
  z.object({ type: z.literal('file'), name: z.string(), file: place.nullable(), sha256: sha256.nullable() }),
]);
export type EvidenceOutput = z.infer<typeof EvidenceOutput>;

/** Something that was computed: a query, SQL, or a cell of Python, in the order of the thread. */
export const EvidenceCall = z.object({
  id: z.string(),
  run: z.string(),
  kind: z.enum(['query', 'sql', 'python']),
  status: z.enum(['running', 'completed', 'failed', 'cancelled']),
  /** The call that it was another version of. */
  version_of: z.string().nullable(),
  code: place,
  query: CallQuery.nullable(),
  /** Its rows with their types; `csv` are the same for people. */
  result: z.object({ json: place, csv: place, rows: z.int().nonnegative(), truncated: z.boolean() }).nullable(),
  outputs: z.array(EvidenceOutput),
  ending: CodeEnding.nullable(),
});
export type EvidenceCall = z.infer<typeof EvidenceCall>;

/** `of` is the call whose rows it draws. */
export const EvidenceChart = z.object({ chart: Chart, of: z.string(), svg: place, png: place });
export type EvidenceChart = z.infer<typeof EvidenceChart>;

/** What a bundle holds: every other file of it stands in `files`. */
export const EvidenceManifest = z.object({
  format: z.literal(EVIDENCE_FORMAT),
  /** Versions of what computed: Assay, DuckDB, Node, Python where it ran. */
  versions: z.record(z.string(), z.string()),
  locale: z.object({ language: z.enum(LANGUAGES), numbers: z.enum(NUMBER_LOCALES) }),
  thread: z.object({ id: z.string(), title: z.string(), created_at: z.int() }),
  /** Who answered: models by run, and what they were told to do. */
  runs: z.array(z.object({ id: z.string(), model: z.string(), status: z.string(), created_at: z.int() })),
  instructions: z.array(z.object({ assistant: z.string(), model: z.string(), text: z.string().nullable() })),
  messages: z.array(Message),
  data: z.array(EvidenceData),
  documents: z.array(EvidenceDocument),
  calls: z.array(EvidenceCall),
  charts: z.array(EvidenceChart),
  files: z.array(z.object({ name: place, bytes: z.int().nonnegative(), sha256 })),
});
export type EvidenceManifest = z.infer<typeof EvidenceManifest>;
