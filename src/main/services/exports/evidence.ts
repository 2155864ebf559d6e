import type { Call, CallOutput, Chart, FileId } from '#contract';
import { nameWithoutSheet } from '#contract/conventions';
import type { DefinitionEdits } from '#contract/definitions';
import type { Locale } from '#words';
import {
  EVIDENCE_FORMAT,
  type EvidenceCall,
  type EvidenceChart,
  type EvidenceData,
  type EvidenceDocument,
  type EvidenceManifest,
  type EvidenceOutput,
  MANIFEST,
  MANIFEST_SUM,
} from '../../exchange';
import type { Library, ThreadDataset } from '../../library';
import { toCsv } from '../csv';
import type { ClosingFile, WrittenContent } from '../ports';
import { FileNames } from './file-names';
import type { KeptThread } from './thread-record';

/** What a bundle is made of, beside the thread's own rows. */
export interface EvidenceSource {
  record: KeptThread;
  library: Library;
  /** Whether the files themselves are put in. */
  withData: boolean;
  locale: Locale;
  versions: Record<string, string>;
  instructions: EvidenceManifest['instructions'];
  /** What the analyst has said of a table. */
  editsOf(table: ThreadDataset): DefinitionEdits | null;
  /** Null where it is no longer kept. */
  fileBytes(id: FileId): { sha256: string; bytes: number; read(): AsyncIterable<Uint8Array> } | null;
  picture(chart: Chart, format: 'svg' | 'png'): Promise<Uint8Array>;
}

/** A thread as files that prove how its figures came about; the manifest, and what that comes to, stand behind all others. */
export interface EvidenceContents {
  contents: AsyncIterable<WrittenContent>;
  closing: ClosingFile[];
}

const encoder = new TextEncoder();
const text = (name: string, content: string): WrittenContent => ({ name, bytes: () => [encoder.encode(content)] });
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

export function evidenceOf(source: EvidenceSource): EvidenceContents {
  const parts = {
    data: [] as EvidenceData[],
    documents: [] as EvidenceDocument[],
    calls: [] as EvidenceCall[],
    charts: [] as EvidenceChart[],
  };
  return {
    contents: contentsOf(source, parts),
    closing: [
      (files) => text(MANIFEST, json({ ...headOf(source), ...parts, files: [...files] } satisfies EvidenceManifest)),
      (files) => text(MANIFEST_SUM, `${files.at(-1)?.sha256}  ${MANIFEST}\n`),
    ],
  };
}

function headOf({ record, versions, locale, instructions }: EvidenceSource) {
  const { thread, runs, messages } = record;
  const python = runs.flatMap(({ steps }) => steps.flatMap(({ calls }) => calls)).find(({ ending }) => ending?.python);
  const ran = python?.ending?.python;
  return {
    format: EVIDENCE_FORMAT,
    versions: { ...versions, ...(ran ? { Python: ran.version } : {}) },
    locale,
    thread: { id: thread.id, title: thread.title, created_at: thread.createdAt },
    runs: runs.map(({ id, model, status, createdAt }) => ({ id, model, status, created_at: createdAt })),
    instructions,
    messages,
  } as const;
}

type Parts = Pick<EvidenceManifest, 'data' | 'documents' | 'calls' | 'charts'>;

async function* contentsOf(source: EvidenceSource, parts: Parts): AsyncGenerator<WrittenContent> {
  const names = new FileNames();
  const files = new Map<FileId, string>();
  yield* dataOf(source, parts, names, files);
  yield* documentsOf(source, parts, names, files);
  const calls = source.record.runs.flatMap(({ id, steps }) =>
    steps.flatMap((step) => step.calls.map((call) => ({ run: id, call }))),
  );
  for (const { run, call } of calls) if (isComputed(call)) yield* callOf(source, parts, names, run, call);
  for (const chart of source.record.charts) yield* chartOf(source, parts, names, chart);
}

/** What was computed for an answer; trials of other code beside it are none of the evidence. */
const isComputed = (call: Call): boolean =>
  call.code !== null && call.status !== 'running' && (call.localOf === null || call.query !== undefined);

/** Each file once, also one that is both data and a document. */
type FilePlaces = Map<FileId, string>;

