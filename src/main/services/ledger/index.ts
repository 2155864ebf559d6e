import type { RunId, Saved, SentTotals, ThreadId, Transmission } from '#contract';
import { AppError } from '#contract/result';
import type { Library, RequestBody } from '../../library';
import { fileNameFrom } from '../file-names';
import type { BlobFiles, ShellServices } from '../ports';
import type { RequestRetention } from './retention';

export { Budgets, type ExpectedCost } from './budgets';
export { BudgetExceeded, KeptRequests, type RequestOutcome, type RequestToSend } from './kept-requests';
export { RequestRetention } from './retention';

const PAGE = 500;
/** More is put together in no memory: a thread at a time can be exported then. */
const EXPORT_LIMIT = 256 * 1024 ** 2;

export interface LedgerOptions {
  library: Library;
  blobs: BlobFiles;
  shell: ShellServices;
  retention: RequestRetention;
}

/** What has left for models, to be looked at. */
export class SentLedger {
  readonly #options: LedgerOptions;
  readonly #library: Library;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#library = options.library;
  }

  ofThread(input: { threadId: ThreadId | null; before?: number | undefined; limit: number }): {
    transmissions: Transmission[];
    hasMore: boolean;
  } {
    const page = this.#library.transmissions.page({ ...input, limit: input.limit + 1 });
    return { transmissions: page.slice(0, input.limit), hasMore: page.length > input.limit };
  }

  async request(input: { transmissionId: number; offset: number; limit: number }) {
    const body = this.#library.transmissions.body(input.transmissionId);
    if (!body) throw new AppError('not_found', 'This request is no longer kept.');
    const text = await this.#textOf(body);
    const { offset, limit } = input;
    return { text: text.slice(offset, offset + limit), offset, characters: text.length };
  }

  /** Oldest first. */
  ofRun(runId: RunId): Transmission[] {
    return this.#library.transmissions.ofRun(runId);
  }

  totals(input: { threadId: ThreadId | null }): SentTotals {
    return this.#library.transmissions.totals(input.threadId);
  }

  kept(input: { olderThanDays?: number | undefined }): { requests: number; bytes: number } {
    return this.#options.retention.kept(input);
  }

  async export(input: { threadId: ThreadId | null }): Promise<Saved> {
    const { threadId } = input;
    if (this.totals(input).totalBytes > EXPORT_LIMIT)
      throw new AppError('too_large', 'There is more than fits into one file. Export the threads one at a time.');
    const requests = [];
    for (const transmission of this.#all(threadId)) {
      const body = this.#library.transmissions.body(transmission.id);
      requests.push({ ...transmission, request: body ? jsonOf(await this.#textOf(body)) : null });
    }
    const title = threadId === null ? 'all threads' : (this.#library.threads.get(threadId)?.title ?? threadId);
    return this.#options.shell.save({
      name: `${fileNameFrom(`Sent of ${title}`)}.json`,
      type: 'application/json',
      bytes: new TextEncoder().encode(`${JSON.stringify({ totals: this.totals(input), requests }, null, 2)}\n`),
    });
  }

  /** Oldest first. */
  #all(threadId: ThreadId | null): Transmission[] {
    const all: Transmission[] = [];
    for (let before: number | undefined; ; before = all.at(-1)?.id) {
      const page = this.#library.transmissions.page({ threadId, before, limit: PAGE });
      all.push(...page);
      if (page.length < PAGE) return all.reverse();
    }
  }

  /** One that was lost with its file, as from a folder that was not copied whole, reads as nothing. */
  async #textOf(body: RequestBody): Promise<string> {
    if ('text' in body) return body.text;
    const { stream } = await this.#options.blobs.read(body.blob);
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
