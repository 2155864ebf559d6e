import type { Table } from '#contract';
import type { EvidenceChart } from '../../exchange';
import { boundedTable, IN_WINDOW } from '../bounded-table';
import { wholeOf } from '../whole';
import type { EvidenceOptions } from './options';
import { reasonOf } from './reason';
import type { EvidenceFinding } from './report';
import type { Unpacked } from './unpack';

/** Charts of a bundle, drawn again of what was computed this time. */
export class ChartsAgain {
  readonly #options: EvidenceOptions;
  readonly #unpacked: Unpacked;
  readonly #tables: ReadonlyMap<string, Table>;

  constructor(options: EvidenceOptions, unpacked: Unpacked, tables: ReadonlyMap<string, Table>) {
    this.#options = options;
    this.#unpacked = unpacked;
    this.#tables = tables;
  }

  async draw({ chart, of, svg }: EvidenceChart, signal?: AbortSignal): Promise<EvidenceFinding> {
    const finding = { what: 'chart' as const, name: svg };
    const table = this.#tables.get(of);
    if (!table) return { ...finding, state: 'not_run', why: 'no_data', detail: null };
    const { painter, blobs } = this.#options;
    try {
      const locale = this.#unpacked.manifest.locale;
      const drawn = await painter.draw(
        { spec: chart.spec, table: boundedTable(table, IN_WINDOW), theme: 'light', locale },
        signal,
      );
      const { stream } = await blobs.read(this.#unpacked.blobs.get(svg) ?? '');
      const then = new TextDecoder().decode(await wholeOf(stream));
      if (then === drawn.svg) return { ...finding, state: 'equal', why: null, detail: null };
      return { ...finding, state: 'differs', why: 'other_picture', detail: null };
    } catch (error) {
      return { ...finding, state: 'differs', why: 'failed', detail: reasonOf(error, signal) };
    }
  }
}
