import { untilAborted } from '../../until-aborted';
import { seconds, secondsFrom, undisturbed } from '../clock';
import { NO_USAGE } from '../objects';
import {
  type HostedCode,
  ModelFailure,
  type ModelProvider,
  type Models,
  type ModelUsage,
  type Omissions,
  TurnSuspended,
} from '../ports';
import { newId } from '../store/ids';
import type { CodeToolCall, RunRecord, StreamEvent } from '../store/records';
import type { TokenCounter } from '../tokens';
import { Answer, isSpoken } from './answer';
import { answererOf } from './answerer';
import { wireUsage } from './budget';
import type { EventChannel } from './channel';
import { type Ending, endingOf, endRun, NOTHING_OWED, type OwedUsage, type Stop } from './ending';
import { runEvent } from './events';
import { FiguresCheck } from './figures-check';
import {
  answersAll,
  countTurn,
  type Done,
  finishRun,
  finishSuperseded,
  finishTools,
  finishTurn,
  finishUnasked,
} from './finish';
import { Leftovers } from './leftovers';
import type { WriterTools } from './message-writer';
import { keepOngoing, takenUp } from './ongoing';
import { carryOut, type OwnTools } from './own-tools';
import { keepHostedCode } from './run-code';
import { refuseExpiredStores } from './search-documents';
import { picturesToShow, sourcesOf } from './sources';
import { StepNotes } from './step-notes';
import { counterOf } from './tokens';
import { nextTurn, type TakenUp } from './turn';
import { wholeCharacters } from './whole-characters';

export interface LegTools extends OwnTools {
  models: Models;
}

const NOTHING_LEFT_OUT: Omissions = { toolResults: 0, messages: 0, pictures: 0 };
/** A model that only ever calls tools is stopped here. */
const MOST_TURNS = 100;

/**
 * One stretch of a run: from queued until it ends or waits for tool outputs. Everything is saved before it is said, and
 * whatever goes wrong ends in the record too.
 */
export class Leg {
  readonly #tools: LegTools;
  readonly #runId: string;
  readonly #channel: EventChannel | null;
  readonly #abort = new AbortController();
  #answer: Answer | null = null;
  #stop: Stop | null = null;
  #owed: OwedUsage = NOTHING_OWED;
  readonly #isTakenUp: boolean;
  /** The answer that is under way goes on at the server should this process end. */
  #isOngoing = false;

  /** `isTakenUp`: an earlier process has begun it, and its answer goes on at the server. */
  constructor(runId: string, channel: EventChannel | null, tools: LegTools, { isTakenUp = false } = {}) {
    this.#runId = runId;
    this.#channel = channel;
    this.#isTakenUp = isTakenUp;
    this.#tools = { ...tools, clock: undisturbed(tools.clock) };
  }

  say = (events: StreamEvent[]): void => this.#channel?.push(...events);

  /** The model is no longer listened to; the run is wound up as soon as the leg comes round. */
  stop(why: Stop): void {
    this.#stop ??= why;
    this.#abort.abort(why === 'closing' ? new TurnSuspended() : new Error(`run ${why}`));
  }

