import type {
  AnswerFact,
  Chart,
  DeclineReason,
  Message,
  ResultId,
  Run,
  RunEnding,
  RunId,
  RunWithSteps,
  SentBytes,
  Table,
  ThreadId,
} from '#contract';
import { asStanding, isCaveat, isReplaced, plainParts, readingOf, unsourcedFigures } from '#contract/stretches';
import { absentWords, endingWords, factWords, offeredQuestions, type Words } from '#words';
import type { App } from '../../compose';
import { costOf, type RunCost, sentBytes } from './cost';

/** One question's outcome, as other programs read it. Times are milliseconds, pictures are paths of files. */
export interface AnswerReport {
  thread_id: string;
  run_id: string;
  /** Who really answered: the model's own name. */
  model: string;
  /** Who was asked first and why it could not answer; null where the one that was asked did. */
  instead_of: { model: string; error: string | null } | null;
  status: Run['status'];
  /** The run came to its end, and the question was not declined. */
  answered: boolean;
  /** Why there is no answer; null where there is one, or the run did not come to its end. */
  declined: DeclineReason | null;
  /** Why the run ended other than completed, in words and as data. */
  error: string | null;
  ending: RunEnding | null;
  reading: string | null;
  answer: string;
  /** What to know before the figures are relied on: each as data, and in words. */
  caveats: (AnswerFact & { text: string })[];
  /** Figures of the answer that nobody has computed, as written. */
  unverified: string[];
  /** Questions that can be asked instead, or next. */
  offers: string[];
  /** What the numbers in square brackets of the answer stand for. */
  sources: {
    number: number;
    file: string;
    page: number | null;
    sheet: string | null;
    line: number | null;
    quote: string;
  }[];
  table: Table | null;
  charts: { title: string; spec: Chart['spec']; png: string; svg: string }[];
  /** `hosted`: it ran, or was searched, at the model's server; absent where it was done on this computer. */
  steps: { type: string; name: string; input: string; output: string | null; ms: number | null; hosted?: true }[];
  usage: RunCost | null;
  /** Bytes that went to models, by what they were. */
  sent: SentBytes;
}

const EXIT = { answered: 0, failed: 1, declined: 3 };

/** What the command ends with. */
export function exitCode({ answered, declined }: AnswerReport): number {
  if (answered) return EXIT.answered;
  return declined === null ? EXIT.failed : EXIT.declined;
}

const ROWS_AT_MOST = 100_000;
const MESSAGES_AT_MOST = 200;

export async function collectAnswer(
  services: App['services'],
  started: Pick<Run, 'id' | 'threadId'>,
  words: Words,
): Promise<AnswerReport> {
  const { threadId } = started;
  const run = services.runs.ofThread({ threadId }).find((run) => run.id === started.id);
  if (!run) throw new Error('The run is not in the library');
  const { messages } = await services.threads.messages({ threadId, limit: MESSAGES_AT_MOST });
  const answers = messages
    .filter((message) => message.role === 'assistant' && message.runId === run.id && !isReplaced(message, messages))
    .map(asStanding);
  const charts = await Promise.all(chartsOf(run).map((chartId) => services.charts.get({ chartId })));
  const facts = answers.flatMap((message) => message.facts.map((placed) => placed.fact));
  const declined = facts.flatMap((fact) => (fact.code === 'declined' ? [fact.reason] : []))[0] ?? null;
  const sent = services.ledger.ofRun(run.id);
  const main = charts[0]?.chart.resultId ?? resultBehind(run, answers);
  return {
    thread_id: run.threadId,
    run_id: run.id,
    model: run.model,
    instead_of: run.insteadOf ? insteadOf(services, threadId, run.insteadOf, words) : null,
    status: run.status,
    answered: run.status === 'completed' && declined === null,
    declined,
    error: run.ending && endingWords(words, run.ending),
    ending: run.ending,
    reading: answers.map(readingOf).find((reading) => reading !== null) ?? null,
    ...answerOf(answers, words),
    caveats: facts.filter(isCaveat).map((fact) => ({ ...fact, text: factWords(words, fact) })),
    unverified: answers.flatMap((message) => unsourcedFigures(message).map(({ text }) => text)),
    offers: facts.flatMap((fact) => (fact.code === 'offers' ? offeredQuestions(words, fact) : [])),
    table: main ? services.runs.result({ resultId: main, offset: 0, limit: ROWS_AT_MOST }) : null,
    charts: await Promise.all(charts.map(({ chart }) => withPictures(services, chart))),
    steps: run.steps.flatMap(stepLines),
    usage: costOf(run, sent),
    sent: sentBytes(sent),
  };
}

