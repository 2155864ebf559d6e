import type { DatasetId, ThreadId } from '#contract';
import type { CodeFile } from '../../code-runner';
import type { Library } from '../../library';
import type { Files } from '../files';
import { LARGEST_SENT, type SentFiles } from '../sent-files';

/** Data larger than this is sent only where the question names the file; code of this computer reads it where it lies. */
const LARGE = 64 * 1024 ** 2;
const PYTHON_BLOCK = /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:python3?|py)\b/im;

/** The data of a thread as files that its Python finds under /mnt/data. */
export class CodeFiles {
  readonly #options: { library: Library; files: Files; sent: SentFiles };

  constructor(options: { library: Library; files: Files; sent: SentFiles }) {
    this.#options = options;
  }

  /** The server's ids of what code may read; none where there is none in the question, and no model that may write some. */
  async forQuestion(
    prompt: string,
    threadId: ThreadId | null,
    added: readonly DatasetId[],
    mayWriteCode: boolean,
  ): Promise<string[]> {
    if (!mayWriteCode && !PYTHON_BLOCK.test(prompt)) return [];
    const { library, sent } = this.#options;
    const known = threadId ? library.datasets.ofThread(threadId) : [];
    const standIns = new Set(known.flatMap(({ dataset, names }) => (names ? [dataset.id] : [])));
    const ids = [...new Set([...known.map(({ dataset }) => dataset.id), ...added])].filter((id) => !standIns.has(id));
    const datasets = ids.flatMap((id) => library.datasets.get(id) ?? []);
    const wanted = datasets.filter(
      ({ bytes, name }) => bytes <= LARGE || (bytes <= LARGEST_SENT && prompt.includes(name)),
    );
    return Promise.all([...new Set(wanted.map(({ fileId }) => fileId))].map((id) => sent.idOf(id)));
  }

  /** The same files for code that is run again on this machine. */
  ofThread(threadId: ThreadId): CodeFile[] {
    const { library, files } = this.#options;
    return library.datasets.ofThread(threadId).flatMap(({ dataset, names }): CodeFile[] => {
      if (names) return [];
      const file = library.files.get(dataset.fileId);
      const remote = library.files.remoteId(dataset.fileId);
      // Only what code was given in its time.
      return file && remote ? [files.forCode(file, file.name, remote)] : [];
    });
  }
}
