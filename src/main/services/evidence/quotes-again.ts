import type { Citation } from '#contract';
import { AppError } from '#contract/result';
import type { EvidenceDocument } from '../../exchange';
import { wholeOf } from '../whole';
import type { EvidenceOptions, VerifyOptions } from './options';
import { reasonOf } from './reason';
import type { EvidenceFinding } from './report';
import type { Unpacked } from './unpack';

/** What answers of a bundle quote, looked up in its documents, which are read anew. */
export class QuotesAgain {
  readonly #options: EvidenceOptions;
  readonly #unpacked: Unpacked;

  constructor(options: EvidenceOptions, unpacked: Unpacked) {
    this.#options = options;
    this.#unpacked = unpacked;
  }

  async read(options: VerifyOptions): Promise<EvidenceFinding[]> {
    const { documents, messages } = this.#unpacked.manifest;
    const citations = messages.flatMap((message) => message.citations);
    const findings: EvidenceFinding[] = [];
    for (const document of documents) {
      options.signal?.throwIfAborted();
      const quoted = citations.filter(({ documentId }) => documentId === document.id);
      if (quoted.length === 0) continue;
      options.onProgress?.({ what: 'quote', name: document.name });
      findings.push(...(await this.#lookUp(document, quoted, options.signal)));
    }
    return findings;
  }

  async #lookUp(
    document: EvidenceDocument,
    quoted: readonly Citation[],
    signal: AbortSignal | undefined,
  ): Promise<EvidenceFinding[]> {
    const finding = { what: 'quote' as const, name: document.name, detail: null };
    if (document.file === null) return [{ ...finding, state: 'not_run', why: 'no_data' }];
    try {
      const text = inOneLine(await this.#text(document));
      return quoted.map(({ quote }): EvidenceFinding => {
        if (text.includes(inOneLine(quote))) return { ...finding, state: 'equal', why: null };
        return { ...finding, state: 'differs', why: 'not_in_document', detail: quote.slice(0, 200).toWellFormed() };
      });
    } catch (error) {
      return [{ ...finding, state: 'differs', why: 'not_readable', detail: reasonOf(error, signal) }];
    }
  }

  async #text({ name, file }: EvidenceDocument): Promise<string> {
    const { library, files, documents, blobs } = this.#options;
    const key = this.#unpacked.blobs.get(file ?? '');
    if (!key) throw new AppError('not_found', 'The file is missing.');
    const stored = await files.add(name, (await blobs.read(key)).stream);
    const { id } = documents.add({ fileId: stored.id });
    await documents.settled(id);
    const text = library.documents.text(id);
    if (!text) throw new AppError('unreadable_file', documents.get({ documentId: id }).error?.message ?? name);
    return new TextDecoder().decode(await wholeOf((await blobs.read(text.blob)).stream));
  }
}

/** Lines are broken elsewhere in quotes than on pages. */
const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