function insteadOf(services: App['services'], threadId: ThreadId, id: RunId, words: Words): AnswerReport['instead_of'] {
  const failed = services.runs.ofThread({ threadId }).find((run) => run.id === id);
  return failed ? { model: failed.model, error: failed.ending && endingWords(words, failed.ending) } : null;
}

/** What was said, with the sources of all messages numbered together: each message counts its own from 1. */
export function answerOf(messages: readonly Message[], words: Words): Pick<AnswerReport, 'answer' | 'sources'> {
  const numbers = new Map<string, number>();
  const numbered = messages.map((message) => {
    const citations = message.citations.map((citation) => {
      const key = JSON.stringify([citation.documentId ?? citation.name, citation.place?.start, citation.quote]);
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return { ...citation, number };
    });
    return { ...message, citations };
  });
  return { answer: numbered.map((message) => textOf(message, words)).join('\n\n'), sources: sourcesOf(numbered) };
}

/** The reading is told apart from the answer. */
function textOf(message: Message, words: Words): string {
  const plain = plainParts(message, (fact) => (fact.code === 'reading' ? '' : null));
  const texts = message.parts.map((part, index) =>
    part.type === 'missing' || part.type === 'gone' ? absentWords(words, part) : plain[index],
  );
  return texts.filter(Boolean).join('\n\n');
}

function sourcesOf(messages: readonly Message[]): AnswerReport['sources'] {
  const citations = messages.flatMap((message) => message.citations);
  return [...new Map(citations.map((citation) => [citation.number, citation])).values()].map(
    ({ number, name, quote, place }) => ({
      number,
      file: name,
      page: place?.page ?? null,
      sheet: place?.sheet ?? null,
      line: place?.line ?? null,
      quote,
    }),
  );
}

function chartsOf(run: RunWithSteps) {
  return run.steps.flatMap((step) => step.calls.flatMap((call) => (call.chartId ? [call.chartId] : [])));
}

/** The result that most figures of the answer come from; the last one where none holds more than another. */
function resultBehind(run: RunWithSteps, answers: readonly Message[]): ResultId | undefined {
  const figures = answers.flatMap(({ numbers }) => numbers);
  const held = (id: ResultId) => figures.filter(({ resultId }) => resultId === id).length;
  return run.steps
    .flatMap(({ calls }) => calls.flatMap(({ result }) => result?.id ?? []))
    .toReversed()
    .toSorted((a, b) => held(b) - held(a))[0];
}

async function withPictures(services: App['services'], chart: Chart) {
  const key = { chartId: chart.id, theme: 'light' as const };
  const png = await services.charts.picture({ ...key, format: 'png' });
  const svg = await services.charts.picture({ ...key, format: 'svg' });
  const spec = await services.charts.worded(chart);
  return { title: spec.title, spec, png: png.path, svg: svg.path };
}

function stepLines(step: RunWithSteps['steps'][number]): AnswerReport['steps'] {
  if (step.calls.length === 0) return [{ type: step.type, name: step.type, input: '', output: null, ms: step.ms }];
  return step.calls.map((call) => ({
    type: step.type,
    name: call.name,
    input: call.input,
    output: call.output,
    ms: call.ms,
    ...(call.ending?.hosted ? { hosted: true as const } : {}),
  }));
}
