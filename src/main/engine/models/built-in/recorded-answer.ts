import { AnalyzeOutput } from '#contract/analyze';
import { MakeChartOutput, QueryDataOutput, ToolError } from '#contract/data-tools';
import type { Definitions } from '#contract/definitions';
import { fenced } from '#contract/fenced';
import type { RecordedRun } from '#contract/recorded';
import type { Words } from '#words';
import type { ModelTurn } from '../../ports';
import { compose } from './answer/message';
import { type AnswerPiece, factPiece, textPiece } from './answer/pieces';
import { AnalyzedResult } from './answer/result';
import { tableOf } from './answer/table';
import { type DescribedDataset, definitionsOf } from './described';
import { decline, type Move, say } from './moves';
import { type Redone, replay } from './recorded';
import { Turn } from './turn';

const PRINTED_AT_MOST = 2_000;
/** Of a model that looked around before it answered, the last results. */
const RESULTS_AT_MOST = 4;

/** Does again what a run did, then says what came of it: never in the words of before, whose figures are of another file. */
export function doAgain(recorded: RecordedRun | null, turn: ModelTurn, words: Words): Move {
  if (recorded === null) return say(factPiece({ code: 'run_again', model: null, lost: true }));
  const next = replay(recorded, turn);
  if ('move' in next) return next.move;
  const described = new Turn(turn).described();
  const datasets = described.state === 'done' ? described.value.datasets : [];
  const about = { datasets, definitions: definitionsOf(datasets), words };
  return recorded.model === null
    ? analystAnswer(recorded, next.redone, about)
    : modelAnswer(recorded.model, next.redone, about);
}

interface About {
  datasets: readonly DescribedDataset[];
  definitions: readonly Definitions[];
  words: Words;
}

/** As the built-in analyst words what it has computed. */
function analystAnswer({ notes }: RecordedRun, redone: readonly Redone[], about: About): Move {
  const last = redone.findLast((one) => one?.step.kind === 'function' && one.step.name === 'analyze');
  const failed = ToolError.safeParse(last?.output);
  if (failed.success) return decline({ code: 'declined', reason: 'query_failed', message: failed.data.error.message });
  const output = AnalyzeOutput.safeParse(last?.output).data;
  const told = output && composed(new AnalyzedResult(output), notes, about);
  if (!told) return decline({ code: 'declined', reason: 'no_data' });
  return say(...told.before, ...redone.flatMap(pictureOf), ...told.after);
}

function composed(result: AnalyzedResult, notes: RecordedRun['notes'], { datasets, definitions, words }: About) {
  const { table, union = [] } = result.output.query.from;
  const used = datasets.filter((one) => [table, ...union].includes(one.table));
  const dataset = used[0] ?? datasets[0];
  const files = datasets.length > 1 ? used.map((one) => one.name).join(' and ') : null;
  return dataset ? compose({ result, dataset, definitions, files, notes, words }) : null;
}

/** What a model had computed, in the order it did. */
function modelAnswer(model: string, redone: readonly Redone[], about: About): Move {
  const pieces = redone.map((one) => piecesOf(one, about)).filter((those) => those.length > 0);
  return say(factPiece({ code: 'run_again', model, lost: false }), ...pieces.slice(-RESULTS_AT_MOST).flat());
}

function piecesOf(one: Redone, about: About): AnswerPiece[] {
  if (!one) return [];
  const { item, output } = one;
  if (item.type === 'code_result') return shownBy(item.outputs);
  const analyzed = AnalyzeOutput.safeParse(output).data;
  const told = analyzed && composed(new AnalyzedResult(analyzed), [], about);
  if (told) return [...told.before, ...told.after];
  const queried = QueryDataOutput.safeParse(output).data;
  return queried ? (tableOf(plainResult(queried), ({ name }) => name) ?? []) : pictureOf(one);
}

const pictureOf = (one: Redone): AnswerPiece[] => {
  const drawn = one ? MakeChartOutput.safeParse(one.output).data : undefined;
  return drawn ? [{ type: 'image', fileId: drawn.file_id }] : [];
};

const shownBy = (
  outputs: readonly ({ type: 'logs'; logs: string } | { type: 'image'; fileId: string })[],
): AnswerPiece[] =>
  outputs.map((output) =>
    output.type === 'image' ? output : textPiece(fenced(output.logs.slice(0, PRINTED_AT_MOST), 'text')),
  );

/** The rows of SQL, whose columns nobody has said anything of. */
function plainResult({ columns, ...rest }: QueryDataOutput): AnalyzedResult {
  const digits = (at: number) =>
    Math.max(0, ...rest.rows.map((row) => /\.(\d+)$/.exec(String(row[at] ?? ''))?.[1]?.length ?? 0));
  return new AnalyzedResult({
    ...rest,
    ...{ query: { from: { table: 'data' } }, sql: '', facts: [] },
    columns: columns.map(({ name, type }, at) => {
      const isNumber = type === 'integer' || type === 'decimal' || type === 'float';
      return { name, type, role: 'field', unit: null, decimals: isNumber ? digits(at) : null };
    }),
  });
}
