import type { Judgement } from './judge';

export interface EvalRow {
  id: string;
  question: string;
  verdict: Judgement;
  answer: string;
  error: string | null;
  /** Figures that nobody has computed, as written. */
  invented: string[];
  prompt_tokens: number;
  completion_tokens: number;
  /** US dollars; null where a price is not known. */
  money: number | null;
  seconds: number;
}

export interface EvalReport {
  connection: string;
  model: string;
  asked: number;
  right: number;
  wrong: number;
  declined: number;
  failed: number;
  unjudged: number;
  /** Figures, and the answers that hold them. */
  invented: number;
  answers_with_invented: number;
  prompt_tokens: number;
  completion_tokens: number;
  money: number | null;
  seconds: number;
  questions: EvalRow[];
}

export function reportOf(of: { connection: string; model: string }, questions: EvalRow[]): EvalReport {
  const count = (verdict: Judgement) => questions.filter((row) => row.verdict === verdict).length;
  const sum = (value: (row: EvalRow) => number) => questions.reduce((total, row) => total + value(row), 0);
  const priced = questions.every(({ money }) => money !== null);
  return {
    ...of,
    asked: questions.length,
    right: count('right'),
    wrong: count('wrong'),
    declined: count('declined'),
    failed: count('failed'),
    unjudged: count('unjudged'),
    invented: sum(({ invented }) => invented.length),
    answers_with_invented: questions.filter(({ invented }) => invented.length > 0).length,
    prompt_tokens: sum((row) => row.prompt_tokens),
    completion_tokens: sum((row) => row.completion_tokens),
    money: priced ? sum(({ money }) => money ?? 0) : null,
    seconds: sum(({ seconds }) => seconds),
    questions,
  };
}

export function reportText(report: EvalReport): string {
  const lines = [
    ['asked', report.asked],
    ['right', report.right],
    ['wrong', report.wrong],
    ['declined', report.declined],
    ['failed', report.failed],
    ['unjudged', report.unjudged],
    ['invented figures', `${report.invented} in ${report.answers_with_invented} answers`],
    ['tokens in / out', `${report.prompt_tokens} / ${report.completion_tokens}`],
    ['US dollars', report.money === null ? 'not known' : report.money.toFixed(4)],
    ['seconds', report.seconds.toFixed(1)],
  ].map(([name, value]) => `${String(name).padEnd(18)}${value}`);
  return [`${report.model} of ${report.connection}`, '', ...lines, ''].join('\n');
}

export function rowText({ id, verdict, seconds, invented, question, error }: EvalRow): string {
  const columns = [verdict.padEnd(9), `${seconds.toFixed(1)} s`.padStart(9), `${invented.length} inv.`, id, question];
  return [...columns, ...(error === null ? [] : [error])].join('  ');
}
