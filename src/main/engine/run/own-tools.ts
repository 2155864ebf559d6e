import type { CodeWait } from '../ports';
import type { CodeToolCall, RunRecord, SearchToolCall } from '../store/records';
import { keepHostedSearch } from './hosted-search';
import { type CodeTools, keepHostedCode, runCode } from './run-code';
import { type SearchTools, searchDocuments } from './search-documents';
import type { ToolStep } from './tool-step';

export type OwnTools = SearchTools & CodeTools;

/**
 * Does what the calls of a turn ask for, one after the other, and says in the step's deltas what comes of it. Rejects with
 * the signal's reason also when that came during the last of them.
 */
export async function carryOut(tools: OwnTools, run: RunRecord, step: ToolStep, signal: AbortSignal): Promise<void> {
  step.save();
  for (const [index, call] of step.calls) {
    signal.throwIfAborted();
    if (call.type === 'file_search') await search(tools, run, step, call, signal);
    else await runAndSay(tools, run, step, index, call, signal);
  }
  signal.throwIfAborted();
}

function search(
  tools: OwnTools,
  run: RunRecord,
  step: ToolStep,
  call: SearchToolCall,
  signal: AbortSignal,
): Promise<void> {
  const queries = step.queriesOf(call.id);
  const hosted = step.hostedSearch(call.id);
  if (hosted) return keepHostedSearch(tools, run, call, { ...hosted, queries }, signal);
  return searchDocuments(tools, run, call, queries, signal);
}

async function runAndSay(
  tools: OwnTools,
  run: RunRecord,
  step: ToolStep,
  index: number,
  call: CodeToolCall,
  signal: AbortSignal,
): Promise<void> {
  const say = (output: Parameters<typeof codeDelta>[1]) => step.delta(codeDelta(index, output));
  let printed = 0;
  const onLogs = (logs: string) => {
    if (signal.aborted || logs === '') return;
    printed += logs.length;
    say({ index: 0, type: 'logs', logs });
  };
  const onWaiting = (wait: CodeWait | null) => {
    if (!signal.aborted) step.codeWaits(call.id, wait);
  };
  const hosted = step.hostedCode(call.id);
  const ending = hosted
    ? await keepHostedCode(tools, run, call, hosted)
    : await runCode(tools, run, call, { onLogs, onWaiting }, signal);
  step.codeEnded(call.id, ending);
  // Printed text went into the first output; only what is new of each output is said, or readers would have it twice.
  for (const [position, output] of call.code_interpreter.outputs.entries()) {
    if (output.type === 'image') {
      say({ index: position, type: 'image', image: output.image });
      continue;
    }
    const known = Math.min(printed, output.logs.length);
    printed -= known;
    if (known < output.logs.length || position > 0)
      say({ index: position, type: 'logs', logs: output.logs.slice(known) });
  }
}

type OutputDelta = { index: number } & CodeToolCall['code_interpreter']['outputs'][number];

function codeDelta(index: number, output: OutputDelta) {
  return { index, type: 'code_interpreter' as const, code_interpreter: { outputs: [output] } };
}
