import type { ShapeFact } from '#contract';
import { rerunFactWords, rerunWhyWords, type Words } from '#words';
import { forTerminal } from '../common/terminal';
import type { RerunPrinted } from './run-again';

const MARKS = { stops: '✗', asks: '?', tells: '·' } as const;

/** What came of a rerun, as lines. */
export function printedRerun({ status, gate, questions, new_thread: thread }: RerunPrinted, words: Words): string {
  const findings = gate.replacements.flatMap((reason) => reason.findings);
  const sentence = (fact: ShapeFact) => rerunFactWords(words, fact);
  const lines = [
    ...findings.map(({ weight, fact }) => `${MARKS[weight]} ${sentence(fact)}`),
    '',
    ...questions.flatMap((question) => questionLines(question, words)),
    words.rerun.status[status](),
    ...(thread ? [thread] : []),
  ];
  return forTerminal(`${lines.join('\n')}\n`);
}

function questionLines({ question, outcome, why, calls }: RerunPrinted['questions'][number], words: Words): string[] {
  const rows = calls.flatMap(({ differences }) =>
    differences?.table ? [`  ${words.rerun.rows(differences.table.counts)}`] : [],
  );
  const reasons = [why, ...calls.map((call) => call.why)].flatMap((reason) =>
    reason ? [`  ${rerunWhyWords(words, reason)}`] : [],
  );
  const [first = ''] = question.split('\n');
  return [`${outcome === 'same' ? '=' : outcome === 'changed' ? '≠' : '✗'} ${first}`, ...rows, ...new Set(reasons), ''];
}
