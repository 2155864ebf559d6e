import type { Abilities } from '../../ports';
import { type Quirks, refuses, withoutRefused } from '../quirks';
import { fitted, instructionParts } from '../tools';
import type { PlainContent, PlainItem, PlainTurn, SentKind } from '../tools/plain';
import { sinceCompaction } from './compaction';
import { type Replay, replayed, type StateItem } from './states';
import { canBeStrict } from './strict';

export interface ResponsesRequest {
  model: string;
  input: object[];
  [parameter: string]: unknown;
}

/** A part of a request and what kind of thing it is, for the ledger. */
export interface InputPart {
  kind: SentKind;
  value: unknown;
}

export interface HostedSearchTool {
  storeId: string;
  /** Passages of a search at most; the server's own limit when left out. */
  limit?: number | undefined;
  scoreThreshold?: number | undefined;
}

export interface RequestOptions {
  abilities: Abilities;
  quirks: Quirks;
  replay: Replay;
  /** Where code of this run is run by the server. */
  container?: string | undefined;
  /** Where documents of this run are searched by the server, and how. */
  search?: HostedSearchTool | undefined;
  /** The server goes on by itself, for which it has to keep the answer for a while. */
  background?: boolean;
}

const ENCRYPTED = 'reasoning.encrypted_content';
const CODE_OUTPUTS = 'code_interpreter_call.outputs';
const SEARCH_RESULTS = 'file_search_call.results';
/** The fewest that the server takes. */
const LEAST_OUTPUT = 16;

/** The request of a turn: whole, with nothing that the server would have to have kept. */
export function requestOf(
  given: PlainTurn,
  options: RequestOptions,
): { body: ResponsesRequest; parts: InputPart[]; compacted: number } {
  const { quirks, container, search } = options;
  const turn = fitted(given, options.abilities, quirks);
  const parts: InputPart[] = [];
  const { items, compacted } = sinceCompaction(turn.items, options.replay);
  const input = inputOf(items, options, parts);
  const tools = toolsOf(turn, options);
  if (turn.instructions !== '') parts.push(...instructionParts(turn.instructions));
  if (tools.length > 0) parts.push({ kind: 'instructions', value: tools });
  const include = [
    ...(container ? [CODE_OUTPUTS] : []),
    ...(search ? [SEARCH_RESULTS] : []),
    ...(refuses(quirks, 'include') ? [] : [ENCRYPTED]),
  ];
  const body = {
    model: turn.model,
    ...(turn.instructions === '' ? {} : { instructions: turn.instructions }),
    input,
    ...(tools.length === 0
      ? {}
      : { tools, tool_choice: choiceOf(turn, options), parallel_tool_calls: turn.parallelToolCalls }),
    ...settingsOf(turn, options.abilities),
    prompt_cache_key: turn.run.threadId,
    ...(options.background ? { background: true, store: true } : { store: false }),
    stream: true,
  };
  return { body: { ...withoutRefused(body, quirks), ...(include.length > 0 ? { include } : {}) }, parts, compacted };
}

function settingsOf(turn: PlainTurn, abilities: Abilities): object {
  const format = formatOf(turn.responseFormat);
  const reasoning = reasoningOf(turn.reasoningEffort, abilities);
  return {
    ...(format ? { text: { format } } : {}),
    ...(turn.maxOutputTokens === null ? {} : { max_output_tokens: Math.max(LEAST_OUTPUT, turn.maxOutputTokens) }),
    ...(reasoning ? { reasoning } : {}),
    ...(turn.temperature === null ? {} : { temperature: turn.temperature }),
    ...(turn.topP === null ? {} : { top_p: turn.topP }),
  };
}

/** Nothing for a model that is not known to reason, unless somebody asks for an effort. */
function reasoningOf(effort: string | null, { efforts }: Abilities): object | null {
  if (effort === null && !efforts?.length) return null;
  const given = effort === null ? {} : { effort };
  return { ...given, summary: 'auto' };
}

/** As the Assistants protocol has it, one level flatter; null for plain text. */
function formatOf(format: unknown): object | null {
  const { type, json_schema: schema } = (format ?? {}) as { type?: unknown; json_schema?: object };
  if (type === 'json_object') return { type };
  return type === 'json_schema' && schema ? { type, ...schema } : null;
}

