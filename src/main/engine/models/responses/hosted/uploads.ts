import { createHash } from 'node:crypto';
import type { ModelTurn } from '../../../ports';
import { endingOf, NO_BYTES, type Upstream, upload } from '../../upstream';
import { wireOf } from '../wire';
import type { HostedMemory, MadeBy } from './memory';

/** Larger files are neither sent nor fetched: both pass through memory. */
export const LARGEST_FILE = 128 * 1_024 * 1_024;
/** The server forgets what was uploaded after a day, whatever becomes of this program. */
const KEPT_SECONDS = 86_400;

/** The bytes of a file, named by what they hold. */
export interface FileToSend {
  fileId: string;
  name: string;
  bytes: Uint8Array;
  hash: string;
}

/** Files that a connection's server is given: the same bytes once, whoever needs them. */
export class Uploads {
  readonly #upstream: Upstream;
  readonly #memory: HostedMemory;

  constructor(upstream: Upstream, memory: HostedMemory) {
    this.#upstream = upstream;
    this.#memory = memory;
  }

  /**
   * Does something with the server's id of a file, which is sent where it is not there. Where it was sent before, and the server
   * has forgotten it since, it is sent again.
   */
  async with<T>(
    turn: ModelTurn,
    file: FileToSend,
    work: (remoteId: string) => Promise<T>,
    /** Whether the work failed as the server has no such file. */
    isLost: (error: unknown) => Promise<boolean>,
    signal: AbortSignal,
  ): Promise<T> {
    const known = this.#memory.upload(file.hash);
    if (known !== null) {
      try {
        const result = await work(known);
        this.#use(known, turn, file);
        return result;
      } catch (error) {
        signal.throwIfAborted();
        if (!(await isLost(error))) throw error;
        this.#memory.forget('file', known);
      }
    }
    return work(await this.#send(turn, file, signal));
  }

  async #send(turn: ModelTurn, file: FileToSend, signal: AbortSignal): Promise<string> {
    const { name, bytes, hash } = file;
    const { id, threadId } = turn.run;
    const purpose = 'user_data';
    const entry = {
      body: JSON.stringify({ purpose, file: { name, bytes: bytes.length, sha256: hash } }),
      bytes: { ...NO_BYTES, file: bytes.length },
      expected: { input: 0, output: 0 },
      run: { id, threadId },
    };
    const fields = { purpose, 'expires_after[anchor]': 'created_at', 'expires_after[seconds]': String(KEPT_SECONDS) };
    const request = { path: '/files', name: name.split('/').at(-1) || 'file', bytes, fields, entry };
    const remoteId = String(wireOf(await upload(this.#upstream, request, signal)).id);
    this.#memory.addUpload({ hash, remoteId, keptMs: KEPT_SECONDS * 1_000, madeBy: madeBy(turn, this.#upstream) });
    this.#use(remoteId, turn, file);
    return remoteId;
  }

  #use(remoteId: string, turn: ModelTurn, { fileId }: FileToSend): void {
    this.#memory.addUse(remoteId, { threadId: turn.run.threadId, fileId });
  }
}

/** Whose turn something is done for. */
export type Asker = Pick<ModelTurn, 'run'>;

export const madeBy = ({ run }: Asker, { model }: Upstream): MadeBy => ({
  runId: run.id,
  threadId: run.threadId,
  model,
});

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What servers answer that do not have what was asked for, or named. */
const NOT_THERE = [400, 404, 410, 422];

export const mayBeGone = (error: unknown): boolean => NOT_THERE.includes(endingOf(error)?.status ?? 0);
