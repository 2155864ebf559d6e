import type { FunctionTool, ModelTurn } from '../../../ports';
import { safe } from '../answer/format';
import { textPiece } from '../answer/pieces';
import { isObject, jsonOf, objectIn } from '../json';
import { calls, decline, type Move, type PlannedCall, say } from '../moves';
import type { Turn } from '../turn';
import { fill } from './arguments';
import { bestFor } from './choose';
import { type Callable, callable } from './schema';

const OUTPUT_SHOWN = 4_000;

/** Calls of anybody's functions: those that fit the question, with what it says; then what they answered. Null where none fits. */
export function functionMove(turn: Turn, tools: readonly FunctionTool[]): Move | null {
  const done = turn.callsOfThisRun();
  const { parallelToolCalls } = turn.turn;
  if (done.length > 0 && parallelToolCalls) return say(textPiece(answerFrom(done)));
  const move = planned(turn, tools);
  const open = move?.kind === 'calls' ? stillToMake(move.calls, done) : [];
  if (open.length > 0) return calls(...(parallelToolCalls ? open : open.slice(0, 1)));
  return done.length > 0 ? say(textPiece(answerFrom(done))) : move;
}

function planned(turn: Turn, tools: readonly FunctionTool[]): Move | null {
  const question = turn.asked.at(-1) ?? '';
  const callables = tools.map(callable);
  const forced = forcedBy(turn.turn.toolChoice, callables, question);
  const wanted = forced ? [{ callable: forced, question }] : plan(callables, question);
  if (wanted.length === 0) return null;
  const filled = wanted.map(({ callable: one, question: clause }) => ({
    callable: one,
    ...fill(one, clause, forced !== null),
  }));
  const open = filled.find((one) => one.missing.length > 0);
  if (!open) return calls(...filled.map((one) => ({ name: one.callable.name, arguments: one.arguments })));
  const missing = open.missing.map(({ name, description, options }) => ({
    name,
    description,
    options: options.map(String),
  }));
  return decline({ code: 'declined', reason: 'needs_arguments', function: open.callable.name, missing });
}

/** The rest of the calls where they are made one by one; none where what was called is something else, as when forced. */
function stillToMake(made: readonly PlannedCall[], done: readonly { name: string; arguments: string }[]) {
  const asPlanned = done.every(
    (one, index) => one.name === made[index]?.name && one.arguments === JSON.stringify(made[index]?.arguments),
  );
  return asPlanned ? made.slice(done.length) : [];
}

function forcedBy(choice: ModelTurn['toolChoice'], callables: readonly Callable[], question: string): Callable | null {
  if (choice === 'required') return bestFor(callables, question, true);
  if (typeof choice === 'string' || choice.type !== 'function') return null;
  return callables.find((one) => one.name === choice.function.name) ?? null;
}

/** One call for each part of a question that asks for something: "the weather in Paris and the time in Tokyo". */
function plan(callables: readonly Callable[], question: string): { callable: Callable; question: string }[] {
  const whole = bestFor(callables, question);
  if (!whole) return [];
  const clauses = question.split(/\s*(?:;|\band\b(?! (?:the )?\d))\s*/i).filter((clause) => clause.trim() !== '');
  const parts: { callable: Callable; question: string }[] = [];
  for (const clause of clauses) {
    const named = bestFor(callables, clause);
    const own = named ?? (isMore(clause) ? (parts.at(-1)?.callable ?? null) : null);
    // "the weather and the time in Paris": what is said once is meant for both.
    const shares = named !== null && parts.every((one) => one.callable !== named);
    const told = [clause, ...(shares ? [question] : [])].find(
      (text) => own && fill(own, text, false).missing.length === 0,
    );
    if (!own || told === undefined) return [{ callable: whole, question }];
    parts.push({ callable: own, question: told });
  }
  const distinct = parts.filter((one, index) => parts.findIndex((other) => same(one, other)) === index);
  return distinct.length > 0 ? distinct : [{ callable: whole, question }];
}

/** "… and London": another value for the function before. */
const isMore = (clause: string): boolean => clause.split(/\s+/).length <= 4 && /\p{Lu}|\d|["“]/u.test(clause);

const same = (a: { callable: Callable; question: string }, b: { callable: Callable; question: string }): boolean =>
  a.callable === b.callable &&
  JSON.stringify(fill(a.callable, a.question, false)) === JSON.stringify(fill(b.callable, b.question, false));

function answerFrom(calls: readonly { name: string; arguments: string; output: string }[]): string {
  return calls
    .map((call) =>
      calls.length === 1
        ? shown(call.output)
        : `**${safe(call.name)}** ${argumentsShown(call.arguments)}\n\n${shown(call.output)}`,
    )
    .join('\n\n');
}

function argumentsShown(text: string): string {
  const value = objectIn(text);
  return value ? `(${told(value).join(', ')})` : '';
}

const told = (value: Record<string, unknown>): string[] =>
  Object.entries(value).map(([name, one]) => `${safe(name)}: ${safe(String(one))}`);

/** Flat results as a list of what they hold, others as they came. */
function shown(output: string): string {
  const value = jsonOf(output);
  if (isObject(value) && Object.keys(value).length > 0 && Object.values(value).every((one) => Object(one) !== one))
    return told(value)
      .map((line) => `- ${line}`)
      .join('\n');
  if (typeof value === 'object' && value !== null)
    return `\`\`\`json\n${JSON.stringify(value, null, 2).slice(0, OUTPUT_SHOWN)}\n\`\`\``;
  return output.trim() === '' ? 'The function answered with nothing.' : safe(output.slice(0, OUTPUT_SHOWN));
}
