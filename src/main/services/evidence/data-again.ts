import type { Dataset, ThreadId } from '#contract';
import { nameWithoutSheet } from '#contract/conventions';
import { AppError } from '#contract/result';
import type { EvidenceData } from '../../exchange';
import type { EvidenceOptions, VerifyOptions } from './options';
import { reasonOf } from './reason';
import type { EvidenceFinding } from './report';
import type { Unpacked } from './unpack';

/** The data of a bundle, read anew: nothing of how it was read then is taken over but what the analyst has said of its columns. */
export class DataAgain {
  readonly #options: EvidenceOptions;
  readonly #unpacked: Unpacked;

  constructor(options: EvidenceOptions, unpacked: Unpacked) {
    this.#options = options;
    this.#unpacked = unpacked;
  }

  /** `isThere`: all of it was read, so that queries can run. */
  async read(threadId: ThreadId, options: VerifyOptions): Promise<{ isThere: boolean; findings: EvidenceFinding[] }> {
    const { library } = this.#options;
    const { data } = this.#unpacked.manifest;
    const findings: EvidenceFinding[] = [];
    const read = new Map<string, Dataset[] | string>();
    const attached: EvidenceData[] = [];
    let isThere = true;
    for (const entry of data) {
      options.signal?.throwIfAborted();
      options.onProgress?.({ what: 'data', name: entry.name });
      if (entry.file === null) {
        findings.push({ what: 'data', name: entry.table, state: 'not_run', why: 'no_data', detail: entry.sha256 });
        isThere = false;
        continue;
      }
      const datasets = read.get(entry.file) ?? (await this.#add(entry, options.signal));
      read.set(entry.file, datasets);
      const dataset = typeof datasets === 'string' ? null : sheetOf(datasets, entry);
      if (dataset?.status !== 'ready') {
        const detail = typeof datasets === 'string' ? datasets : (dataset?.error?.message ?? null);
        findings.push({ what: 'data', name: entry.table, state: 'differs', why: 'not_readable', detail });
        isThere = false;
        continue;
      }
      library.datasets.attachAs(threadId, dataset.id, entry);
      attached.push(entry);
    }
    findings.push(...(await this.#compared(threadId, attached)));
    return { isThere, findings };
  }

  /** As the thread calls them, with what the analyst has said of them. */
  async #compared(threadId: ThreadId, attached: readonly EvidenceData[]): Promise<EvidenceFinding[]> {
    const { library, definitions, now } = this.#options;
    const tables = library.datasets.ofThread(threadId);
    const defined = await definitions.ofThread({ threadId });
    return attached.map((entry): EvidenceFinding => {
      const dataset = tables.find(({ table }) => table === entry.table)?.dataset;
      const shape = defined.find(({ datasetId }) => datasetId === dataset?.id)?.definitions.shape;
      if (entry.edits && shape !== undefined) library.definitions.save(shape, entry.edits, now());
      return compared(entry, dataset?.profile ?? null);
    });
  }

  async #add({ file, name, sheet }: EvidenceData, signal: AbortSignal | undefined): Promise<Dataset[] | string> {
    const { files, datasets, blobs } = this.#options;
    const key = this.#unpacked.blobs.get(file ?? '');
    try {
      if (!key) throw new AppError('not_found', 'The file is missing.');
      const stored = await files.add(nameWithoutSheet({ name, sheet }), (await blobs.read(key)).stream);
      const added = await datasets.add({ fileId: stored.id });
      await Promise.all(added.map(({ id }) => datasets.settled(id, signal)));
      return added.map(({ id }) => datasets.get({ datasetId: id }));
    } catch (error) {
      return reasonOf(error, signal);
    }
  }
}

const sheetOf = (datasets: readonly Dataset[], { sheet }: EvidenceData): Dataset | null =>
  datasets.find((dataset) => dataset.sheet === sheet) ?? (datasets.length === 1 ? (datasets[0] ?? null) : null);

function compared(entry: EvidenceData, profile: Dataset['profile']): EvidenceFinding {
  const columns = profile?.columns.map(({ name, type }) => ({ name, type })) ?? [];
  const sameColumns = JSON.stringify(columns) === JSON.stringify(entry.columns);
  const sameRows = profile?.rows === entry.rows;
  if (sameColumns && sameRows) return { what: 'data', name: entry.table, state: 'equal', why: null, detail: null };
  return {
    what: 'data',
    name: entry.table,
    state: 'differs',
    why: sameColumns ? 'other_rows' : 'other_columns',
    detail: sameColumns ? `${entry.rows} → ${profile?.rows}` : JSON.stringify(columns.map(({ name }) => name)),
  };
}
