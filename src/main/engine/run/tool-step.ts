import { type Metadata, withList } from '../../metadata';
import { seconds } from '../clock';
import type { WordedEnding } from '../ports';
import { newId } from '../store/ids';
import type { CodeToolCall, RunRecord, SearchToolCall, StepRecord, StreamEvent, TokenUsage } from '../store/records';
import { newStep } from './drafts';
import type { WriterTools } from './message-writer';
import { stepCreated, stepSaid } from './said';

export type OwnCall = CodeToolCall | SearchToolCall;
type Delta = Extract<StreamEvent, { event: 'thread.run.step.delta' }>['data']['delta']['step_details'];
type CallDelta = NonNullable<Extract<NonNullable<Delta>, { type: 'tool_calls' }>['tool_calls']>[number];

const CODE = 'assay_code';
const QUEUE = 'assay_queue';
/** Of an error's text no more goes along; the traceback has all of it. */
const MESSAGE_LENGTH = 500;

const RANKING = { ranker: 'default_2024_08_21' as const, score_threshold: 0 };

/** The one step of a turn that holds the calls of the engine's own tools, shown as they are written and carried out. */
export class ToolStep {
  readonly #tools: WriterTools;
  readonly #run: RunRecord;
  readonly #calls = new Map<number, OwnCall>();
  readonly #queries = new Map<string, string[]>();
  /** The call whose code waits for others, and its place in line. */
  #queued: { call: string; place: number } | null = null;
  readonly #endings: ({ call: string } & WordedEnding)[] = [];
  #step: StepRecord | null = null;

  constructor(tools: WriterTools, run: RunRecord) {
    this.#tools = tools;
    this.#run = run;
  }

  get begun(): boolean {
    return this.#step !== null;
  }

  get size(): number {
    return this.#calls.size;
  }

  /** In the order they were made, each with its index within the step. */
  get calls(): [number, OwnCall][] {
    return [...this.#calls.values()].map((call, index) => [index, call]);
  }

  search(index: number, queries: string[]): void {
    if (this.#calls.has(index)) return;
    const tool = this.#run.settings.tools.find((tool) => tool.type === 'file_search');
    const given = tool?.file_search?.ranking_options;
    const ranking_options = { ...RANKING, ...given, ranker: given?.ranker ?? RANKING.ranker };
    const id = newId('call_');
    this.#queries.set(id, queries);
    this.#add(index, { id, type: 'file_search', file_search: { ranking_options, results: [] } });
  }

  code(index: number, delta: string): void {
    if (!this.#calls.has(index))
      this.#add(index, { id: newId('call_'), type: 'code_interpreter', code_interpreter: { input: '', outputs: [] } });
    const call = this.#calls.get(index);
    if (call?.type !== 'code_interpreter' || delta === '') return;
    call.code_interpreter.input += delta;
    const at = [...this.#calls.keys()].indexOf(index);
    this.delta({ index: at, type: 'code_interpreter', code_interpreter: { input: delta } });
  }

  queriesOf(callId: string): string[] {
    return this.#queries.get(callId) ?? [];
  }

  codeEnded(callId: string, { worded, ended, fresh, error, missing }: WordedEnding): void {
    const short = error && { ...error, message: error.message.slice(0, MESSAGE_LENGTH) };
    this.#endings.push({ call: callId, worded, ended, fresh, error: short, missing });
  }

  /** A call's code waits in line, or waits no more: told by the step anew, as deltas have no place for it. */
  codeQueued(callId: string, place: number | null): void {
    this.#queued = place === null ? null : { call: callId, place };
    const step = this.save();
    if (step) this.#tools.say([stepSaid(step, this.#run)]);
  }

  /** Something more of the call at `index` within the step. */
  delta(call: CallDelta): void {
    if (!this.#step) return;
    const data = {
      id: this.#step.id,
      object: 'thread.run.step.delta' as const,
      delta: { step_details: { type: 'tool_calls' as const, tool_calls: [call] } },
    };
    this.#tools.say([{ event: 'thread.run.step.delta', data }]);
  }

  /** Writes down the calls as they are now. */
  save(): StepRecord | undefined {
    if (!this.#step) return;
    const tool_calls = [...this.#calls.values()];
    return this.#tools.store.steps.update(this.#step.id, {
      step_details: { type: 'tool_calls', tool_calls },
      metadata: this.#metadata(this.#step.metadata),
    });
  }

  /** Call inside a transaction. */
  close(status: 'completed' | 'cancelled', usage: TokenUsage): StreamEvent[] {
    if (!this.#step) return [];
    const { store, clock } = this.#tools;
    this.save();
    const end = status === 'completed' ? 'completed_at' : 'cancelled_at';
    const step = store.steps.update(this.#step.id, { status, [end]: seconds(clock), usage });
    return step ? [stepSaid(step, this.#run)] : [];
  }

  #metadata(known: Metadata): Metadata {
    const waiting = this.#queued ? withList(known, QUEUE, [this.#queued]) : known;
    return this.#endings.length === 0 ? waiting : withList(waiting, CODE, this.#endings);
  }

  #add(index: number, call: OwnCall): void {
    this.#calls.set(index, call);
    if (!this.#step) this.#begin();
    const { id, type } = call;
    const at = { index: this.#calls.size - 1, id };
    if (type === 'file_search') this.delta({ ...at, type, file_search: structuredClone(call.file_search) });
    else this.delta({ ...at, type, code_interpreter: { input: '', outputs: [] } });
  }

  #begin(): void {
    const { store, clock, say } = this.#tools;
    const step = newStep(this.#run, { type: 'tool_calls', tool_calls: [] }, clock);
    store.relaxedTransaction(() => store.steps.insert(step));
    this.#step = step;
    say(stepCreated(step, this.#run));
  }
}
