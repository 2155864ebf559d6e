import type { ModelItem, ModelProvider, ModelTurn, Omissions, OngoingAnswer, ToolChoice } from '../ports';
import type { Store } from '../store';
import type { FileBytes } from '../store/file-bytes';
import type { RunRecord, ToolChoiceOption } from '../store/records';
import type { TokenCounter } from '../tokens';
import { scopeOf } from './beside';
import { budgetLeft } from './budget';
import { fitted, type SizedPart, sized } from './fit';
import { history, newestMessage } from './history';
import { ownParts } from './items';
import type { Leftovers } from './leftovers';
import { pictureReader, wholeFile } from './pictures';
import { mountedFiles, searchedFiles } from './resources';
import { withSummary } from './thread-summary';

/** What a model is given to read when nobody says how much it can. */
const DEFAULT_CONTEXT_TOKENS = 128_000;
/** Of the context, what is kept free for the answer at most. */
const SHARE_OF_ANSWER = 1 / 8;

export interface TurnTools {
  store: Store;
  bytes: FileBytes;
}

/** An answer that is taken up again, and what of it is there already. */
export interface TakenUp {
  answer: OngoingAnswer;
  leftovers: Leftovers;
}

/** What the model is asked next, or null when even the least of it exceeds what the run may still spend on prompts. */
export function nextTurn(
  { store, bytes }: TurnTools,
  run: RunRecord,
  provider: ModelProvider,
  count: TokenCounter,
  takenUp: TakenUp | null = null,
): ModelTurn | null {
  const { settings } = run;
  const budget = budgetLeft(run);
  const fixed = count(settings.instructions) + (settings.tools.length > 0 ? count(JSON.stringify(settings.tools)) : 0);
  const limit = Math.min(budget.prompt ?? Number.POSITIVE_INFINITY, roomOf(provider, budget.completion)) - fixed;
  const conversation = conversationOf(store, run, {
    ...{ limit, count },
    messagesOnly: provider.ownCallsOnly ?? false,
    exceptSteps: takenUp?.leftovers.stepIds ?? new Set(),
  });
  if (!takenUp && budget.prompt !== null && fixed + conversation.tokens > budget.prompt) return null;
  const { items, leftOut } = conversation;
  const blind = provider.abilities.vision === false;
  if (blind) leftOut.pictures = picturesIn(items);
  return {
    model: settings.model,
    instructions: settings.instructions,
    items,
    tools: settings.tools,
    toolChoice: conversation.called ? onceCalled(settings.tool_choice) : toolChoice(settings.tool_choice),
    parallelToolCalls: settings.parallel_tool_calls,
    ...codeFiles(store, bytes, run),
    ...searchable(store, bytes, run),
    responseFormat: settings.response_format,
    temperature: settings.temperature,
    topP: settings.top_p,
    reasoningEffort: settings.reasoning_effort,
    maxPromptTokens: budget.prompt,
    maxCompletionTokens: budget.completion,
    leftOut,
    ...(takenUp ? { ongoing: takenUp.answer } : {}),
    picture: blind ? async () => null : pictureReader(store, bytes, run.thread_id, leftOut),
    run: { id: run.id, threadId: run.thread_id, metadata: run.metadata },
  };
}

/** Tokens that may be read, so that there is room for an answer. */
function roomOf({ abilities }: ModelProvider, completion: number | null): number {
  const context = abilities.contextTokens ?? DEFAULT_CONTEXT_TOKENS;
  const answer = Math.min(abilities.outputTokens ?? context, completion ?? context, context * SHARE_OF_ANSWER);
  return Math.floor(context - answer);
}

interface Conversation {
  items: ModelItem[];
  tokens: number;
  leftOut: Omissions;
  /** Something has been called in this run. */
  called: boolean;
}

interface Reading {
  /** Tokens. */
  limit: number;
  count: TokenCounter;
  messagesOnly: boolean;
  exceptSteps: ReadonlySet<string>;
}

/**
 * The thread so far, within `limit` tokens. Results of tools go first, those of earlier runs before the run's own; then the
 * oldest messages. The last question stays, and so does whatever the run has said and called.
 */
function conversationOf(
  store: Store,
  run: RunRecord,
  { limit, count, messagesOnly, exceptSteps }: Reading,
): Conversation {
  const parts = ownParts(store, run, exceptSteps).map((part) => sized(part, count));
  const scope = scopeOf(store, run);
  const own = fitted(parts, limit - (newestMessage(store, run, { scope, count })?.whole ?? 0));
  const room = limit - own.tokens;
  const before = history(store, run, { scope, room, count, messagesOnly });
  const summarized = messagesOnly ? null : withSummary(store, run, before.parts);
  const earlier = fitted(summarized?.parts ?? before.parts, room);
  // What there was no room for before the summary is not missing: the summary stands for it.
  const later = summarized ? fitted(summarized.parts.slice(summarized.start), room) : earlier;
  return {
    items: [...earlier.items, ...own.items],
    tokens: earlier.tokens + own.tokens,
    leftOut: {
      toolResults: later.replaced + own.replaced,
      messages: summarized ? 0 : before.leftOut,
      pictures: 0,
    },
    called: parts.some(isCall),
  };
}

const isCall = ({ messageId }: SizedPart): boolean => messageId === null;

/** Pictures that somebody has shown. Those in answers were drawn from what the model knows. */
const picturesIn = (items: readonly ModelItem[]): number =>
  items.reduce(
    (sum, item) =>
      sum +
      (item.type === 'message' && item.role === 'user'
        ? item.content.filter((part) => part.type !== 'text').length
        : 0),
    0,
  );

function codeFiles(store: Store, bytes: FileBytes, run: RunRecord): Pick<ModelTurn, 'codeFiles' | 'codeFile'> {
  if (!run.settings.tools.some((tool) => tool.type === 'code_interpreter')) return {};
  const mounted = mountedFiles(store, run);
  if (mounted.length === 0) return {};
  return {
    codeFiles: mounted.map(({ name, file }) => ({ name, fileId: file.id })),
    codeFile: async (fileId, limit) => {
      const file = mounted.find((mounted) => mounted.file.id === fileId)?.file;
      return file && file.bytes <= limit ? wholeFile(bytes, file).catch(() => null) : null;
    },
  };
}

function searchable(store: Store, bytes: FileBytes, run: RunRecord): Pick<ModelTurn, 'search'> {
  if (!run.settings.tools.some((tool) => tool.type === 'file_search')) return {};
  return {
    search: {
      documents: () => searchedFiles(store, run).map(({ id, filename }) => ({ name: filename, fileId: id })),
      read: async (fileId, limit) => {
        const file = searchedFiles(store, run).find(({ id }) => id === fileId);
        return file && file.bytes <= limit ? wholeFile(bytes, file).catch(() => null) : null;
      },
      next: store.toolResults.next(run.thread_id, 'file_search'),
    },
  };
}

/** A choice that forces a call has been met by the first; forced again, the model could never answer. */
function onceCalled(choice: ToolChoiceOption): ToolChoice {
  return choice === 'none' ? 'none' : 'auto';
}

function toolChoice(choice: ToolChoiceOption): ToolChoice {
  if (typeof choice === 'string') return choice;
  if (choice.type !== 'function') return { type: choice.type };
  return { type: 'function', function: { name: choice.function?.name ?? '' } };
}
