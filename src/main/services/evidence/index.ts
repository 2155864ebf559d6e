import { ThreadId as ThreadIdSchema } from '#contract/ids';
import type { EvidenceManifest } from '../../exchange';
import { newId } from '../../new-id';
import { ChartsAgain } from './charts-again';
import { CodeAgain } from './code-again';
import { DataAgain } from './data-again';
import type { EvidenceOptions, VerifyOptions } from './options';
import { QuotesAgain } from './quotes-again';
import { type EvidenceFinding, type EvidenceReport, reportOf } from './report';
import { type Unpacked, unpackEvidence } from './unpack';

export type { EvidenceFinding, EvidenceReport, EvidenceState, EvidenceWhy } from './report';
export type { EvidenceFiles } from './unpack';

/**
 * Computes all of a bundle again, in a library that is for nothing else: its files are added, and what they hold is not trusted. Code
 * runs in Assay's own sandbox alone.
 */
export class Evidence {
  readonly #options: EvidenceOptions;

  constructor(options: EvidenceOptions) {
    this.#options = options;
  }

  /** @throws AppError `unreadable_file`, `too_large`, `cancelled` */
  async verify(path: string, options: VerifyOptions = {}): Promise<EvidenceReport> {
    const { blobs, versions, open } = this.#options;
    const source = await open(path);
    try {
      return await this.#verify(await unpackEvidence(source, blobs, options.signal), options, versions());
    } finally {
      await source.close();
    }
  }

  async #verify(
    unpacked: Unpacked,
    options: VerifyOptions,
    now: EvidenceReport['versions']['now'],
  ): Promise<EvidenceReport> {
    const { manifest } = unpacked;
    const findings = [...unpacked.findings];
    // What is not what it says is not run.
    if (findings.length === 0) {
      findings.push(...manifest.files.map(({ name }) => equal('file', name)));
      findings.push(...(await this.#again(unpacked, options)));
    }
    return reportOf({
      thread: { id: manifest.thread.id, title: manifest.thread.title },
      versions: { before: manifest.versions, now },
      findings,
    });
  }

  async #again(unpacked: Unpacked, options: VerifyOptions): Promise<EvidenceFinding[]> {
    const { library, now } = this.#options;
    const threadId = ThreadIdSchema.parse(newId('thread_'));
    library.threads.add({ id: threadId, title: unpacked.manifest.thread.title, at: now() });
    const data = await new DataAgain(this.#options, unpacked).read(threadId, options);
    const findings = [...data.findings];
    const code = new CodeAgain(this.#options, unpacked, threadId);
    for (const call of unpacked.manifest.calls) {
      options.signal?.throwIfAborted();
      options.onProgress?.({ what: call.kind, name: call.code });
      findings.push(data.isThere ? await code.run(call, options.signal) : notRun(call.kind, call.code, 'no_data'));
    }
    const charts = new ChartsAgain(this.#options, unpacked, code.tables);
    for (const chart of unpacked.manifest.charts) {
      options.onProgress?.({ what: 'chart', name: chart.svg });
      findings.push(data.isThere ? await charts.draw(chart, options.signal) : notRun('chart', chart.svg, 'no_data'));
    }
    findings.push(...(await new QuotesAgain(this.#options, unpacked).read(options)));
    return [...findings, ...neverEqual(unpacked.manifest)];
  }
}

const equal = (what: EvidenceFinding['what'], name: string): EvidenceFinding => ({
  what,
  name,
  state: 'equal',
  why: null,
  detail: null,
});

const notRun = (
  what: EvidenceFinding['what'],
  name: string,
  why: NonNullable<EvidenceFinding['why']>,
): EvidenceFinding => ({ what, name, state: 'not_run', why, detail: null });

/** What no computation gives again: it is named, so that nobody takes it for proven. */
function neverEqual({ runs, messages, thread }: EvidenceManifest): EvidenceFinding[] {
  const models = [...new Set(runs.map(({ model }) => model))];
  const words = messages.some(({ role }) => role === 'assistant')
    ? models.map((model): EvidenceFinding => {
        const why = model === 'built-in' || model === 'explore' ? 'words_of_the_analyst' : 'words_of_a_model';
        return { what: 'words', name: model, state: 'cannot_be_equal', why, detail: null };
      })
    : [];
  return [...words, { what: 'times', name: thread.title, state: 'cannot_be_equal', why: 'moments', detail: null }];
}
