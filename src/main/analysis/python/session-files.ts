import { AppError } from '#contract/result';
import type { CodeTable } from '../../code-runner';
import { freeName, safeName, safePath } from './file-names';
import type { Limits } from './limits';
import type { TableAtHand } from './protocol';
import type { Sandbox } from './sandbox-process';
import type { CodeFile } from './types';

/** What one Python has been given of files and tables. */
export class SessionFiles {
  readonly #limits: Limits;
  /** Files laid already → the name they lie under. */
  readonly #sent = new Map<string, string>();
  /** Names and contents of files → the name they lie under. */
  readonly #contents = new Map<string, string>();
  #count = 0;
  #bytes = 0;
  /** Paths of files that this Python has written itself: what lies there is newer than any copy of it. */
  readonly #written = new Set<string>();
  /** Names under which the rows of tables lie beside the files → where they are seen. */
  readonly #tables = new Map<string, string>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  noteWritten(files: readonly { name: string }[]): void {
    for (const { name } of files) this.#written.add(name);
  }

  /** Each file once: what the code has made of it since is the session's own. */
  async send(sandbox: Sandbox, files: CodeFile[]): Promise<void> {
    const isWritten = (file: CodeFile) => file.made === true && this.#written.has(safePath(file.name));
    const unsent = files.filter((file) => !this.#sent.has(fileKey(file)));
    for (const file of unsent.filter(isWritten)) await this.#alias(sandbox, file, safePath(file.name));
    for (const file of this.#filesThatFit(unsent.filter((file) => !isWritten(file)))) await this.#send(sandbox, file);
  }

  /** Tables as code is told of them; their rows lie beside the files as well, as Parquet, where the name is free. */
  async sendTables(sandbox: Sandbox, tables: readonly CodeTable[]): Promise<TableAtHand[]> {
    const atHand: TableAtHand[] = [];
    for (const { at, ...table } of tables) {
      const problem = 'problem' in at ? at.problem : null;
      const path = 'path' in at ? await sandbox.linkFile(at.path) : null;
      atHand.push({ ...table, path, problem });
      if (path !== null) await this.#showParquet(sandbox, safeName(`${table.name}.parquet`), path);
    }
    return atHand;
  }

  async #showParquet(sandbox: Sandbox, name: string, target: string): Promise<void> {
    const isTaken = this.#written.has(name) || [...this.#sent.values()].includes(name);
    if (isTaken || this.#tables.get(name) === target) return;
    await this.#link(sandbox, { path: name, alias: null, target });
    this.#tables.set(name, target);
  }

  /** What is there is found by another id as well. */
  async #alias(sandbox: Sandbox, file: CodeFile, path: string): Promise<void> {
    if (file.fileId !== undefined) await sandbox.send({ op: 'alias', path, alias: safeName(file.fileId) });
    this.#sent.set(fileKey(file), path);
  }

  /** All that were given, and of those that earlier code made the newest, as long as there is room. */
  #filesThatFit(files: readonly CodeFile[]): CodeFile[] {
    const { inputFiles, inputBytes } = this.#limits;
    const given = files.filter((file) => !file.made);
    let count = this.#count + given.length;
    let bytes = given.reduce((sum, file) => sum + this.#copiedBytes(file), this.#bytes);
    if (count > inputFiles) throw new AppError('too_large', `Python can be given ${inputFiles} files at most.`);
    if (bytes > inputBytes)
      throw new AppError('too_large', 'The files are too large together for Python. Give it fewer or smaller ones.');
    const omitted = new Set<CodeFile>();
    for (const file of files.filter(({ made }) => made).toReversed()) {
      const copied = this.#copiedBytes(file);
      if (count + 1 > inputFiles || bytes + copied > inputBytes) omitted.add(file);
      else [count, bytes] = [count + 1, bytes + copied];
    }
    return files.filter((file) => !omitted.has(file));
  }

  /** What a file takes of the session's own disk. */
  #copiedBytes({ path, size }: CodeFile): number {
    return path !== undefined && size >= this.#limits.linkedFrom ? 0 : size;
  }

  async #send(sandbox: Sandbox, file: CodeFile): Promise<void> {
    const known = contentKey(file) && this.#contents.get(contentKey(file));
    if (known && !file.made) return this.#alias(sandbox, file, known);
    const taken = new Set([...this.#sent.values(), ...this.#written, ...this.#tables.keys()]);
    const path = file.made ? safePath(file.name) : freeName(safeName(file.name), taken);
    const id = file.fileId === undefined ? null : safeName(file.fileId);
    const alias = id === path ? null : id;
    const isCopied = this.#copiedBytes(file) === file.size;
    const target = isCopied || file.path === undefined ? null : await sandbox.linkFile(file.path);
    if (target === null) await this.#copy(sandbox, file, { path, alias });
    else await this.#link(sandbox, { path, alias, target });
    this.#sent.set(fileKey(file), path);
    if (!file.made) this.#contents.set(contentKey(file), path);
    this.#count += 1;
    this.#bytes += target === null ? file.size : 0;
  }

  #copy(sandbox: Sandbox, file: CodeFile, { path, alias }: { path: string; alias: string | null }): Promise<void> {
    return received(sandbox, () => sandbox.sendFile(path, alias, file.size, file.read()));
  }

  #link(sandbox: Sandbox, link: { path: string; alias: string | null; target: string }): Promise<void> {
    return received(sandbox, () => sandbox.send({ op: 'link', ...link }));
  }
}

/** Resolves when the sandbox has what it is sent. @throws AppError `unavailable` when it ended meanwhile */
async function received(sandbox: Sandbox, send: () => Promise<void>): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    sandbox.listen((message) => {
      if (message.type === 'file_received') resolve();
    });
  });
  await send();
  const end = await Promise.race([arrived, sandbox.exited]);
  if (end !== undefined) throw new AppError('unavailable', 'Python ended while it was given a file. Try again.');
}

/** '' where its content is not known. */
const contentKey = ({ name, content }: CodeFile): string => (content === undefined ? '' : `${content} ${name}`);

const fileKey = (file: CodeFile): string => file.fileId ?? `${file.size}:${file.name}`;
