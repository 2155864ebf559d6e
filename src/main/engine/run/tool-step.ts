import { type Metadata, withList } from '../../metadata';
import { seconds } from '../clock';
import type { CodeWait, HostedCode, HostedSearch, WordedEnding } from '../ports';
import type {
  CodeToolCall,
  FunctionToolCall,
  RunRecord,
  SearchToolCall,
  StepRecord,
  StreamEvent,
  TokenUsage,
  ToolCall,
} from '../store/records';
import { type ArgumentDelta, ArgumentStream } from './argument-stream';
import { newStep } from './drafts';
import { stepCreated, stepEvent } from './events';
import type { WriterTools } from './message-writer';

export type OwnCall = CodeToolCall | SearchToolCall;
type Delta = Extract<StreamEvent, { event: 'thread.run.step.delta' }>['data']['delta']['step_details'];
type CallDelta = NonNullable<Extract<NonNullable<Delta>, { type: 'tool_calls' }>['tool_calls']>[number];

const CODE = 'assay_code';
const WAIT = 'assay_wait';
/** Of an error's text no more goes along; the traceback has all of it. */
const MESSAGE_LENGTH = 500;

const RANKING = { ranker: 'default_2024_08_21' as const, score_threshold: 0 };

/** A step of a turn that holds its calls, shown as they are written and carried out. */
export class ToolStep {
  readonly #tools: WriterTools;
  readonly #run: RunRecord;
  readonly #calls = new Map<number, ToolCall>();
  readonly #arguments = new ArgumentStream();
  readonly #queries = new Map<string, string[]>();
  readonly #hosted = new Map<string, HostedCode>();
  readonly #hostedSearches = new Map<string, HostedSearch>();
  /** The call whose code waits, and what for. */
  #waiting: ({ call: string } & CodeWait) | null = null;
  readonly #endings: ({ call: string } & WordedEnding)[] = [];
  #step: StepRecord | null = null;

  constructor(tools: WriterTools, run: RunRecord) {
    this.#tools = tools;
    this.#run = run;
  }

  get begun(): boolean {
    return this.#step !== null;
  }

  get id(): string | null {
    return this.#step?.id ?? null;
  }

