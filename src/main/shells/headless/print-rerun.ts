import type { ShapeFact } from '#contract';
import { rerunFactWords, rerunWhyWords, type Words } from '#words';
import { forTerminal } from '../common/terminal';
import type { ReportRerunPrinted, RerunPrinted } from './run-again';

/** What came of a report's, as lines. */
export function printedReportRerun(
  { status, gate, blocks, new_report: report }: ReportRerunPrinted,
  words: Words,
): string {
  const findings = gate.replacements.flatMap((replacement) => replacement.findings);
  const { kind, named } = words.ui.reports;
  const lines = [
    ...findings.map(({ weight, fact }) => `${MARKS[weight]} ${rerunFactWords(words, fact)}`),
    '',
    ...blocks.flatMap((block) => [
      `${OUTCOMES[block.outcome]} ${named(kind[block.kind], block.about.split('\n')[0] ?? '')}`,
      ...(block.differences?.table ? [`  ${words.rerun.rows(block.differences.table.counts)}`] : []),
      ...(block.why ? [`  ${rerunWhyWords(words, block.why)}`] : []),
    ]),
    words.rerun.status[status](),
    ...(report ? [report] : []),
  ];
  return forTerminal(`${lines.join('\n')}\n`);
}

const OUTCOMES = { same: '=', copied: '=', changed: '≠', not_run: '✗' } as const;
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
  return [`${OUTCOMES[outcome]} ${first}`, ...rows, ...new Set(reasons), ''];
}
