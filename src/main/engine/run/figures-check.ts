import { type Metadata, unpack, withList } from '../../metadata';
import { lengthOf } from '../characters';
import { type FigureSource, unsourcedFigures } from '../figures';
import type { Fact, ModelItem, ModelProvider } from '../ports';
import type { Store } from '../store';
import type { MessageContent, MessageRecord, RunRecord } from '../store/records';
import { type CountedFact, FACTS } from './placed-facts';

/** The app's tool that answers from data; runs that have it answer for every figure. */
const DATA_TOOL = 'query_data';
const UNSOURCED = 'assay_unsourced';
/** Of a longer answer only the beginning is checked. */
const LONGEST_TEXT = 200_000;
const MOST_FIGURES = 60;
const LONGEST_FIGURE = 60;
/** Two entries of the run's metadata. */
const MOST_METADATA = 1_000;
/** Questions and earlier runs of the thread that figures may come from. */
const MOST_MESSAGES = 100;
const MOST_EARLIER_RUNS = 20;

/** What has become of figures that rest on nothing: told of the answer, or the answer was sent back because of them. */
type Verdict = 'unsourced' | 'superseded';

/** As facts tell it; `start` and `end` count characters of the part, as all facts do. */
interface FiguresFact extends Fact {
  code: Verdict;
  figures: { text: string; start: number; end: number }[];
  /** How many there are besides. */
  more: number;
}

/** Looks, in runs that have the app's data tools, for figures of answers that no result, passage or question holds. */
export class FiguresCheck {
  readonly #store: Store;
  readonly #run: RunRecord;
  readonly #applies: boolean;
  /** The answer looked at last, as it is looked at again when it is closed. */
  #last: { content: string; facts: CountedFact<FiguresFact>[] } | null = null;

  constructor(store: Store, run: RunRecord, provider: ModelProvider) {
    const { tools } = run.settings;
    this.#store = store;
    this.#run = run;
    this.#applies =
      !provider.computesFigures && tools.some((tool) => tool.type === 'function' && tool.function.name === DATA_TOOL);
  }

