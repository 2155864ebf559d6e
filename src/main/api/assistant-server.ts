import type OpenAI from 'openai';
import type { Assistant, AssistantFile, AssistantTraits } from '#contract';
import { CodePlace, SearchPlace } from '#contract/assistants';
import { AssistantId } from '#contract/ids';
import { ReasoningEffort } from '#contract/models';

/** Marks in an assistant's metadata, of ours. */
const MARKS = 'assay_';
const MODEL = 'assay_model';
const CODE = 'assay_code';
const SEARCH = 'assay_search';
const BACKGROUND = 'assay_background';
const OF_THREAD = 'thread';
/** The model of the protocol's object, which has to have one, where the thread's is meant. */
const ANY_MODEL = 'built-in';

type FunctionDefinition = Assistant['tools']['functions'][number];
/** A function that the app carries out itself. */
export interface AppFunction {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
}

export type AssistantFields = Omit<Assistant, 'id' | 'own' | 'createdAt' | 'files'>;
export type ServerAssistant = Omit<Assistant, 'own'>;
type Remote = OpenAI.Beta.Assistants.Assistant;
type Call = <T>(work: () => Promise<T>) => Promise<T>;

/** Assistants as a server of the protocol keeps them. Throws AppErrors. */
export class AssistantServer {
  readonly #openai: OpenAI;
  readonly #call: Call;
  readonly #dataTools: readonly AppFunction[];

  constructor(openai: OpenAI, call: Call, dataTools: readonly AppFunction[]) {
    this.#openai = openai;
    this.#call = call;
    this.#dataTools = dataTools;
  }

