import type { MessageId, RunId } from './ids';
import type { Run } from './runs';
import type { Message } from './threads';

/** The questions of a thread as a tree, as far as they are read: those after the same one are versions of each other. */
export class QuestionTree {
  readonly questions: readonly Message[];
  /** Some question is a version of another one. */
  readonly isBranched: boolean;
  /** Undefined where the question before is not read yet. */
  readonly #parents = new Map<MessageId, MessageId | null | undefined>();
  readonly #ofMessages = new Map<MessageId, MessageId | null>();
  readonly #ofRuns = new Map<RunId, MessageId>();
  readonly #runs: ReadonlyMap<RunId, Run>;
  readonly #versions: ReadonlyMap<MessageId | null | undefined, readonly Message[]>;

  /** `messages` and `runs` oldest first; `isWhole`: there are no earlier messages. */
  constructor(messages: readonly Message[], runs: readonly Run[], isWhole: boolean) {
    this.questions = messages.filter(({ role }) => role === 'user');
    this.isBranched = this.questions.some(({ follows }) => follows !== undefined);
    this.#runs = new Map(runs.map((run) => [run.id, run]));
    let last: MessageId | null | undefined = isWhole ? null : undefined;
    for (const message of messages) {
      if (message.role === 'user') {
        this.#parents.set(message.id, message.follows === undefined ? last : message.follows);
        last = message.id;
      }
      this.#place(message, last ?? null);
    }
    this.#versions = Map.groupBy(this.questions, ({ id }) => this.#parents.get(id));
    for (const run of runs) if (!this.#ofRuns.has(run.id)) this.#placeSilent(run);
  }

  /** Null for what belongs to none that is read. */
  questionOf(message: Message | undefined): MessageId | null {
    return (message && this.#ofMessages.get(message.id)) ?? null;
  }

  questionOfRun(run: Run): MessageId | null {
    return this.#ofRuns.get(this.#first(run)) ?? null;
  }

  /** The question before it; null for none, undefined where that is not known yet. */
  before(question: MessageId): MessageId | null | undefined {
    return this.#parents.get(question);
  }

  /** Itself among them, oldest first. */
  versionsOf(question: MessageId): readonly Message[] {
    return this.#versions.get(this.before(question)) ?? [];
  }

  /** The questions that lead to one of them, itself included. */
  pathTo(question: MessageId): ReadonlySet<MessageId> {
    const path = new Set<MessageId>();
    for (let at: MessageId | null | undefined = question; at && !path.has(at); at = this.before(at)) path.add(at);
    return path;
  }

  /** The question asked last of those that lead on from it; itself where none does. */
  newestBelow(question: MessageId): MessageId {
    return this.questions.findLast(({ id }) => this.pathTo(id).has(question))?.id ?? question;
  }

  #place(message: Message, last: MessageId | null): void {
    const { id, runId, follows } = message;
    const run = runId === null ? undefined : this.#runs.get(runId);
    const first = run && this.#first(run);
    const own = message.role === 'assistant' && follows ? follows : last;
    // What stands beside an answer belongs to the question of that one.
    const question = first === undefined || first === runId ? own : (this.#ofRuns.get(first) ?? null);
    this.#ofMessages.set(id, question);
    if (runId !== null && first === runId && question && !this.#ofRuns.has(runId)) this.#ofRuns.set(runId, question);
  }

  #placeSilent(run: Run): void {
    const question = this.questions.findLast(({ createdAt }) => createdAt <= run.createdAt);
    if (question && run.besideOf === undefined) this.#ofRuns.set(run.id, question.id);
  }

  #first({ id, besideOf }: Pick<Run, 'id' | 'besideOf'>): RunId {
    const before = besideOf === undefined ? undefined : this.#runs.get(besideOf);
    return before ? this.#first(before) : (besideOf ?? id);
  }
}