  get functions(): FunctionToolCall[] {
    return [...this.#calls.values()].filter((call) => call.type === 'function');
  }

  /** The engine's own, in the order they were made, each with its index within the step. */
  get calls(): [number, OwnCall][] {
    return [...this.#calls.values()].flatMap((call, index): [number, OwnCall][] =>
      call.type === 'function' ? [] : [[index, call]],
    );
  }

  /** All that was asked for has been done elsewhere. */
  get isHosted(): boolean {
    return (
      this.begun && [...this.#calls.values()].every(({ id }) => this.#hosted.has(id) || this.#hostedSearches.has(id))
    );
  }

  has(index: number): boolean {
    return this.#calls.has(index);
  }

  /** The id of the call, which is new or has been begun. */
  search(index: number, queries: string[]): string {
    const known = this.#calls.get(index);
    if (known) return known.id;
    const tool = this.#run.settings.tools.find((tool) => tool.type === 'file_search');
    const given = tool?.file_search?.ranking_options;
    const ranking_options = { ...RANKING, ...given, ranker: given?.ranker ?? RANKING.ranker };
    const id = this.#tools.leftovers.callId('file_search');
    this.#queries.set(id, queries);
    const call: SearchToolCall = { id, type: 'file_search', file_search: { ranking_options, results: [] } };
    this.#add(index, call);
    this.delta({ index: this.#place(call), ...structuredClone(call) });
    return id;
  }

  code(index: number, delta: string): string {
    const call = this.#calls.get(index) ?? this.#addCode(index);
    if (call.type !== 'code_interpreter' || delta === '') return call.id;
    call.code_interpreter.input += delta;
    this.delta({ index: this.#place(call), type: 'code_interpreter', code_interpreter: { input: delta } });
    return call.id;
  }

  codeDone(index: number, result: HostedCode): void {
    const call = this.#calls.get(index);
    if (call?.type === 'code_interpreter') this.#hosted.set(call.id, result);
  }

  /** What has become of code that ran on the model's server. */
  hostedCode(callId: string): HostedCode | undefined {
    return this.#hosted.get(callId);
  }

  searchDone(index: number, result: HostedSearch): void {
    const call = this.#calls.get(index);
    if (call?.type === 'file_search') this.#hostedSearches.set(call.id, result);
  }

  /** What a search on the model's server has found. */
  hostedSearch(callId: string): HostedSearch | undefined {
    return this.#hostedSearches.get(callId);
  }

  function(index: number, call: FunctionToolCall): void {
    this.#add(index, call);
    this.#sayArguments(this.#arguments.add(this.#calls.size - 1, call));
  }

  arguments(call: FunctionToolCall, delta: string): void {
    this.#sayArguments(this.#arguments.grow(call, delta));
  }

  /** No more arguments come. */
  endArguments(): void {
    this.#sayArguments(this.#arguments.end());
  }

  queriesOf(callId: string): string[] {
    return this.#queries.get(callId) ?? [];
  }

  codeEnded(callId: string, { error, ...ending }: WordedEnding): void {
    const short = error && { ...error, message: error.message.slice(0, MESSAGE_LENGTH) };
    this.#endings.push({ call: callId, ...ending, error: short });
  }

  /** A call's code waits for something, or waits no more: told by the step anew, as deltas have no place for it. */
  codeWaits(callId: string, wait: CodeWait | null): void {
    this.#waiting = wait && { call: callId, ...wait };
    const step = this.save();
    if (step) this.#tools.say([stepEvent(step, this.#run)]);
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

  /** Writes down the calls as they are now, and what else is new of the step. */
  save(changes: Partial<StepRecord> = {}): StepRecord | undefined {
    if (!this.#step) return;
    const tool_calls = [...this.#calls.values()];
    return this.#tools.store.steps.update(this.#step.id, {
      step_details: { type: 'tool_calls', tool_calls },
      metadata: this.#metadata(this.#step.metadata),
      ...changes,
    });
  }

  /** Call inside a transaction. */
  close(status: 'completed' | 'cancelled', usage: TokenUsage): StreamEvent[] {
    const end = status === 'completed' ? 'completed_at' : 'cancelled_at';
    const step = this.save({ status, [end]: seconds(this.#tools.clock), usage });
    this.#tools.notes.next();
    return step ? [stepEvent(step, this.#run)] : [];
  }

  #metadata(known: Metadata): Metadata {
    const waiting = this.#waiting ? withList(known, WAIT, [this.#waiting]) : known;
    const ended = this.#endings.length === 0 ? waiting : withList(waiting, CODE, this.#endings);
    return this.#tools.notes.in(ended);
  }

  #addCode(index: number): CodeToolCall {
    const type = 'code_interpreter' as const;
    const id = this.#tools.leftovers.callId(type);
    const call: CodeToolCall = { id, type, code_interpreter: { input: '', outputs: [] } };
    this.#add(index, call);
    this.delta({ index: this.#place(call), id, type, code_interpreter: { input: '', outputs: [] } });
    return call;
  }

  #add(index: number, call: ToolCall): void {
    // Places are told in their order: none may be told of while one before it waits.
    if (call.type !== 'function') this.endArguments();
    this.#calls.set(index, call);
    if (!this.#step) this.#begin();
    // Ids that are told stay those of the calls, should the turn be taken up again.
    if (this.#tools.canBeTakenUp()) this.#tools.store.relaxedTransaction(() => this.save());
  }

  #place(call: ToolCall): number {
    return [...this.#calls.values()].indexOf(call);
  }

  #sayArguments(deltas: readonly ArgumentDelta[]): void {
    for (const { index, call, opening, delta } of deltas) {
      const { id, type } = call;
      const { name } = call.function;
      if (opening) this.delta({ index, type, id, function: { name, arguments: '', output: null } });
      else this.delta({ index, type, function: { arguments: delta } });
    }
  }

  #begin(): void {
    const { store, clock, say, notes, leftovers } = this.#tools;
    this.#step = leftovers.step();
    if (this.#step) return;
    const draft = newStep(this.#run, { type: 'tool_calls', tool_calls: [] }, seconds(clock));
    const step = { ...draft, metadata: notes.in(draft.metadata) };
    store.relaxedTransaction(() => store.steps.insert(step));
    this.#step = step;
    say(stepCreated(step, this.#run));
  }
}