  /** Whether the model is to have its one chance to compute or withdraw figures of this answer. */
  sendsBack(content: readonly MessageContent[]): boolean {
    const { max_prompt_tokens, max_completion_tokens } = this.#run.settings;
    // A run with a budget could end without any answer for it.
    if (max_prompt_tokens !== null || max_completion_tokens !== null) return false;
    if (this.#facts(content).length === 0) return false;
    return !this.#store.messages.ofRun(this.#run.id).some((message) => figureFacts(message, 'superseded').length > 0);
  }

  /** What is to be told of an answer. */
  facts(content: readonly MessageContent[], code: Verdict): CountedFact[] {
    return this.#facts(content).map((placed) => ({ ...placed, fact: { ...placed.fact, code } }));
  }

  #facts(content: readonly MessageContent[]): CountedFact<FiguresFact>[] {
    if (!this.#applies) return [];
    const key = JSON.stringify(content);
    if (this.#last?.content === key) return this.#last.facts;
    const facts = content.flatMap((part, index) =>
      part.type === 'text' ? this.#factOf(part.text.value.slice(0, LONGEST_TEXT), index) : [],
    );
    this.#last = { content: key, facts };
    return facts;
  }

  #factOf(text: string, part: number): CountedFact<FiguresFact>[] {
    // Most figures are found in the run itself, so earlier ones are read only when they are not.
    if (unsourcedFigures(text, this.#ownSources()).length === 0) return [];
    const unsourced = unsourcedFigures(text, this.#allSources());
    if (unsourced.length === 0) return [];
    const figures = unsourced.slice(0, MOST_FIGURES).map(({ text: figure, start, end }) => ({
      text: figure.slice(0, LONGEST_FIGURE),
      start: lengthOf(text.slice(0, start)),
      end: lengthOf(text.slice(0, end)),
    }));
    const at = lengthOf(text);
    const fact: FiguresFact = { code: 'unsourced', figures, more: unsourced.length - figures.length };
    return [{ fact, part, start: at, end: at }];
  }

  *#ownSources(): Generator<FigureSource> {
    const asked = this.#store.messages.history(this.#run.thread_id, this.#run.id, MOST_MESSAGES, null);
    for (const message of asked) if (message.role === 'user') yield* this.#messageSources(message);
    yield* this.#runSources(this.#run.id);
  }

  *#allSources(): Generator<FigureSource> {
    yield* this.#ownSources();
    const query = { limit: MOST_EARLIER_RUNS, order: 'desc', after: null, before: null } as const;
    for (const { id } of this.#store.runs.ofThread(this.#run.thread_id, query).data)
      if (id !== this.#run.id) yield* this.#runSources(id);
  }

  *#messageSources({ content, attachments }: MessageRecord): Generator<FigureSource> {
    for (const part of content) if (part.type === 'text') yield { type: 'asked', text: part.text.value };
    for (const { file_id } of attachments) {
      const file = file_id === undefined ? undefined : this.#store.files.get(file_id);
      if (file) yield { type: 'name', text: file.filename };
    }
  }

  *#runSources(runId: string): Generator<FigureSource> {
    for (const { step_details } of this.#store.steps.ofRun(runId)) {
      if (step_details.type !== 'tool_calls') continue;
      for (const call of step_details.tool_calls) {
        if (call.type === 'function') yield { type: 'output', text: call.function.output ?? '' };
        else if (call.type === 'file_search') yield* this.#passages(call.id);
        else
          for (const output of call.code_interpreter.outputs)
            if (output.type === 'logs') yield { type: 'printed', text: output.logs };
      }
    }
  }

  *#passages(callId: string): Generator<FigureSource> {
    for (const { text, filename, place } of this.#store.toolResults.searchCall(callId)?.passages ?? [])
      yield { type: 'passage', text, filename, ...(place.page === undefined ? {} : { page: place.page }) };
  }
}

/** What the model is told behind an answer that was sent back to it; nothing behind any other. */
export function correction(message: MessageRecord): ModelItem[] {
  const figures = figureFacts(message, 'superseded').flatMap((fact) => fact.figures.map(({ text }) => text));
  if (figures.length === 0) return [];
  const named = [...new Set(figures)].map((figure) => JSON.stringify(figure)).join(', ');
  const text = [
    `These figures of your last message are in no result of a tool, no passage and no question of this conversation: ${named}.`,
    'Compute each of them with the tools, or leave it out, or say that it cannot be computed. Totals, differences, shares, averages and rates that you worked out yourself count as not computed.',
    'Then answer again in full: your last message is withdrawn, and this one takes its place. Do not mention this check.',
  ].join('\n');
  return [{ type: 'message', role: 'developer', content: [{ type: 'text', text }] }];
}

/** The answer was sent back to the model. */
export const isSuperseded = (message: MessageRecord): boolean => figureFacts(message, 'superseded').length > 0;

/** The run's metadata with the figures of its messages that rest on nothing, as far as there is room. */
export function withUnsourced(store: Store, run: RunRecord): Metadata {
  const facts = store.messages.ofRun(run.id).flatMap((message) => figureFacts(message, 'unsourced'));
  const texts = facts.flatMap((fact) => fact.figures.map(({ text }) => text));
  let length = 0;
  const kept = texts.filter((text) => {
    length += JSON.stringify(text).length + 1;
    return length < MOST_METADATA;
  });
  return kept.length === 0 ? run.metadata : withList(run.metadata, UNSOURCED, kept);
}

function figureFacts({ metadata }: MessageRecord, code: Verdict): FiguresFact[] {
  return unpack(metadata, FACTS).flatMap((placed) => {
    const fact = typeof placed === 'object' && placed !== null && 'fact' in placed ? placed.fact : null;
    return isFiguresFact(fact) && fact.code === code ? [fact] : [];
  });
}

function isFiguresFact(fact: unknown): fact is FiguresFact {
  if (typeof fact !== 'object' || fact === null || !('code' in fact) || !('figures' in fact)) return false;
  return (
    (fact.code === 'unsourced' || fact.code === 'superseded') &&
    Array.isArray(fact.figures) &&
    fact.figures.every((figure) => typeof figure?.text === 'string')
  );
}