function toolsOf({ tools }: PlainTurn, { container, search }: RequestOptions): object[] {
  const hosted = [...(container ? [ownTool(tools, 'python')] : []), ...(search ? [ownTool(tools, 'file_search')] : [])];
  const functions = tools
    .filter(({ function: { name } }) => !hosted.includes(name))
    .map(({ function: { name, description, parameters, strict } }) => ({
      type: 'function',
      name,
      ...(description === undefined ? {} : { description }),
      parameters: parameters ?? { type: 'object', properties: {} },
      strict: strict ?? canBeStrict(parameters),
    }));
  return [
    ...functions,
    ...(container ? [{ type: 'code_interpreter', container }] : []),
    ...(search ? [searchTool(search)] : []),
  ];
}

function searchTool({ storeId, limit, scoreThreshold }: HostedSearchTool): object {
  return {
    type: 'file_search',
    vector_store_ids: [storeId],
    ...(limit === undefined ? {} : { max_num_results: limit }),
    ...(scoreThreshold === undefined ? {} : { ranking_options: { score_threshold: scoreThreshold } }),
  };
}

/** What one of the engine's own tools is called as a function: where the client has one of that name, ours has another. */
const ownTool = (tools: PlainTurn['tools'], name: string): string =>
  tools.some((tool) => tool.function.name === `assay_${name}`) ? `assay_${name}` : name;

/** The engine's own tool for code, by the names that it may have as a function. */
export const isPython = (name: string): boolean => name === 'python' || name === 'assay_python';

function choiceOf({ toolChoice, tools }: PlainTurn, { container, search }: RequestOptions): unknown {
  if (typeof toolChoice === 'string') return toolChoice;
  if (container && toolChoice.name === ownTool(tools, 'python')) return { type: 'code_interpreter' };
  if (search && toolChoice.name === ownTool(tools, 'file_search')) return { type: 'file_search' };
  return { type: 'function', name: toolChoice.name };
}

function inputOf(items: readonly PlainItem[], { replay, container }: RequestOptions, parts: InputPart[]): object[] {
  const input: object[] = [];
  const add = (kind: SentKind, item: object) => {
    input.push(item);
    parts.push({ kind, value: item });
  };
  const own = new OwnCode(items, replay, container);
  for (const item of items)
    switch (item.type) {
      case 'message':
        addMessage(item, input, parts);
        break;
      case 'call': {
        const ran = own.of(item);
        if (ran) add('results', ran);
        else
          add(item.kind, { type: 'function_call', call_id: item.callId, name: item.name, arguments: item.arguments });
        break;
      }
      case 'output':
        if (!own.of(item)) add(item.kind, { type: 'function_call_output', call_id: item.callId, output: item.output });
        break;
      case 'state': {
        const known = replayed(item.state, replay);
        if (known && !isCode(known)) add(item.kind, known);
      }
    }
  return input;
}

const isCode = ({ type }: StateItem): boolean => type === 'code_interpreter_call';

/**
 * Code that ran at the server is known to it by its own item, which stands for what the engine has kept of it. States are of
 * this run, whose calls are the last: earlier runs may have run the same code.
 */
class OwnCode {
  readonly #replaced = new Map<string, StateItem>();

  constructor(items: readonly PlainItem[], replay: Replay, container: string | undefined) {
    const calls = items.filter((item) => item.type === 'call').filter(({ name }) => isPython(name));
    const states = items.flatMap((item) => (item.type === 'state' ? (replayed(item.state, replay) ?? []) : []));
    for (const state of states.filter((item) => isCode(item) && runsIn(item, container)).toReversed()) {
      const written = JSON.stringify({ code: state.code });
      const call = calls.findLast(({ callId, arguments: args }) => args === written && !this.#replaced.has(callId));
      if (call) this.#replaced.set(call.callId, state);
    }
  }

  of({ callId }: { callId: string }): StateItem | null {
    return this.#replaced.get(callId) ?? null;
  }
}

/** A container that is gone makes its calls useless as well. */
const runsIn = (item: StateItem, container: string | undefined): boolean =>
  container !== undefined && item.container_id === container;

type Message = Extract<PlainItem, { type: 'message' }>;

function addMessage({ role, content, kind }: Message, input: object[], parts: InputPart[]): void {
  if (role !== 'user') {
    const text = content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
    if (text === '') return;
    input.push({ role, content: text });
    parts.push({ kind, value: text });
    return;
  }
  const written = content.map((part) => ({
    kind: part.type === 'text' ? kind : ('picture' as const),
    value: contentOf(part),
  }));
  input.push({ role, content: written.map(({ value }) => value) });
  parts.push(...written);
}

function contentOf(part: PlainContent): object {
  if (part.type === 'text') return { type: 'input_text', text: part.text };
  if (part.type === 'link') return { type: 'input_image', image_url: part.url, detail: 'auto' };
  const { mediaType, bytes } = part.picture;
  return {
    type: 'input_image',
    image_url: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    detail: 'auto',
  };
}
