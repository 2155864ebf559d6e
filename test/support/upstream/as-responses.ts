import { type Asked, argumentsOf, type Frame, type Ids, piecesOf, type Speech, usageOf } from './answers';
import type { Found } from './stores';

type Fields = Record<string, unknown>;

/** Where code of an answer runs, and what it shows there. */
export type RunCode = (
  asked: Asked,
  code: NonNullable<Speech['code']>,
) => { containerId: string; files: { id: string; name: string }[] };

/** What a search at the server finds. */
export type Search = (asked: Asked, finds: readonly string[]) => Found[];

/** The events of `POST /responses` with `stream`, and the whole response that a request without it gets. */
export function asResponse(
  speech: Speech,
  asked: Asked,
  ids: Ids,
  runCode: RunCode,
  search: Search = () => [],
): { frames: Frame[]; whole: object } {
  const frames: Frame[] = [];
  const push = (type: string, fields: Fields) =>
    frames.push({ event: type, data: { type, ...fields, sequence_number: frames.length } });
  const base = {
    id: ids.next('resp'),
    object: 'response',
    created_at: 1_790_000_000,
    model: asked.json.model,
    store: asked.json.store ?? true,
  };
  const response = { ...base, status: 'in_progress', output: [], usage: null, error: null, incomplete_details: null };
  push('response.created', { response });
  push('response.in_progress', { response });
  const output: object[] = [];
  for (const write of writersOf(speech, asked, ids, runCode, search)) {
    const index = output.length;
    output.push(write((type, fields) => push(type, { output_index: index, ...fields })));
  }
  const end = endOf(speech);
  const whole = { ...response, ...end.fields, output, usage: speech.usage === null ? null : wireUsage(speech) };
  // As upstream: an error comes twice, whole and then short.
  if (typeof speech.end === 'object')
    push('error', { error: { type: 'server_error', param: null, ...speech.end.failed } });
  push(end.type, { response: whole });
  return { frames, whole };
}

type Push = (type: string, fields: Fields) => void;

function writersOf(
  speech: Speech,
  asked: Asked,
  ids: Ids,
  runCode: RunCode,
  search: Search,
): ((push: Push) => object)[] {
  const { reasoning, text, refusal, code, calls = [] } = speech;
  return [
    ...(speech.compacts && asked.json.context_management ? [(push: Push) => writeCompaction(push, ids)] : []),
    ...(reasoning === undefined ? [] : [(push: Push) => writeReasoning(push, reasoning, ids)]),
    ...(code === undefined ? [] : [(push: Push) => writeCode(push, code, asked, ids, runCode)]),
    ...(speech.search === undefined ? [] : [(push: Push) => writeSearch(push, speech, asked, ids, search)]),
    ...(text === undefined
      ? []
      : [
          (push: Push) =>
            writeMessage(push, 'output_text', cutAt(text, speech), speech, ids, found(asked, speech, search)),
        ]),
    ...(refusal === undefined ? [] : [(push: Push) => writeMessage(push, 'refusal', piecesOf(refusal), speech, ids)]),
    ...calls.map((call) => (push: Push) => writeCall(push, call, ids)),
  ];
}

function writeCompaction(push: Push, ids: Ids): object {
  const item = { id: ids.next('cmp'), type: 'compaction', encrypted_content: 'gAAAA-early' };
  push('response.output_item.added', { item });
  push('response.compaction.compacting', { item_id: item.id });
  const done = { ...item, encrypted_content: `gAAAA-${item.id}` };
  push('response.output_item.done', { item: done });
  return done;
}

function writeReasoning(push: Push, summary: string, ids: Ids): object {
  const item = { id: ids.next('rs'), type: 'reasoning', summary: [] as object[], encrypted_content: 'gAAAA-early' };
  push('response.output_item.added', { item });
  for (const delta of piecesOf(summary))
    push('response.reasoning_summary_text.delta', { item_id: item.id, summary_index: 0, delta });
  const done = { ...item, summary: [{ type: 'summary_text', text: summary }], encrypted_content: `gAAAA-${item.id}` };
  push('response.output_item.done', { item: done });
  return done;
}

