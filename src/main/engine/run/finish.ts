import { seconds } from '../clock';
import { addUsage, NO_USAGE } from '../objects';
import type { Clock, ModelEvent } from '../ports';
import type { Store } from '../store';
import type { FunctionToolCall, MessageRecord, RunRecord, StepRecord, StreamEvent, Usage } from '../store/records';
import type { Answer } from './answer';
import { overspent, wireUsage } from './budget';
import { newStep } from './drafts';
import { messageSaid, runSaid, stepCreated, stepSaid } from './said';

type Done = Extract<ModelEvent, { type: 'done' }>;

/** What the end of a turn means for the run, and for the message when that was cut short. */
type Verdict =
  | { status: 'completed' | 'requires_action' }
  | {
      status: 'incomplete';
      details: RunRecord['incomplete_details'];
      cut: 'content_filter' | 'max_tokens' | null;
    };

/**
 * Takes a turn that came to its end into the record, in one transaction, and returns what is to be said then. The run
 * has completed, waits for tool outputs, or is incomplete.
 */
export function finishTurn(store: Store, run: RunRecord, answer: Answer, done: Done, clock: Clock): StreamEvent[] {
  const turnUsage = wireUsage(done.usage);
  const usage = addUsage(run.usage, turnUsage);
  const verdict = judge(run, usage, answer.calls.length > 0, done.reason);
  return store.transaction(() => {
    answer.save();
    const said = closeMessage(store, run, answer, verdict, turnUsage, clock);
    const current = store.runs.get(run.id);
    if (!current) return said;
    if (verdict.status === 'requires_action') {
      // The message's step already counts the turn; together the steps add up to the run.
      const stepUsage = answer.open ? NO_USAGE : turnUsage;
      return [...said, ...awaitOutputs(store, current, answer.calls, { run: usage, step: stepUsage }, clock)];
    }
    const over = store.runs.update(run.id, { usage, ...runEnd(verdict, seconds(clock)) });
    return over ? [...said, runSaid(over)] : said;
  });
}

/** The run ends because its budget does not even allow to ask. */
export function finishUnasked(store: Store, run: RunRecord): StreamEvent[] {
  return store.transaction(() => {
    const over = store.runs.update(run.id, {
      status: 'incomplete',
      incomplete_details: { reason: 'max_prompt_tokens' },
    });
    return over ? [runSaid(over)] : [];
  });
}

function judge(run: RunRecord, usage: Usage, calls: boolean, reason: Done['reason']): Verdict {
  if (reason === 'content_filter') return { status: 'incomplete', details: {}, cut: 'content_filter' };
  const limit = reason === 'max_completion_tokens' || reason === 'max_prompt_tokens' ? reason : overspent(run, usage);
  if (limit === null) return { status: calls ? 'requires_action' : 'completed' };
  // Too long a prompt says nothing against an answer that was finished.
  const cut = limit === 'max_prompt_tokens' && reason !== 'max_prompt_tokens' ? null : 'max_tokens';
  return { status: 'incomplete', details: { reason: limit }, cut };
}

function runEnd(verdict: Verdict, now: number): Partial<RunRecord> {
  if (verdict.status === 'incomplete') return { status: 'incomplete', incomplete_details: verdict.details };
  return { status: verdict.status, completed_at: now };
}

function closeMessage(
  store: Store,
  run: RunRecord,
  answer: Answer,
  verdict: Verdict,
  usage: Usage,
  clock: Clock,
): StreamEvent[] {
  if (!answer.open) return [];
  const now = seconds(clock);
  const cut = verdict.status === 'incomplete' ? verdict.cut : null;
  const end: Partial<MessageRecord> = cut
    ? { status: 'incomplete', incomplete_at: now, incomplete_details: { reason: cut } }
    : { status: 'completed', completed_at: now };
  const message = store.messages.update(answer.open.messageId, end);
  const step = store.steps.update(answer.open.stepId, { status: 'completed', completed_at: now, usage });
  return [...(message ? [messageSaid(message)] : []), ...(step ? [stepSaid(step, run)] : [])];
}

/** One step holds all calls of the turn. It stays open until their outputs come. */
function awaitOutputs(
  store: Store,
  run: RunRecord,
  calls: FunctionToolCall[],
  usage: { run: Usage; step: Usage },
  clock: Clock,
): StreamEvent[] {
  const empty = newStep(run, { type: 'tool_calls', tool_calls: [] }, clock);
  store.steps.insert({ ...empty, usage: usage.step, step_details: { type: 'tool_calls', tool_calls: calls } });
  const waiting = store.runs.update(run.id, {
    status: 'requires_action',
    usage: usage.run,
    required_action: {
      type: 'submit_tool_outputs',
      submit_tool_outputs: {
        tool_calls: calls.map(({ id, function: { name, arguments: args } }) => ({
          id,
          type: 'function',
          function: { name, arguments: args },
        })),
      },
    },
  });
  return [
    ...stepCreated(empty, run),
    ...calls.flatMap((call, index) => callDeltas(empty, call, index)),
    ...(waiting ? [runSaid(waiting)] : []),
  ];
}

function callDeltas(step: StepRecord, call: FunctionToolCall, index: number): StreamEvent[] {
  const { name, arguments: args } = call.function;
  const delta = (tool_call: object): StreamEvent => ({
    event: 'thread.run.step.delta',
    data: {
      id: step.id,
      object: 'thread.run.step.delta',
      delta: { step_details: { type: 'tool_calls', tool_calls: [{ index, type: 'function', ...tool_call }] } },
    },
  });
  const opening = delta({ id: call.id, function: { name, arguments: '', output: null } });
  return args === '' ? [opening] : [opening, delta({ function: { arguments: args } })];
}
