import type { FunctionTool, ModelTurn } from '../../../ports';
import { safe } from '../answer/format';
import type { Turn } from '../turn';
import { fill } from './arguments';
import { bestFor } from './choose';
import { type Callable, callable } from './schema';

export interface FunctionCall {
  name: string;
  arguments: unknown;
}
export type FunctionMove = { kind: 'calls'; calls: FunctionCall[] } | { kind: 'say'; text: string } | { kind: 'none' };

const OUTPUT_SHOWN = 4_000;

/** Calls of anybody's functions: those that fit the question, with what the question says; then what they answered. */
export function functionMove(turn: Turn, tools: readonly FunctionTool[]): FunctionMove {
  const done = turn.callsOfThisRun();
  if (done.length > 0) return { kind: 'say', text: answerFrom(done) };
  const question = turn.asked.at(-1) ?? '';
  const { toolChoice, parallelToolCalls } = turn.turn;
  const callables = tools.map(callable);
  const forced = forcedBy(toolChoice, callables, question);
  const planned = forced ? [{ callable: forced, question }] : plan(callables, question);
  if (planned.length === 0) return { kind: 'none' };
  const filled = planned.map(({ callable: one, question: clause }) => ({
    callable: one,
    ...fill(one, clause, forced !== null),
  }));
  const open = filled.find((one) => one.missing.length > 0);
  if (open) return { kind: 'say', text: askFor(open) };
  const calls = filled.map((one): FunctionCall => ({ name: one.callable.name, arguments: one.arguments }));
  return { kind: 'calls', calls: parallelToolCalls ? calls : calls.slice(0, 1) };
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
  const planned: { callable: Callable; question: string }[] = [];
  for (const clause of clauses) {
    const own =
      bestFor(callables, clause) ?? (planned.at(-1) && isMore(clause) ? (planned.at(-1)?.callable ?? null) : null);
    if (!own || fill(own, clause, false).missing.length > 0) return [{ callable: whole, question }];
    planned.push({ callable: own, question: clause });
  }
  const distinct = planned.filter((one, index) => planned.findIndex((other) => same(one, other)) === index);
  return distinct.length > 0 ? distinct : [{ callable: whole, question }];
}

/** "… and London": another value for the function before. */
const isMore = (clause: string): boolean => clause.split(/\s+/).length <= 4 && /\p{Lu}|\d|["“]/u.test(clause);

const same = (a: { callable: Callable; question: string }, b: { callable: Callable; question: string }): boolean =>
  a.callable === b.callable &&
  JSON.stringify(fill(a.callable, a.question, false)) === JSON.stringify(fill(b.callable, b.question, false));

function askFor({
  callable: { name },
  missing,
}: {
  callable: Callable;
  missing: { name: string; description: string; options: unknown[] }[];
}): string {
  const wanted = missing.map(
    (one) =>
      `- **${safe(one.name)}**${one.description ? `: ${safe(one.description)}` : ''}${one.options.length > 0 ? ` (${one.options.map((option) => safe(String(option))).join(', ')})` : ''}`,
  );
  return `To call \`${name}\` I need to know:\n${wanted.join('\n')}`;
}

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
  const value = parsed(text);
  return typeof value === 'object' && value !== null
    ? `(${Object.entries(value)
        .map(([key, one]) => `${safe(key)}: ${safe(String(one))}`)
        .join(', ')})`
    : '';
}

/** Flat results as a list of what they hold, others as they came. */
function shown(output: string): string {
  const value = parsed(output);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (entries.length > 0 && entries.every(([, one]) => typeof one !== 'object' || one === null))
      return entries.map(([key, one]) => `- ${safe(key)}: ${safe(String(one))}`).join('\n');
  }
  if (typeof value === 'object' && value !== null)
    return `\`\`\`json\n${JSON.stringify(value, null, 2).slice(0, OUTPUT_SHOWN)}\n\`\`\``;
  return output.trim() === '' ? 'The function answered with nothing.' : safe(output.slice(0, OUTPUT_SHOWN));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
