import { MakeChartOutput, ToolError } from '#contract/data-tools';
import { cutText, type Room } from '../cut';
import type { SentKind } from '../plain';
import { analyzedData, failedAnalysis } from './analyzed';
import { type Boundary, HELD_BACK } from './boundary';
import { describedData } from './described';
import { valuesFound } from './found';
import { maskQuoted } from './masked';
import { queriedData } from './queried';

export interface FunctionResult {
  name: string;
  arguments: string;
  output: string;
}

/** What a model is told of a function's output. A script's run (`boundary` null) is only kept within what fits. */
export function functionOutput(
  call: FunctionResult,
  boundary: Boundary | null,
  room: Room,
  known: string,
): { output: string; kind: SentKind } {
  const kind = boundary !== null && call.name === 'describe_data' ? 'schema' : 'results';
  if (boundary === null) return { output: cutText(call.output, room.characters), kind };
  const value = parsed(call.output);
  const unanalyzed = call.name === 'analyze' ? failedAnalysis(value, boundary, `${call.arguments}\n${known}`) : null;
  if (unanalyzed !== null) return { output: unanalyzed, kind };
  const failed = ToolError.safeParse(value);
  if (failed.success) return { output: errorText(failed.data.error, call, boundary, known), kind };
  return { output: dataToolOutput(call, value, boundary, room, known) ?? otherOutput(call, boundary, room), kind };
}

function dataToolOutput(
  call: FunctionResult,
  value: unknown,
  boundary: Boundary,
  room: Room,
  known: string,
): string | null {
  switch (call.name) {
    case 'describe_data':
      return describedData(value, boundary, room.characters);
    case 'query_data':
      return queriedData(value, boundary, room, `${call.arguments}\n${known}`);
    case 'analyze':
      return analyzedData(value, boundary, room);
    case 'find_values':
      return valuesFound(value, boundary, room, known);
    case 'make_chart':
      return MakeChartOutput.safeParse(value).success
        ? 'The chart is drawn and stands above your answer. Do not draw it again, nor link to it: answer the question.'
        : null;
    default:
      return null;
  }
}

/** Databases quote the value that they could not make sense of. */
function errorText(error: ToolError['error'], call: FunctionResult, boundary: Boundary, known: string): string {
  const message = boundary === 'schema' ? maskQuoted(error.message, `${call.arguments}\n${known}`) : error.message;
  return JSON.stringify({ error: { ...error, message } });
}

function otherOutput({ output }: FunctionResult, boundary: Boundary, room: Room): string {
  if (boundary === 'schema') return `Done: ${output.length} characters. ${HELD_BACK}`;
  return cutText(output, room.characters);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