function writeMessage(
  push: Push,
  type: 'output_text' | 'refusal',
  pieces: readonly string[],
  speech: Speech,
  ids: Ids,
  annotations: readonly { index: number }[] = [],
): object {
  const item = { id: ids.next('msg'), type: 'message', role: 'assistant', status: 'in_progress', content: [] };
  const place = { item_id: item.id, content_index: 0 };
  const text = pieces.join('');
  const part = type === 'refusal' ? { type, refusal: text } : { type, text, annotations };
  push('response.output_item.added', { item });
  push('response.content_part.added', {
    ...place,
    part: type === 'refusal' ? { type, refusal: '' } : { type, text: '', annotations: [] },
  });
  const name = type === 'refusal' ? 'response.refusal' : 'response.output_text';
  let written = 0;
  for (const delta of pieces) {
    push(`${name}.delta`, { ...place, delta, ...(type === 'refusal' ? {} : { obfuscation: 'x4Kd' }) });
    written += delta.length;
    for (const [number, annotation] of annotations.entries())
      if (annotation.index === written)
        push('response.output_text.annotation.added', { ...place, annotation_index: number, annotation });
  }
  push(`${name}.done`, { ...place, [type === 'refusal' ? 'refusal' : 'text']: text });
  push('response.content_part.done', { ...place, part });
  const status = speech.end === 'length' || speech.end === 'content_filter' ? 'incomplete' : 'completed';
  const done = { ...item, status, content: [part] };
  push('response.output_item.done', { item: done });
  return done;
}

function writeCall(push: Push, call: NonNullable<Speech['calls']>[number], ids: Ids): object {
  const args = argumentsOf(call.arguments);
  const item = { id: ids.next('fc'), type: 'function_call', call_id: call.id ?? ids.next('call'), name: call.name };
  push('response.output_item.added', { item: { ...item, arguments: '', status: 'in_progress' } });
  for (const delta of piecesOf(args)) push('response.function_call_arguments.delta', { item_id: item.id, delta });
  push('response.function_call_arguments.done', { item_id: item.id, arguments: args });
  const done = { ...item, arguments: args, status: 'completed' };
  push('response.output_item.done', { item: done });
  return done;
}

function writeCode(push: Push, code: NonNullable<Speech['code']>, asked: Asked, ids: Ids, runCode: RunCode): object {
  const { containerId } = runCode(asked, code);
  const item = { id: ids.next('ci'), type: 'code_interpreter_call', container_id: containerId, status: 'in_progress' };
  push('response.output_item.added', { item: { ...item, code: '', outputs: [] } });
  push('response.code_interpreter_call.in_progress', { item_id: item.id });
  for (const delta of piecesOf(code.code))
    push('response.code_interpreter_call_code.delta', { item_id: item.id, delta });
  push('response.code_interpreter_call_code.done', { item_id: item.id, code: code.code });
  push('response.code_interpreter_call.interpreting', { item_id: item.id });
  push('response.code_interpreter_call.completed', { item_id: item.id });
  const included = asked.json.include?.includes('code_interpreter_call.outputs');
  const image = code.image && {
    type: 'image',
    url: `data:image/png;base64,${Buffer.from(code.image).toString('base64')}`,
  };
  const outputs = [...(code.logs === undefined ? [] : [{ type: 'logs', logs: code.logs }]), ...(image ? [image] : [])];
  const done = { ...item, status: 'completed', code: code.code, outputs: included ? outputs : null };
  push('response.output_item.done', { item: done });
  return done;
}

function writeSearch(push: Push, speech: Speech, asked: Asked, ids: Ids, search: Search): object {
  const { queries = [], finds = [] } = speech.search ?? {};
  const item = { id: ids.next('fs'), type: 'file_search_call', status: 'in_progress' };
  push('response.output_item.added', { item: { ...item, queries: [], results: null } });
  for (const state of ['in_progress', 'searching', 'completed'])
    push(`response.file_search_call.${state}`, { item_id: item.id });
  const included = asked.json.include?.includes('file_search_call.results');
  const done = { ...item, status: 'completed', queries, results: included ? search(asked, finds) : null };
  push('response.output_item.done', { item: done });
  return done;
}

/** Citations have a place in the text that carries no mark of them. */
function found(asked: Asked, { cites = [], search: made }: Speech, search: Search) {
  const results = search(asked, made?.finds ?? []);
  return cites.flatMap(({ at, file }) => {
    const result = results.find(({ filename }) => filename === file);
    return result ? [{ type: 'file_citation', file_id: result.file_id, filename: file, index: at }] : [];
  });
}

function cutAt(text: string | readonly string[], { cites }: Speech): readonly string[] {
  const whole = piecesOf(text).join('');
  if (!cites) return piecesOf(text);
  const places = [0, ...cites.map(({ at }) => at), whole.length];
  return places.slice(1).flatMap((end, index) => piecesOf(whole.slice(places[index], end)));
}

function wireUsage(speech: Speech): object {
  const { input, cached, output, reasoning } = usageOf(speech);
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cached },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  };
}

function endOf({ end = 'complete' }: Speech): { type: string; fields: Fields } {
  if (typeof end === 'object') return { type: 'response.failed', fields: { status: 'failed', error: end.failed } };
  if (end === 'complete') return { type: 'response.completed', fields: { status: 'completed' } };
  const reason = end === 'length' ? 'max_output_tokens' : 'content_filter';
  return { type: 'response.incomplete', fields: { status: 'incomplete', incomplete_details: { reason } } };
}