function* documentsOf(
  source: EvidenceSource,
  parts: Parts,
  names: FileNames,
  files: FilePlaces,
): Generator<WrittenContent> {
  for (const { id, name, fileId } of source.record.documents) {
    const bytes = source.fileBytes(fileId);
    if (!bytes) continue;
    const known = files.get(fileId);
    const place = known ?? names.in('documents', name);
    if (source.withData && known === undefined) yield { name: place, bytes: bytes.read };
    files.set(fileId, place);
    const file = source.withData ? place : null;
    parts.documents.push({ id, name, sha256: bytes.sha256, bytes: bytes.bytes, file });
  }
}

function* dataOf(source: EvidenceSource, parts: Parts, names: FileNames, files: FilePlaces): Generator<WrittenContent> {
  for (const entry of source.record.tables) {
    const { dataset, table } = entry;
    const bytes = source.fileBytes(dataset.fileId);
    if (!bytes) continue;
    const known = files.get(dataset.fileId);
    const name = known ?? names.in('data', nameWithoutSheet(dataset));
    if (source.withData && known === undefined) yield { name, bytes: bytes.read };
    files.set(dataset.fileId, name);
    parts.data.push({
      table,
      name: dataset.name,
      sheet: dataset.sheet,
      sha256: bytes.sha256,
      bytes: bytes.bytes,
      file: source.withData ? name : null,
      rows: dataset.profile?.rows ?? 0,
      columns: dataset.profile?.columns.map(({ name: column, type }) => ({ name: column, type })) ?? [],
      edits: source.editsOf(entry),
      names: entry.names ?? null,
    });
  }
}

async function* callOf(
  source: EvidenceSource,
  parts: Parts,
  names: FileNames,
  run: string,
  call: Call,
): AsyncGenerator<WrittenContent> {
  if (!call.code) return;
  const stem = String(parts.calls.length + 1).padStart(3, '0');
  const code = names.in('code', `${stem}.${call.code.language === 'sql' ? 'sql' : 'py'}`);
  yield text(code, call.code.text);
  let result: EvidenceCall['result'] = null;
  if (call.result) {
    const table = source.library.results.table(call.result.id);
    result = {
      json: names.in('results', `${stem}.json`),
      csv: names.in('results', `${stem}.csv`),
      rows: call.result.rowCount,
      truncated: call.result.truncated,
    };
    yield text(result.json, json(table));
    yield text(result.csv, toCsv(table));
  }
  const outputs: EvidenceOutput[] = [];
  for (const [at, output] of call.outputs.entries()) {
    const kept = outputOf(source, names, `${stem}-${at + 1}`, output);
    if (!kept) continue;
    if (kept.content) yield kept.content;
    outputs.push(kept.output);
  }
  parts.calls.push({
    id: call.id,
    run,
    kind: call.code.language === 'python' ? 'python' : call.query ? 'query' : 'sql',
    status: call.status,
    version_of: call.localOf,
    code,
    query: call.query ?? null,
    result,
    outputs,
    ending: call.ending,
  });
}

function outputOf(
  source: EvidenceSource,
  names: FileNames,
  stem: string,
  output: CallOutput,
): { output: EvidenceOutput; content: WrittenContent | null } | null {
  if (output.type === 'logs') {
    const file = names.in('outputs', `${stem}.txt`);
    return { output: { type: 'logs', file }, content: text(file, output.text) };
  }
  if (output.type !== 'image' && output.type !== 'file') return null;
  const bytes = source.fileBytes(output.fileId);
  if (!bytes) return null;
  const file = names.in('outputs', output.type === 'image' ? `${stem}.png` : output.name);
  const kept: EvidenceOutput =
    output.type === 'image' ? { type: 'image', file } : { type: 'file', name: output.name, file, sha256: bytes.sha256 };
  return { output: kept, content: { name: file, bytes: bytes.read } };
}

async function* chartOf(
  { picture, library }: EvidenceSource,
  parts: Parts,
  names: FileNames,
  chart: Chart,
): AsyncGenerator<WrittenContent> {
  const stem = String(parts.charts.length + 1).padStart(3, '0');
  const [svg, png] = [names.in('charts', `${stem}.svg`), names.in('charts', `${stem}.png`)];
  const [drawn, painted] = [await picture(chart, 'svg'), await picture(chart, 'png')];
  yield { name: svg, bytes: () => [drawn] };
  yield { name: png, bytes: () => [painted] };
  parts.charts.push({ chart, of: library.results.get(chart.resultId).callId, svg, png });
}
