import type { RecordedRun, RecordedStep } from '#contract/recorded';
import type { ModelItem, ModelTurn } from '../../ports';
import { objectIn } from './json';
import { calls, type Move } from './moves';
import { FIRST_OUTPUT } from './reader/assemble/draft';

/** A step that was done again, with what came of it; null where it could not be begun. */
export type Redone = { step: RecordedStep; item: ResultItem; output: Record<string, unknown> } | null;

type CallItem = Extract<ModelItem, { type: 'function_call' | 'code_result' | 'file_search_result' }>;
type ResultItem = CallItem;

/** The next recorded step, or what came of all of them. */
export function replay(recorded: RecordedRun, turn: ModelTurn): { move: Move } | { redone: Redone[] } {
  const items = turn.items.filter((item): item is CallItem => ITEMS.has(item.type));
  const redone: Redone[] = [];
  let at = 0;
  for (const step of recorded.steps) {
    const move = moveOf(step, redone);
    const item = items[at];
    if (move === null) redone.push(null);
    else if (!item) return { move };
    else {
      redone.push({ step, item, output: outputOf(item, turn) });
      at += 1;
    }
  }
  return { redone };
}

const ITEMS: ReadonlySet<string> = new Set(['function_call', 'code_result', 'file_search_result']);

/** Null for what rests on a step that gave nothing. */
function moveOf(step: RecordedStep, redone: readonly Redone[]): Move | null {
  if (step.kind === 'code') return { kind: 'code', code: step.code };
  if (step.kind === 'search') return { kind: 'search', queries: step.queries };
  const args = withFirst(step.arguments, redone);
  if (step.draws === null) return calls({ name: step.name, arguments: args });
  const id = redone[step.draws]?.output.result_id;
  return id === undefined ? null : calls({ name: step.name, arguments: { ...args, result_id: id } });
}

function outputOf(item: CallItem, { items }: ModelTurn): Record<string, unknown> {
  if (item.type !== 'function_call') return {};
  const output = items.find((other) => other.type === 'function_output' && other.callId === item.callId);
  return (output?.type === 'function_output' ? objectIn(output.output) : null) ?? {};
}

/** What a question is compared with was computed first, and stands in it as a value: the new one takes its place. */
function withFirst(args: Readonly<Record<string, unknown>>, redone: readonly Redone[]): Record<string, unknown> {
  const first = redone.find((one) => one?.step.kind === 'function' && one.step.gave?.columns.includes(FIRST_OUTPUT));
  if (first?.step.kind !== 'function' || !first.step.gave) return { ...args };
  const { columns, rows } = first.step.gave;
  const at = columns.indexOf(FIRST_OUTPUT);
  const before = rows.map((row) => String(row[at] ?? ''));
  const now = Array.isArray(first.output.rows) ? first.output.rows.map((row: unknown[]) => String(row[at] ?? '')) : [];
  return replaced(args, before, now) as Record<string, unknown>;
}

function replaced(value: unknown, before: readonly string[], now: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const isList = before.length > 0 && JSON.stringify(value) === JSON.stringify(before);
    return isList ? now : value.map((one) => replaced(one, before, now));
  }
  if (typeof value === 'string') return before.length === 1 && value === before[0] ? (now[0] ?? value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, before, now)]));
}