  async work(): Promise<void> {
    try {
      this.#abort.signal.throwIfAborted();
      if (this.#isTakenUp) await this.#takeUp();
      else await this.#begin();
    } catch (error) {
      this.#windUp(error);
    } finally {
      this.#channel?.end();
    }
  }

  async #begin(): Promise<void> {
    const { store, clock } = this.#tools;
    const run = store.relaxedTransaction(() => {
      const run = store.runs.get(this.#runId);
      if (run?.status !== 'queued') return null;
      return (
        store.runs.update(this.#runId, { status: 'in_progress', started_at: secondsFrom(run.created_at, clock) }) ??
        null
      );
    });
    if (!run) return;
    this.say([runEvent(run)]);
    await this.#converse(run, null);
  }

  async #takeUp(): Promise<void> {
    const { store } = this.#tools;
    const run = store.runs.get(this.#runId);
    if (run?.status !== 'in_progress') return;
    const answer = store.transaction(() => takenUp(store, run));
    this.#isOngoing = true;
    await this.#converse(run, answer);
  }

  async #converse(run: RunRecord, first: TakenUp | null): Promise<void> {
    const { run: settled, provider } = answererOf(this.#tools, run);
    refuseExpiredStores(this.#tools, settled);
    const count = await counterOf(provider);
    let current: RunRecord | null = this.#sayHeld(settled, provider);
    for (let turn = 0; current && turn < MOST_TURNS; turn += 1)
      current = await this.#turn(current, provider, count, turn === 0 ? first : null);
    if (current) throw new ModelFailure('server_error', 'The model kept calling tools and never answered.');
  }

  /** What the model has said behind functions comes once their outputs are there. */
  #sayHeld(run: RunRecord, provider: ModelProvider): RunRecord {
    if (run.held.length === 0) return run;
    const { store } = this.#tools;
    const figures = new FiguresCheck(store, run, provider);
    const answer = this.#newAnswer(run, provider, NOTHING_LEFT_OUT, figures, Leftovers.none(store));
    answer.release(run.held);
    const { events, rest } = store.transaction(() => ({
      events: finishTurn(store, answer, NO_USAGE),
      rest: store.runs.update(run.id, { held: [] }),
    }));
    this.say(events);
    return rest ?? run;
  }

  #newAnswer(
    run: RunRecord,
    provider: ModelProvider,
    leftOut: Omissions,
    figures: FiguresCheck,
    leftovers: Leftovers,
  ): Answer {
    const { store, clock } = this.#tools;
    const pictures = () => (provider.placesPictures ? [] : picturesToShow(store, run, leftovers.stepIds));
    const canBeTakenUp = () => this.#isOngoing;
    const notes = new StepNotes(leftOut);
    const review: WriterTools['review'] = (content, code) => figures.facts(content, code);
    const own = { pictures, notes, review, leftovers, canBeTakenUp };
    const tools = { store, clock, say: this.say, sources: sourcesOf(store, run), ...own };
    this.#answer = new Answer(tools, run);
    return this.#answer;
  }

  /** Returns the run as it goes on, or null when this leg is over. */
  async #turn(
    run: RunRecord,
    provider: ModelProvider,
    count: TokenCounter,
    taken: TakenUp | null,
  ): Promise<RunRecord | null> {
    const { store } = this.#tools;
    const asked = nextTurn(this.#tools, run, provider, count, taken);
    if (!asked) return this.#over(finishUnasked(store, run));
    const figures = new FiguresCheck(store, run, provider);
    const leftovers = taken?.leftovers ?? Leftovers.none(store);
    const answer = this.#newAnswer(run, provider, asked.leftOut, figures, leftovers);
    const events = wholeCharacters(provider.respond(asked, this.#abort.signal));
    for await (const event of untilAborted(events, this.#abort.signal)) {
      // It may have been stopped between the model's saying this and our hearing it.
      this.#abort.signal.throwIfAborted();
      if (event.type === 'ongoing') {
        this.#isOngoing = true;
        this.say(await keepOngoing(this.#tools, run, answer, event.answer, this.#abort.signal));
      }
      if (isSpoken(event) && answer.canContinue) await this.#finishHosted(run, answer);
      if (event.type === 'code_done' && !answer.step.has(event.index)) await this.#keepLate(run, answer, event.result);
      answer.take(event);
      if (event.type === 'usage') this.#owe(event.usage);
      if (event.type === 'done') return await this.#endTurn(run, answer, event, figures);
    }
    throw new ModelFailure('cut_off', 'The model stopped in the middle of its answer.');
  }

  /** Code that the model's server has run itself is kept as soon as the model goes on to speak. */
  async #finishHosted(run: RunRecord, answer: Answer): Promise<void> {
    const { store } = this.#tools;
    await carryOut(this.#tools, run, answer.step, this.#abort.signal);
    this.say(store.transaction(() => answer.step.close('completed', NO_USAGE)));
    answer.continue();
  }

  /** Files of code that was over before they were found: they have no call to stand in, and links lead to them all the same. */
  async #keepLate(run: RunRecord, answer: Answer, result: HostedCode): Promise<void> {
    const call: CodeToolCall = {
      id: newId('call_'),
      type: 'code_interpreter',
      code_interpreter: { input: '', outputs: [] },
    };
    await keepHostedCode(this.#tools, run, call, result);
    for (const output of call.code_interpreter.outputs)
      if (output.type === 'image') answer.take({ type: 'image', fileId: output.image.file_id });
  }

  async #endTurn(run: RunRecord, answer: Answer, done: Done, figures: FiguresCheck): Promise<RunRecord | null> {
    const { store, clock } = this.#tools;
    const turn = countTurn(run, done);
    const save = this.#isOngoing ? store.transaction : store.relaxedTransaction;
    this.#isOngoing = false;
    this.#owed = { run: turn.usage, step: turn.usage };
    if (answersAll(answer, turn) && figures.sendsBack(answer.content)) {
      this.say(finishSuperseded(store, answer, turn));
      this.#owed = NOTHING_OWED;
      return turn.run;
    }
    if (turn.limit || !answer.step.begun) return this.#over(finishRun(store, answer, turn, clock));
    save(() => {
      store.runs.update(run.id, { usage: turn.run.usage });
      // What is carried out from here on is not to be carried out again.
      store.ongoingAnswers.delete(run.id);
    });
    this.#owed = { run: NO_USAGE, step: turn.usage };
    await carryOut(this.#tools, turn.run, answer.step, this.#abort.signal);
    if (answer.step.functions.length > 0) return this.#over(finishRun(store, answer, turn, clock));
    const isAnswered = answer.step.isHosted && done.reason === 'stop';
    this.say(finishTools(store, answer, turn));
    this.#owed = NOTHING_OWED;
    answer.continue();
    answer.release();
    const rest = { ...turn, usage: NO_USAGE };
    if (answer.callsFunctions || isAnswered) return this.#over(finishRun(store, answer, rest, clock));
    this.say(finishTurn(store, answer, NO_USAGE));
    return turn.run;
  }

  /** A turn that does not come to its end has cost something all the same. */
  #owe(usage: ModelUsage): void {
    const owed = wireUsage(usage);
    this.#owed = { run: owed, step: owed };
  }

  #over(events: StreamEvent[]): null {
    this.say(events);
    return null;
  }

  #windUp(error: unknown): void {
    const { store, clock, log } = this.#tools;
    if (this.#stop === 'deleted') return;
    if (error instanceof ModelFailure && error.usage) this.#owe(error.usage);
    const ending = endingOf(error, this.#stop, () => log.error({ err: error, runId: this.#runId }, 'a run failed'));
    try {
      const events = store.transaction(() => {
        this.#answer?.save();
        const run = store.runs.get(this.#runId);
        if (!run || (this.#stop === 'closing' && this.#goesOn(run))) return [];
        const actual: Ending = run.status === 'cancelling' ? { status: 'cancelled' } : ending;
        const held = [...run.held, ...(this.#answer?.held ?? [])];
        return endRun(store, { ...run, held }, actual, seconds(clock), this.#owed);
      });
      this.say(events);
    } catch (again) {
      // The record stays as it is and is put right when the run is next asked for.
      log.error({ err: again, runId: this.#runId }, 'a run could not be ended');
      this.#channel?.error({ message: 'The run could not be saved.', type: 'server_error', param: null, code: null });
    }
  }

  /** A run that has not begun can begin again at the next start, and one whose answer goes on at the server be taken up again. */
  #goesOn({ id, status }: RunRecord): boolean {
    const isOngoing = status === 'in_progress' && this.#tools.store.ongoingAnswers.ofRun(id) !== undefined;
    return status === 'queued' || isOngoing;
  }
}
