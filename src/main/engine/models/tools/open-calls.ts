import type { ModelEvent, ModelTurn } from '../../ports';
import { CodeArguments } from './code-arguments';
import { type Doubts, doubtsIn } from './doubts';
import { type Callee, calleeOf, plainTools } from './names';
import type { PlainItem } from './plain';
import { SqlArguments } from './sql-arguments';

/** A call that is answered here: itself, and what the model is told. */
export interface CallEnd {
  call: PlainItem;
  output: PlainItem;
}

interface OpenCall {
  /** Of the events passed on; null for a call that is not. */
  index: number | null;
  name: string;
  callee: Callee | null;
  arguments: string;
  decoder: CodeArguments | SqlArguments | null;
}

/** The calls of one answer while their arguments come. */
export class OpenCalls {
  readonly #turn: ModelTurn;
  readonly #round: number | null;
  readonly #calls = new Map<number, OpenCall>();
  readonly #doubts: Doubts;
  readonly #hosted = new Map<number, number>();
  /** Of the app's data tools, those that were looked at whole: the same one twice is one. */
  readonly #heldCalls: OpenCall[] = [];
  #next = 0;

  /** `round` tells requests of a turn apart; null where calls of unknown tools are the client's to answer. */
  constructor(turn: ModelTurn, round: number | null) {
    this.#turn = turn;
    this.#doubts = doubtsIn(turn);
    this.#round = round;
  }

  /** Calls that the engine hears of, and answers. */
  get passedOn(): number {
    return this.#next - this.#hosted.size;
  }

  /** Code that the server runs, and searches that it makes itself, and answers. */
  get hosted(): number {
    return this.#hosted.size;
  }

  /** The number among all calls of what the server does itself. */
  hostedIndex(index: number): number {
    const known = this.#hosted.get(index) ?? this.#next++;
    this.#hosted.set(index, known);
    return known;
  }

  open(index: number, name: string): ModelEvent[] {
    if (this.#calls.has(index)) return [];
    const known = calleeOf(this.#turn.tools, name);
    const callee = known ?? (this.#round !== null ? null : { tool: 'function' as const, name });
    const call: OpenCall = { index: null, name, callee, arguments: '', decoder: null };
    this.#calls.set(index, call);
    switch (callee?.tool) {
      case 'code':
        call.index = this.#next++;
        call.decoder = new CodeArguments();
        return [{ type: 'code', index: call.index, delta: '' }];
      case 'function':
        if (this.#round !== null && this.#doubts.holds(callee.name)) return [];
        call.index = this.#next++;
        call.decoder = callee.name === 'query_data' ? new SqlArguments() : null;
        return [{ type: 'call', index: call.index, name: callee.name }];
      default:
        return [];
    }
  }

  add(index: number, delta: string): ModelEvent[] {
    const call = this.#calls.get(index);
    if (!call || delta === '') return [];
    call.arguments += delta;
    return this.#passOn(call, call.decoder ? call.decoder.push(delta) : delta);
  }

  /** All has come. */
  close(): { events: ModelEvent[]; ends: CallEnd[] } {
    const ends: CallEnd[] = [];
    const events = [...this.#calls].flatMap(([index, call]) => {
      if (call.callee?.tool === 'search') return this.#search(index, call, ends);
      if (call.callee?.tool === 'function' && call.index === null)
        return this.#held(index, call, call.callee.name, ends);
      if (!call.callee) ends.push(this.#end(index, call, this.#noSuchTool(call.name)));
      const last = call.decoder?.end() ?? '';
      // An object without fields, for those who read it as JSON.
      return this.#passOn(call, call.callee?.tool === 'function' && call.arguments.trim() === '' ? '{}' : last);
    });
    return { events, ends };
  }

  #held(index: number, call: OpenCall, name: string, ends: CallEnd[]): ModelEvent[] {
    const refusal = this.#doubts.refusal(name, call.arguments);
    if (refusal !== null) {
      ends.push(this.#end(index, call, refusal));
      return [];
    }
    const same = (other: OpenCall) => other.index !== null && other.arguments === call.arguments;
    if (this.#heldCalls.some(same)) return [];
    this.#heldCalls.push(call);
    call.index = this.#next++;
    return [{ type: 'call', index: call.index, name }, ...this.#passOn(call, call.arguments.trim() || '{}')];
  }

  #passOn({ index, callee }: OpenCall, delta: string): ModelEvent[] {
    if (index === null || delta === '') return [];
    return [{ type: callee?.tool === 'code' ? 'code' : 'call_arguments', index, delta }];
  }

  #search(index: number, call: OpenCall, ends: CallEnd[]): ModelEvent[] {
    const queries = queriesIn(call.arguments);
    if (queries.length > 0) return [{ type: 'file_search', index: this.#next++, queries }];
    ends.push(this.#end(index, call, `${call.name} needs its arguments as JSON: {"queries": ["words to look for"]}.`));
    return [];
  }

  #end(index: number, call: OpenCall, output: string): CallEnd {
    return callEnd(`${this.#round ?? 0}_${index}`, call, output);
  }

  #noSuchTool(name: string): string {
    const names = plainTools(this.#turn).map((tool) => tool.function.name);
    if (names.length === 0) return `There is no tool called ${name}, nor any other. Answer in words.`;
    return `There is no tool called ${name}. The tools are: ${names.join(', ')}. Call one of them, or answer.`;
  }
}

function callEnd(id: string, { name, arguments: args }: OpenCall, output: string): CallEnd {
  const callId = `call_unanswered_${id}_${name.replace(/\W/g, '_').slice(0, 30)}`;
  return {
    call: {
      type: 'call',
      callId,
      name: name.replace(/[^\w-]/g, '_').slice(0, 64) || 'unknown',
      arguments: jsonObject(args),
      kind: 'answer',
    },
    output: { type: 'output', callId, output, kind: 'other' },
  };
}

/** Servers take arguments apart again, and fail where they are no JSON. */
function jsonObject(text: string): string {
  const value = jsonOf(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? text : '{}';
}

/** `{"queries": […]}` as it should be, or what comes near to it. */
function queriesIn(text: string): string[] {
  const value = jsonOf(text);
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : [value];
  const texts = fields.flat().flatMap((field: unknown) => {
    if (typeof field === 'string') return [field];
    if (typeof field !== 'object' || field === null) return [];
    return Object.values(field).filter((inner) => typeof inner === 'string');
  });
  return texts
    .map((query) => query.trim())
    .filter((query) => query !== '')
    .slice(0, 5);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
