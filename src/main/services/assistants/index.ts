import type { Assistant, AssistantId, AssistantTraits, FileId, Saved } from '#contract';
import { AppError } from '#contract/result';
import type { AssistantFields, AssistantsClient, FileChanges, ServerAssistant } from '../../api';
import { fileNameFrom } from '../file-names';
import type { Emit } from '../hub';
import type { ShellServices } from '../ports';
import type { AppAssistant } from '../runs';
import type { SentFiles } from '../sent-files';
import { exported, imported } from './exchange';

export interface AssistantsOptions {
  client: () => Promise<AssistantsClient>;
  /** The app's own. */
  assistant: AppAssistant;
  sent: SentFiles;
  shell: ShellServices;
  emit: Emit;
}

interface GivenFiles {
  keep: string[];
  add: { fileId: FileId; use: 'code' | 'search' }[];
}
type Changes = { [F in keyof AssistantFields]?: AssistantFields[F] | undefined };

/** Assistants, the analyst's and those of scripts: they are kept by the server, where both find them. */
export class Assistants {
  readonly #options: AssistantsOptions;

  constructor(options: AssistantsOptions) {
    this.#options = options;
  }

  async list(): Promise<Assistant[]> {
    const own = await this.#options.assistant.id();
    const all = (await (await this.#server()).list()).map((assistant) => ({ ...assistant, own: assistant.id === own }));
    return [...all.filter((assistant) => assistant.own), ...all.filter((assistant) => !assistant.own)];
  }

  /** Names of the assistants that have a file, by the server's id of it. */
  async usersOf(remoteFileId: string): Promise<string[]> {
    const all = await (await this.#server()).list();
    return all.filter(({ files }) => files.some(({ id }) => id === remoteFileId)).map(({ name }) => name);
  }

  async create({ files, ...fields }: AssistantFields & { files: GivenFiles }): Promise<Assistant> {
    return this.#publish(await (await this.#server()).create(fields, await this.#filesOf(files)));
  }

  async update(input: Changes & { assistantId: AssistantId; files?: GivenFiles | undefined }): Promise<Assistant> {
    const { assistantId, files, ...changes } = input;
    await this.#assertNotOwn(assistantId);
    const server = await this.#server();
    const before = fieldsOf(await server.get(assistantId));
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return this.#publish(
      await server.update(assistantId, { ...before, ...given }, files ? await this.#filesOf(files) : null),
    );
  }

  async duplicate(input: { assistantId: AssistantId }): Promise<Assistant> {
    const server = await this.#server();
    const original = await server.get(input.assistantId);
    const fields = { ...fieldsOf(original), name: `${original.name.slice(0, 250)} copy` };
    const ids = (use: 'code' | 'search') => original.files.filter((file) => file.use === use).map(({ id }) => id);
    return this.#publish(await server.create(fields, { keep: [], code: ids('code'), search: ids('search') }));
  }

  async remove(input: { assistantId: AssistantId }): Promise<Record<string, never>> {
    await this.#assertNotOwn(input.assistantId);
    await (await this.#server()).remove(input.assistantId);
    this.#options.emit({ name: 'assistants.removed', data: input });
    return {};
  }

  async export(input: { assistantId: AssistantId }): Promise<Saved> {
    const assistant = await (await this.#server()).get(input.assistantId);
    return this.#options.shell.save({
      name: `${fileNameFrom(assistant.name)}.assistant.json`,
      type: 'application/json',
      bytes: new TextEncoder().encode(`${JSON.stringify(exported(assistant), null, 2)}\n`),
    });
  }

  async import(input: { json: string }): Promise<{ assistant: Assistant; missing: string[] }> {
    const { fields, missing } = imported(input.json);
    const assistant = await (await this.#server()).create(fields, NO_FILES);
    return { assistant: await this.#publish(assistant), missing };
  }

  /** What matters to a run of it. */
  async traits(id: AssistantId): Promise<AssistantTraits> {
    return (await this.#server()).traits(id).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      throw new AppError('not_found', 'The assistant of this thread is no longer there. Choose another one.');
    });
  }

  async #server() {
    return (await this.#options.client()).assistants;
  }

  async #publish(assistant: ServerAssistant): Promise<Assistant> {
    const data = { ...assistant, own: assistant.id === (await this.#options.assistant.id()) };
    this.#options.emit({ name: 'assistants.changed', data });
    return data;
  }

  async #assertNotOwn(id: AssistantId): Promise<void> {
    if (id === (await this.#options.assistant.id()))
      throw new AppError('invalid_input', 'Assay’s own analyst stays as it is. Duplicate it, and change the copy.');
  }

  async #filesOf({ keep, add }: GivenFiles): Promise<FileChanges> {
    const changes = { keep, code: [] as string[], search: [] as string[] };
    for (const { fileId, use } of add) changes[use].push(await this.#options.sent.idOf(fileId));
    return changes;
  }
}

const NO_FILES: FileChanges = { keep: [], code: [], search: [] };

function fieldsOf({ id: _id, files: _files, createdAt: _createdAt, ...fields }: ServerAssistant): AssistantFields {
  return fields;
}
