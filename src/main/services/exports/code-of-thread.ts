import type { Call, RunWithSteps } from '#contract';
import type { Words } from '#words';
import type { PublicationBlock } from '../../publishing';
import { headed, textOf } from './question-heading';
import type { KeptThread } from './thread-record';

/** The code behind the answers, below all of them: for those who want to know. */
export function codeBlocks(
  runs: readonly RunWithSteps[],
  { messages }: Pick<KeptThread, 'messages'>,
  words: Words,
): PublicationBlock[] {
  const blocks = runs.flatMap((run): PublicationBlock[] => {
    const calls = run.steps.flatMap((step) => step.calls).filter(isShown);
    if (calls.length === 0) return [];
    const question = messages.findLast(({ role, createdAt }) => role === 'user' && createdAt <= run.createdAt);
    const { heading } = headed(question ? textOf(question) : '');
    return [
      ...(heading === '' ? [] : [{ type: 'heading' as const, level: 2 as const, text: heading }]),
      ...calls.flatMap((call): PublicationBlock[] =>
        call.code ? [{ type: 'code', language: call.code.language, text: call.code.text }] : [],
      ),
    ];
  });
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 1, text: words.ui.exports.howComputed }, ...blocks];
}

/** What was run; trials beside the history are none of it, versions of the answer are. */
const isShown = (call: Call): boolean =>
  call.code !== null && (call.localOf === null || (call.query !== undefined && call.status === 'completed'));
