import { z } from 'zod';
import type { Table, ThreadId } from '#contract';
import { plainPrint } from '#contract/printed';
import { AppError, type ErrorCode } from '#contract/result';
import { Table as TableSchema } from '#contract/tables';
import type { CodeResult } from '../../code-runner';
import type { EvidenceCall } from '../../exchange';
import { wholeOf } from '../whole';
import type { EvidenceOptions } from './options';
import { reasonOf } from './reason';
import type { EvidenceFinding, EvidenceWhy } from './report';
import { tableDifference } from './table-difference';
import type { Unpacked } from './unpack';

/** Code that draws lots or looks at the clock gives something else each time. */
const CHANCE = /\b(random|secrets|uuid|shuffle|sample|time|datetime|now|today|perf_counter|default_rng)\b/;
const LONGEST = 500;
/** Failures that lie in what was asked, and not in where it is computed. */
const OF_THE_CODE: ReadonlySet<ErrorCode> = new Set(['query_failed', 'query_refused', 'invalid_input']);

/** Queries, SQL and Python of a bundle, run in their order on its data. */
export class CodeAgain {
  /** What calls gave this time, for charts, by their ids. */
  readonly tables = new Map<string, Table>();
  readonly #options: EvidenceOptions;
  readonly #unpacked: Unpacked;
  readonly #threadId: ThreadId;
  /** By the newest Python. */
  #lastShown: string[] = [];

  constructor(options: EvidenceOptions, unpacked: Unpacked, threadId: ThreadId) {
    this.#options = options;
    this.#unpacked = unpacked;
    this.#threadId = threadId;
  }

  async run(call: EvidenceCall, signal?: AbortSignal): Promise<EvidenceFinding> {
    const came = call.result !== null || call.outputs.length > 0;
    // What was stopped on the way is not computed again, so that what it is said to have come to is not confirmed.
    if (call.status === 'cancelled' || call.status === 'running') {
      const state = came ? 'not_run' : 'stopped';
      return { what: call.kind, name: call.code, state, why: 'stopped_then', detail: null };
    }
    const finding = (state: EvidenceFinding['state'], why: EvidenceWhy | null, detail: string | null) => ({
      ...{ what: call.kind, name: call.code, state, why },
      detail: detail === null ? null : detail.slice(0, LONGEST).toWellFormed(),
    });
    try {
      const code = await this.#text(call.code);
      const differing =
        call.kind === 'python' ? await this.#python(call, code, signal) : await this.#rows(call, code, signal);
      if (differing === null) return finding('equal', null, null);
      const { why, detail } = differing;
      const excuse = call.kind === 'python' ? await this.#excuse(call, code, signal) : null;
      if (excuse === null) return finding('differs', why, detail);
      return finding(excuse === 'other_python' ? 'own_python' : 'cannot_be_equal', excuse, detail);
    } catch (error) {
      const reason = reasonOf(error, signal);
      const isSame = call.status === 'failed' && !came && error instanceof AppError && OF_THE_CODE.has(error.code);
      return isSame ? finding('equal', null, null) : finding('differs', 'failed', reason);
    }
  }

  async #rows(call: EvidenceCall, code: string, signal?: AbortSignal): Promise<Differing | null> {
    const { tools } = this.#options;
    if (!call.query) return this.#sameTable(call, await tools.query(this.#threadId, code, signal));
    const analysis = await tools.analyze(this.#threadId, call.query.query, signal);
    if ('problems' in analysis)
      return { why: 'failed', detail: JSON.stringify(analysis.problems.map(({ code: is }) => is)) };
    const differing = await this.#sameTable(call, analysis);
    if (differing) return differing;
    // Another version may write it otherwise; the rows are what counts, and both are told.
    return analysis.sql === code ? null : { why: 'other_sql', detail: analysis.sql };
  }

  async #sameTable(call: EvidenceCall, now: { table: Table; truncated: boolean }): Promise<Differing | null> {
    this.tables.set(call.id, now.table);
    if (!call.result) return { why: 'other_ending', detail: null };
    const then = TableSchema.parse(JSON.parse(await this.#text(call.result.json)));
    const detail = tableDifference(then, now.table);
    return detail === null ? null : { why: 'other_rows', detail };
  }

  async #python(call: EvidenceCall, code: string, signal?: AbortSignal): Promise<Differing | null> {
    const { python } = this.#options;
    if (!python) return { why: 'failed', detail: null };
    // What earlier cells had made was gone then as well.
    if (call.ending?.fresh) python.end(this.#threadId);
    const run = await python.run(this.#threadId, { code, files: [] }, signal);
    if (run.shown) this.tables.set(call.id, run.shown.table);
    if (call.ending && call.ending.ended !== run.ended)
      return { why: 'other_ending', detail: `${call.ending.ended} → ${run.ended}: ${run.error?.message ?? ''}` };
    const [then, now] = [await this.#shownThen(call), await this.#shownNow(run)];
    this.#lastShown = now;
    const at = [...then, ...now].findIndex((_, place) => then[place] !== now[place]);
    return at === -1 ? null : { why: 'other_output', detail: `${then[at] ?? ''} → ${now[at] ?? ''}` };
  }

  /** Printed text as it reads, and pictures and files by their hashes. Cells are numbered anew, and files get new ids. */
  async #shownThen({ outputs }: EvidenceCall): Promise<string[]> {
    const shown: string[] = [];
    for (const output of outputs) {
      if (output.type === 'logs') shown.push(withoutIds(await this.#text(output.file)));
      else if (output.type === 'image') shown.push(`image ${this.#unpacked.blobs.get(output.file)}`);
      else if (output.sha256 !== null) shown.push(`file ${output.sha256}`);
    }
    return shown;
  }

  async #shownNow({ outputs, files }: CodeResult): Promise<string[]> {
    const { blobs } = this.#options;
    const keyOf = async (bytes: Uint8Array) => (await blobs.put([bytes], Number.MAX_SAFE_INTEGER)).key;
    const shown: string[] = [];
    for (const output of outputs)
      shown.push(output.type === 'logs' ? withoutIds(plainPrint(output.text)) : `image ${await keyOf(output.bytes)}`);
    for (const file of files) shown.push(`file ${await keyOf(file.bytes)}`);
    return shown;
  }

  /** Why this code gives something else each time, or here; null where it should not. Whoever says so is not believed: it is seen. */
  async #excuse(call: EvidenceCall, code: string, signal?: AbortSignal): Promise<EvidenceWhy | null> {
    if (call.ending?.python?.runner === 'own') return 'other_python';
    if (!CHANCE.test(code)) return null;
    const before = this.#lastShown;
    await this.#python(call, code, signal);
    return JSON.stringify(before) === JSON.stringify(this.#lastShown) ? null : 'random_or_time';
  }

  async #text(name: string): Promise<string> {
    const key = z.string().parse(this.#unpacked.blobs.get(name));
    return new TextDecoder().decode(await wholeOf((await this.#options.blobs.read(key)).stream));
  }
}

interface Differing {
  why: EvidenceWhy;
  detail: string | null;
}

/** Files lie under their ids in /mnt/data as well, which whoever lists them prints. */
const withoutIds = (text: string): string =>
  text.replaceAll(/<cell \d+>/g, '<cell>').replaceAll(/\bfile[-_][A-Za-z0-9]{24}\b/g, '<file>');
