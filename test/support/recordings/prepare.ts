import type OpenAI from 'openai';
import { toFile } from 'openai';
import { until } from '../until';
import { SHOWS_ALL } from './differ';
import type { Exchange, Json } from './exchanges';
import type { Replayed } from './replay';

const ID = /\b(asst|thread|msg|run|step|call|vs|vsfb|vsfb_ibj|file|upload|part)[_-][A-Za-z0-9]{20,40}\b/g;
const BASE = 'http://engine/v1';

const LEAST_BUDGET = 256;

/** What is in the request; and for what an answer shows of runs, what must have been there before. */
function takenForGranted({ method, path, body, answer }: Exchange): string {
  const shown: Json[] = 'json' in answer ? [answer.json, ...(answer.json.data ?? [])] : [];
  const runs = shown.filter((one) => one.object === 'thread.run');
  const steps = shown.filter((one) => one.object === 'thread.run.step');
  const ids = [...runs, ...steps].map((one) => one.assistant_id);
  const listed = method === 'GET' ? runs.map((run) => run.id) : [];
  return [body ?? '', ...ids, path, ...listed].join(' ');
}

/** Which of our things stands for which of theirs, and how those come about that a recording takes for granted. */
export class World {
  readonly #client: OpenAI;
  readonly #exchanges: Exchange[];
  readonly #passages: string[];
  readonly #ours = new Map<string, string>();

  constructor(client: OpenAI, exchanges: Exchange[], passages: string[]) {
    this.#client = client;
    this.#exchanges = exchanges;
    this.#passages = passages;
  }

