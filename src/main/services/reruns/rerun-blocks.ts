import type {
  BlockContent,
  BlockSource,
  CallPair,
  Cell,
  ChartId,
  NotRerun,
  PinTarget,
  QuestionPair,
  ReportBlockPair,
  Rerun,
  ResultId,
  RunId,
  ThreadId,
} from '#contract';
import { AppError } from '#contract/result';
import type { KeptBlock, Library } from '../../library';
import type { Reports } from '../reports';
import { comparedResult } from './call-differences';
import { tableDifferences } from './table-differences';
import { allMessages } from './thread-plan';

/** What stands in the new report for a block of the earlier one. */
export interface RerunBlock extends Pick<KeptBlock, 'content' | 'source'> {
  pair: ReportBlockPair;
}

type Traced = KeptBlock & { source: BlockSource };
type Target = PinTarget | NotRerun;

/** Pins what came of the threads of a report in the places of what was pinned of them. */
export class RerunBlocks {
  readonly #library: Library;
  readonly #reports: Reports;
  readonly #reruns: ReadonlyMap<ThreadId, Rerun>;

  constructor({ library, reports }: { library: Library; reports: Reports }, reruns: readonly Rerun[]) {
    this.#library = library;
    this.#reports = reports;
    this.#reruns = new Map(reruns.map((rerun) => [rerun.fromThread, rerun]));
  }

  async inPlaceOf(block: KeptBlock): Promise<RerunBlock> {
    const { source, content } = block;
    if (source === null || content.kind === 'quote') return copied(block);
    const traced = { ...block, source };
    if (!this.#library.threads.get(source.threadId)) return kept(traced, { code: 'thread_deleted' });
    const rerun = this.#reruns.get(source.threadId);
    return rerun ? await this.#renewed(traced, rerun) : copied(block);
  }

  async #renewed(block: Traced, rerun: Rerun): Promise<RerunBlock> {
    const { source, content } = block;
    const question = this.#questionOf(source, rerun);
    const call = question?.calls.find(({ before }) => before === source.callId) ?? null;
    const why = call?.why ?? question?.why ?? (question ? null : ({ code: 'rests_on_other' } as const));
    if (why || !question) return kept(block, why ?? { code: 'rests_on_other' });
    const target = this.#target(block, { rerun, question, call });
    if ('code' in target) return kept(block, target);
    try {
      const now = await this.#reports.pinned(target);
      const isSame =
        content.kind === 'figure' && now.content.kind === 'figure'
          ? pinnedCell(content) === pinnedCell(now.content)
          : null;
      const outcome = isSame === null ? (call ?? question).outcome : isSame ? 'same' : 'changed';
      const charts = rerun.charts.filter(({ before }) =>
        content.kind === 'answer' ? this.#isOf(before, question) : before === source.chartId,
      );
      return { ...now, pair: { ...pairOf(block, outcome), about: question.question, call, charts } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return kept(block, { code: 'failed', message: error.message });
    }
  }

  #isOf(chartId: ChartId, { before }: QuestionPair): boolean {
    return this.#library.charts.get(chartId)?.runId === before;
  }

  #questionOf({ callId, messageId }: BlockSource, { questions }: Rerun): QuestionPair | undefined {
    const runId = messageId === null ? null : this.#library.messages.get(messageId)?.runId;
    return (
      questions.find(({ calls }) => calls.some(({ before }) => before === callId)) ??
      questions.find(({ before }) => before === runId)
    );
  }

  #target(
    { source, content }: Traced,
    { rerun, question, call }: { rerun: Rerun; question: QuestionPair; call: CallPair | null },
  ): Target {
    const after = call?.after ?? undefined;
    const resultId = after && this.#library.steps.call(after)?.result?.id;
    switch (content.kind) {
      case 'answer': {
        const messageId = question.after && this.#answerOf(rerun, question.after);
        return messageId ? { kind: 'answer', messageId, callId: after } : LOST;
      }
      case 'chart': {
        const chart = rerun.charts.find(({ before }) => before === source.chartId);
        return chart ? { kind: 'chart', chartId: chart.after } : LOST;
      }
      case 'table':
        return resultId ? { kind: 'table', resultId } : LOST;
      case 'figure':
        return resultId && source.resultId ? this.#figure(content, source.resultId, resultId) : LOST;
      default:
        return LOST;
    }
  }

  #answerOf({ toThread }: Rerun, runId: RunId) {
    const messages = toThread ? allMessages(this.#library, toThread) : [];
    return messages.findLast((message) => message.role === 'assistant' && message.runId === runId)?.id;
  }

  /** The cell of the row that answers to the pinned one. */
  #figure({ table, column }: Extract<BlockContent, { kind: 'figure' }>, before: ResultId, after: ResultId): Target {
    const [was, now] = [comparedResult(this.#library, before), comparedResult(this.#library, after)];
    const pinned = JSON.stringify(table.rows[0]);
    const place = was.table.rows.findIndex((row) => JSON.stringify(row) === pinned);
    const row = tableDifferences(was, now).rows.find(({ places }) => places.before === place)?.places.after ?? null;
    const name = table.columns[column]?.name;
    const at = now.table.columns.findIndex((known) => known.name === name);
    return place === -1 || row === null || at === -1
      ? { code: 'row_gone' }
      : { kind: 'figure', resultId: after, row, column: at };
  }
}

const LOST: NotRerun = { code: 'rests_on_other' };

const pinnedCell = ({ table, column }: Extract<BlockContent, { kind: 'figure' }>): Cell =>
  table.rows[0]?.[column] ?? null;

const copied = ({ id, content, source }: KeptBlock): RerunBlock => ({
  ...{ content, source },
  pair: pairOf({ id, content, source }, 'copied'),
});

/** The earlier one, which says why. */
const kept = (block: Traced, why: NotRerun): RerunBlock => ({
  content: block.content,
  source: { ...block.source, notRerun: why },
  pair: { ...pairOf(block, 'not_run'), why },
});

const pairOf = (
  { id, content, source }: Pick<KeptBlock, 'id' | 'content' | 'source'>,
  outcome: ReportBlockPair['outcome'],
): ReportBlockPair => ({
  ...{ before: id, kind: content.kind, about: aboutOf(content) || (source?.title ?? ''), outcome },
  ...{ why: null, call: null, charts: [] },
});

const ABOUT_AT_MOST = 200;

function aboutOf(content: BlockContent): string {
  if (content.kind === 'answer') return content.question;
  if (content.kind === 'quote') return content.name;
  const [first = ''] = content.kind === 'text' ? content.markdown.trim().split('\n') : [];
  return first.replace(/^#+\s*/, '').slice(0, ABOUT_AT_MOST);
}
