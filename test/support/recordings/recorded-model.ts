import type { CodeResult, ModelEvent } from '../../../src/main/engine/ports';
import { done, type Script } from '../scripted-model';
import type { Exchange, Json } from './exchanges';

/** What the model of a recording said and did, and what its code printed and drew. */
export interface RecordedModel {
  scripts: Script[];
  code: Pick<CodeResult, 'outputs'>[];
  /** What the searched document must have said. */
  passages: string[];
}

type Said = Exclude<ModelEvent, { type: 'done' }>;

/** Reads it out of the steps, messages and events that the recording's clients saw. */
export function recordedModel(exchanges: Exchange[]): RecordedModel {
  const seen = new Seen(exchanges);
  const turns: Said[][] = [[]];
  for (const step of seen.steps()) {
    if (step.step_details.type === 'message_creation') {
      turns.at(-1)?.push(...seen.said(step.step_details.message_creation.message_id));
      continue;
    }
    turns.at(-1)?.push(...step.step_details.tool_calls.flatMap(callEvents));
    turns.push([]);
  }
  if (turns.at(-1)?.length === 0) turns.pop();
  const calls = seen.steps().flatMap((step) => step.step_details.tool_calls ?? []);
  const unfinished = seen.steps().at(-1)?.status === 'in_progress' && turns.at(-1)?.at(-1)?.type === 'text';
  return {
    scripts: turns.map((events, index) => (unfinished && index === turns.length - 1 ? endless(events) : ended(events))),
    code: calls.filter((call) => call.type === 'code_interpreter').map((call) => ({ outputs: ran(call) })),
    passages: calls.flatMap((call) => call.file_search?.results ?? []).flatMap(found),
  };
}

const ended =
  (events: Said[]): Script =>
  () => [...events, done(events.at(-1)?.type === 'text' ? 'stop' : 'calls')];

function endless(events: Said[]): Script {
  return async function* () {
    yield* events;
    await new Promise(() => {});
  };
}

/** Everything of runs that any answer shows. */
class Seen {
  readonly #steps = new Map<string, Json>();
  readonly #messages = new Map<string, Json>();
  readonly #deltas = new Map<string, Said[]>();

  constructor(exchanges: Exchange[]) {
    for (const { answer } of exchanges) {
      if ('json' in answer) this.#object(answer.json);
      else
        for (const { event, data } of answer.frames)
          event === 'thread.message.delta' ? this.#delta(data) : this.#object(data);
    }
    this.#guess();
  }

  steps(): Json[] {
    return [...this.#steps.values()].toSorted((a, b) => a.created_at - b.created_at);
  }

  said(messageId: string): Said[] {
    const said = this.#deltas.get(messageId) ?? textOf(this.#messages.get(messageId));
    return said.length > 0 ? said : [{ type: 'text', delta: 'What it said was not looked at.' }];
  }

  #object(data: Json): void {
    if (Array.isArray(data.data)) for (const one of data.data.toReversed()) this.#object(one);
    if (data.object === 'thread.message' && data.role === 'assistant') this.#messages.set(data.id, data);
    if (data.object === 'thread.run.step') this.#steps.set(data.id, { ...this.#steps.get(data.id), ...data });
    if (data.object === 'thread.run' && data.required_action) this.#pause(data);
  }

  /** Functions are known when they are asked for; their step may only be seen when it is over, or never. */
  #pause(run: Json): void {
    const { tool_calls } = run.required_action.submit_tool_outputs;
    const open = [...this.#steps.values()].find((step) => step.run_id === run.id && step.status === 'in_progress');
    const id = open?.id ?? `step of ${run.id}`;
    this.#steps.set(id, { created_at: run.created_at, ...open, id, step_details: { type: 'tool_calls', tool_calls } });
  }

  #delta({ id, delta }: Json): void {
    const pieces = delta.content.flatMap((part: Json) => textOf({ content: [part] }));
    this.#deltas.set(id, [...(this.#deltas.get(id) ?? []), ...pieces]);
  }

  /** Clients that only polled saw messages and no steps. */
  #guess(): void {
    const known = this.steps().map((step) => step.step_details.message_creation?.message_id);
    for (const { id, created_at } of this.#messages.values()) {
      if (known.includes(id)) continue;
      const step_details = { type: 'message_creation', message_creation: { message_id: id } };
      this.#steps.set(`step of ${id}`, { created_at, step_details });
    }
  }
}

/** Ours numbers searches from 0, theirs from 4. */
const renumbered = (text: string): string => text.replaceAll(/【\d+:(\d+)†/g, '【0:$1†');

function textOf(message: Json): Said[] {
  return (message?.content ?? []).flatMap((part: Json): Said[] =>
    part.type === 'text' && part.text.value ? [{ type: 'text', delta: renumbered(part.text.value) }] : [],
  );
}

const found = (result: Json): string[] => (result.content ?? []).map(({ text }: Json) => text);

function callEvents(call: Json, index: number): Said[] {
  switch (call.type) {
    case 'function':
      return [
        { type: 'call', index, name: call.function.name },
        { type: 'call_arguments', index, delta: call.function.arguments },
      ];
    case 'file_search':
      // The words of what was found find it again.
      return [{ type: 'file_search', index, queries: call.file_search.results.flatMap(found) }];
    default:
      return [{ type: 'code', index, delta: call.code_interpreter.input }];
  }
}

function ran(call: Json): CodeResult['outputs'] {
  return call.code_interpreter.outputs.map((output: Json, index: number) =>
    output.type === 'logs'
      ? { type: 'logs', text: output.logs }
      : { type: 'image', name: `${index}.png`, bytes: new Uint8Array(Buffer.from('PNG')) },
  );
}