  /** Makes what the request takes for granted and no answer has shown so far. */
  async prepare(exchange: Exchange): Promise<void> {
    for (const [id, kind] of takenForGranted(exchange).matchAll(ID))
      if (!this.#ours.has(id)) this.#ours.set(id, await this.#make(kind ?? '', id, exchange.path));
  }

  request(exchange: Exchange): { url: string; init: RequestInit } {
    const { method, path, headers } = exchange;
    const url = BASE + this.#named(path);
    if (method === 'POST' && path === '/files') return { url, init: { method, body: this.#form(exchange) } };
    if (path.endsWith('/parts')) return { url, init: { method, body: this.#part() } };
    const body = exchange.body ?? this.#unrecorded(exchange);
    return { url, init: { method, headers, ...(body === null ? {} : { body: this.#named(body) }) } };
  }

  /** Bodies that the recording left out, from what came of them. */
  #unrecorded({ path, answer }: Exchange): string | null {
    const { json }: { json?: Json } = 'json' in answer ? answer : {};
    if (path === '/uploads')
      return JSON.stringify({
        filename: json.filename,
        purpose: json.purpose,
        bytes: json.bytes,
        mime_type: 'text/plain',
      });
    if (path.endsWith('/complete'))
      return JSON.stringify({ part_ids: [...this.#ours.keys()].filter((id) => id.startsWith('part_')) });
    return null;
  }

  /** Pairs the ids of both answers, wherever they stand in the same place. */
  learn(theirs: Exchange['answer'], ours: Exchange['answer']): void {
    if ('json' in theirs && 'json' in ours) this.#pair(theirs.json, ours.json);
    if (!('frames' in theirs) || !('frames' in ours)) return;
    const left = [...ours.frames];
    for (const { event, data } of theirs.frames) {
      const at = left.findIndex((frame) => frame.event === event);
      if (at < 0) continue;
      const [frame] = left.splice(at, 1);
      this.#pair(data, frame?.data);
    }
  }

  /** Documents are read in the background; what comes next may search them. */
  async ready(): Promise<void> {
    const { data } = await this.#client.vectorStores.list({ limit: 100 });
    for (const { id } of data) {
      const isRead = async () => (await this.#client.vectorStores.retrieve(id)).file_counts.in_progress === 0;
      await until('documents to be read', isRead);
    }
  }

  /** Of lists that show all there is, what the recording itself has made, if it has made anything. */
  shared({ request, upstream, assay }: Replayed): Replayed {
    const theirs: Json = 'json' in upstream.answer && upstream.answer.json;
    const ours: Json = 'json' in assay.answer && assay.answer.json;
    const partners = (theirs.data ?? []).map(({ id }: Json) => this.#ours.get(id));
    if (!SHOWS_ALL.test(request) || !partners.some(Boolean)) return { request, upstream, assay };
    const made = { ...theirs, data: theirs.data.filter((_: Json, index: number) => partners[index]) };
    const ownOnly = { ...ours, data: ours.data.filter(({ id }: Json) => partners.includes(id)) };
    return {
      request,
      upstream: { ...upstream, answer: { json: made } },
      assay: { ...assay, answer: { json: ownOnly } },
    };
  }

  #named(text: string): string {
    return text.replaceAll(ID, (id) => this.#ours.get(id) ?? id);
  }

  #pair(theirs: Json, ours: Json): void {
    if (typeof theirs === 'string' && typeof ours === 'string') {
      if (new RegExp(`^${ID.source}$`).test(theirs) && !this.#ours.has(theirs)) this.#ours.set(theirs, ours);
    } else if (typeof theirs === 'object' && theirs !== null && typeof ours === 'object' && ours !== null)
      for (const key of Object.keys(theirs)) this.#pair(theirs[key], ours[key]);
  }

  async #make(kind: string, theirs: string, path: string): Promise<string> {
    const { threads, assistants } = this.#client.beta;
    const thread_id = this.#ours.get(/thread_\w+/.exec(path)?.[0] ?? '') ?? '';
    switch (kind) {
      case 'asst':
        return (await assistants.create(this.#assistant(theirs))).id;
      case 'thread':
        return (await threads.create()).id;
      case 'msg':
        return (await threads.messages.create(thread_id, { role: 'user', content: 'Hello' })).id;
      case 'run': {
        const run = await threads.runs.create(thread_id, await this.#run(theirs));
        const begun = async () => (await threads.runs.retrieve(run.id, { thread_id })).status !== 'queued';
        await until('a run to begin', begun);
        return run.id;
      }
      case 'file': {
        const file = await toFile(Buffer.from('What this file is.'), 'file.txt');
        return (await this.#client.files.create({ file, purpose: 'assistants' })).id;
      }
      default:
        return theirs;
    }
  }

  #assistant(id: string): OpenAI.Beta.AssistantCreateParams {
    const itself = this.#shown((one) => one.object === 'assistant' && one.id === id);
    const { model, instructions, tools } =
      itself ?? this.#shown((one) => one.object === 'thread.run' && one.assistant_id === id) ?? {};
    return { model: model ?? 'gpt-4', name: itself?.name, instructions: instructions ?? null, tools: tools ?? [] };
  }

  async #run(id: string): Promise<OpenAI.Beta.Threads.RunCreateParamsNonStreaming> {
    const {
      assistant_id,
      max_prompt_tokens: prompt,
      max_completion_tokens: completion,
    } = this.#shown((one) => one.id === id) ?? {};
    return {
      assistant_id: this.#ours.get(assistant_id) ?? (await this.#client.beta.assistants.create({ model: 'gpt-4' })).id,
      max_prompt_tokens: prompt && Math.max(prompt, LEAST_BUDGET),
      max_completion_tokens: completion && Math.max(completion, LEAST_BUDGET),
    };
  }

  /** What the recording shows of something, the first time it does. */
  #shown(is: (one: Json) => boolean): Json | undefined {
    const objects: Json[] = this.#exchanges.flatMap(({ answer }): Json[] =>
      'json' in answer ? [answer.json, ...(answer.json.data ?? [])] : answer.frames.map(({ data }) => data),
    );
    return objects.find(is);
  }

  #form({ answer }: Exchange): FormData {
    const { json }: { json?: Json } = 'json' in answer ? answer : {};
    const refused = /^'(\w+)' is not one of/.exec(json.error?.message)?.[1];
    const form = new FormData();
    form.set('purpose', refused ?? json.purpose);
    const text = this.#passages.join('\n') || 'My favorite food is cake.';
    form.set('file', new Blob([text]), json.filename ?? 'file.txt');
    return form;
  }

  /** The parts of an upload are as long as each other here. */
  #part(): FormData {
    const parts = this.#exchanges.filter(({ path }) => path.endsWith('/parts')).length;
    const form = new FormData();
    form.set('data', new Blob(['x'.repeat(this.#shown((one) => one.object === 'upload').bytes / parts)]));
    return form;
  }
}