  /** Newest first. */
  async list(): Promise<ServerAssistant[]> {
    return this.#call(async () => {
      const all: ServerAssistant[] = [];
      for await (const remote of this.#openai.beta.assistants.list({ limit: 100 })) all.push(await this.#shown(remote));
      return all;
    });
  }

  async get(id: string): Promise<ServerAssistant> {
    return this.#call(async () => this.#shown(await this.#openai.beta.assistants.retrieve(id)));
  }

  /** The same without its files, which take requests of their own. */
  async traits(id: string): Promise<AssistantTraits> {
    return this.#call(async () => {
      const { model, metadata } = await this.#openai.beta.assistants.retrieve(id);
      return traitsOf(model, metadata);
    });
  }

  async create(fields: AssistantFields, files: FileChanges): Promise<ServerAssistant> {
    return this.#call(async () => {
      const body = { ...this.#body(fields), tool_resources: await this.#resources(files, null) };
      return this.#shown(await this.#openai.beta.assistants.create(body));
    });
  }

  async update(id: string, fields: AssistantFields, files: FileChanges | null): Promise<ServerAssistant> {
    return this.#call(async () => {
      const before = await this.#openai.beta.assistants.retrieve(id);
      const resources = files && { tool_resources: await this.#resources(files, before) };
      return this.#shown(await this.#openai.beta.assistants.update(id, { ...this.#body(fields), ...resources }));
    });
  }

  async remove(id: string): Promise<void> {
    await this.#call(() => this.#openai.beta.assistants.delete(id));
  }

  #body(fields: AssistantFields) {
    const { tools, model } = fields;
    const functions = [...(tools.data ? this.#dataTools : []), ...tools.functions.map(withoutNulls)];
    const marks = {
      ...(model === null ? { [MODEL]: OF_THREAD } : {}),
      ...(fields.code === 'here' ? {} : { [CODE]: fields.code }),
      ...(fields.search === 'here' ? {} : { [SEARCH]: fields.search }),
      ...(fields.background ? { [BACKGROUND]: 'yes' } : {}),
    };
    return {
      name: fields.name,
      description: fields.description,
      instructions: fields.instructions,
      model: model ?? ANY_MODEL,
      tools: [
        ...functions.map((tool) => ({ type: 'function' as const, function: tool })),
        ...(tools.code ? [{ type: 'code_interpreter' as const }] : []),
        ...(tools.documents ? [{ type: 'file_search' as const }] : []),
      ],
      metadata: { ...ofAnalyst(fields.metadata), ...marks },
      temperature: fields.temperature,
      top_p: fields.topP,
      reasoning_effort: fields.effort,
      response_format: fields.responseFormat as OpenAI.Beta.AssistantResponseFormatOption,
    };
  }

  /** Documents are searched in one store of the assistant's own. */
  async #resources({ keep, code, search }: FileChanges, before: Remote | null) {
    const kept = before ? (await this.#files(before)).filter((file) => keep.includes(file.id)) : [];
    const of = (use: AssistantFile['use']) => kept.filter((file) => file.use === use).map((file) => file.id);
    const searched = [...of('search'), ...search];
    const file_ids = [...of('code'), ...code];
    if (searched.length === 0) return { code_interpreter: { file_ids }, file_search: { vector_store_ids: [] } };
    const store = await this.#openai.vectorStores.create({ name: 'Documents of an assistant', file_ids: searched });
    return { code_interpreter: { file_ids }, file_search: { vector_store_ids: [store.id] } };
  }

  async #shown(remote: Remote): Promise<ServerAssistant> {
    const functions = remote.tools.flatMap((tool) => (tool.type === 'function' ? [definition(tool.function)] : []));
    const ours = new Set(this.#dataTools.map(({ name }) => name));
    const data = [...ours].every((name) => functions.some((tool) => tool.name === name));
    return {
      id: AssistantId.parse(remote.id),
      name: remote.name?.trim() || 'Assistant',
      description: remote.description || null,
      instructions: remote.instructions ?? '',
      ...traitsOf(remote.model, remote.metadata),
      tools: {
        data,
        code: remote.tools.some(({ type }) => type === 'code_interpreter'),
        documents: remote.tools.some(({ type }) => type === 'file_search'),
        functions: functions.filter(({ name }) => !data || !ours.has(name)),
      },
      // 1 is what the protocol has where nothing was said.
      temperature: remote.temperature === 1 ? null : (remote.temperature ?? null),
      topP: remote.top_p === 1 ? null : (remote.top_p ?? null),
      effort: ReasoningEffort.nullable()
        .catch(null)
        .parse(Reflect.get(remote, 'reasoning_effort') ?? null),
      responseFormat: (remote.response_format ?? 'auto') as Assistant['responseFormat'],
      metadata: ofAnalyst(remote.metadata),
      files: await this.#files(remote),
      createdAt: remote.created_at * 1_000,
    };
  }

  async #files({ tool_resources: resources }: Remote): Promise<AssistantFile[]> {
    const code = (resources?.code_interpreter?.file_ids ?? []).map((id) => ({ id, use: 'code' as const }));
    const search: { id: string; use: 'search' }[] = [];
    for (const store of resources?.file_search?.vector_store_ids ?? [])
      for await (const file of this.#openai.vectorStores.files.list(store, { limit: 100 }))
        search.push({ id: file.id, use: 'search' });
    const files = [...code, ...search].map(async ({ id, use }) => {
      // One that was deleted meanwhile is no longer the assistant's.
      const about = await this.#openai.files.retrieve(id).catch(() => null);
      return about ? [{ id, use, name: about.filename, bytes: about.bytes }] : [];
    });
    return (await Promise.all(files)).flat();
  }
}

/** The server's ids of files: those that stay, and those that come, by what they are for. */
export interface FileChanges {
  keep: readonly string[];
  code: readonly string[];
  search: readonly string[];
}

function traitsOf(model: string, metadata: Remote['metadata']): AssistantTraits {
  const ofThread = metadata?.[MODEL] === OF_THREAD && model === ANY_MODEL;
  return {
    model: ofThread ? null : model,
    code: CodePlace.catch('here').parse(metadata?.[CODE]),
    search: SearchPlace.catch('here').parse(metadata?.[SEARCH]),
    background: metadata?.[BACKGROUND] === 'yes',
  };
}

const ofAnalyst = (metadata: Remote['metadata']): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata ?? {}).filter(([key]) => !key.startsWith(MARKS)));

function definition({ name, description, parameters, strict }: OpenAI.FunctionDefinition): FunctionDefinition {
  return {
    name,
    description: description ?? null,
    parameters: (parameters ?? null) as FunctionDefinition['parameters'],
    strict: strict ?? null,
  };
}

function withoutNulls({ name, description, parameters, strict }: FunctionDefinition) {
  return {
    name,
    ...(description === null ? {} : { description }),
    ...(parameters === null ? {} : { parameters }),
    ...(strict === null ? {} : { strict }),
  };
}
