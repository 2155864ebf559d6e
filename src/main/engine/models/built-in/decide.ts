import type { MakeChartArgs } from '#contract/data-tools';
import type { ModelTurn } from '../../ports';
import { chartFor } from './answer/chart';
import { declineText, helpText } from './answer/decline';
import { safe } from './answer/format';
import { compose } from './answer/message';
import { Result, type Results } from './answer/result';
import { understand } from './conversation';
import { scopeOf } from './language/scope';
import type { Dataset, Question } from './question/plan';
import type { Read } from './question/read';
import { queriesOf } from './sql';
import type { Query } from './sql/query';
import { Turn } from './turn';

export interface Call {
  name: 'describe_data' | 'query_data' | 'make_chart';
  arguments: unknown;
}
export type Piece = { type: 'text'; text: string } | { type: 'image'; fileId: string };
export type Move = { kind: 'calls'; calls: Call[] } | { kind: 'say'; pieces: Piece[] };

const say = (...texts: string[]): Move => ({ kind: 'say', pieces: texts.map((text) => ({ type: 'text', text })) });
const calls = (...made: Call[]): Move => ({ kind: 'calls', calls: made });

const NO_TOOLS =
  'I am the built-in analyst. I answer questions about data files with the tools `describe_data` and `query_data`, which this assistant does not have. Ask in a thread of the app, give the assistant these tools, or connect another model.';
const NO_DATA = 'There is no data in this thread yet. Attach a CSV or Parquet file, and ask again.';

/** What to do next: look at the data, query it, draw, or answer. The same turn always leads to the same move. */
export function decide(modelTurn: ModelTurn): Move {
  const turn = new Turn(modelTurn);
  if (!turn.has('describe_data') || !turn.has('query_data') || modelTurn.toolChoice === 'none') return say(NO_TOOLS);
  const described = turn.described();
  if (described.state === 'not called') return calls({ name: 'describe_data', arguments: {} });
  if (described.state === 'failed') return say(`The data could not be described: ${safe(described.message)}`);
  if (described.value.datasets.length === 0) return say(NO_DATA);
  const found = understandAny(described.value.datasets, turn.asked);
  if (found.read.kind === 'help') return say(helpText(scopeOf(found.dataset)));
  if (found.read.kind === 'decline') return say(declineText(scopeOf(found.dataset), found.read.decline));
  return answer(turn, { ...found, question: found.read.question });
}

interface Found {
  dataset: Dataset;
  read: Read;
  /** Other files are there as well, so the reading names the one it is about. */
  named: boolean;
  notes: string[];
}

/** With several files: the one the question names, else the newest one it makes sense for. */
function understandAny(datasets: readonly Dataset[], asked: readonly string[]): Found {
  const named = datasets.length > 1;
  const newest = datasets.toReversed().map((dataset) => ({ dataset, understood: understand(scopeOf(dataset), asked) }));
  const text = (asked.at(-1) ?? '').toLowerCase();
  const mentioned = newest.filter(({ dataset }) => text.includes(dataset.name.toLowerCase()));
  const able = (mentioned.length > 0 ? mentioned : newest).filter(
    ({ understood }) => understood.read.kind === 'question',
  );
  const chosen = able[0] ?? mentioned[0] ?? newest[0];
  if (!chosen) throw new RangeError('no datasets');
  const before = chosen.understood.with;
  const others = able.slice(1).map(({ dataset }) => safe(dataset.name));
  return {
    dataset: chosen.dataset,
    read: chosen.understood.read,
    named,
    notes: [
      ...(before === null ? [] : [`Read together with what was asked before: “${safe(before)}”.`]),
      ...(others.length === 0
        ? []
        : [`The question would fit ${others.join(' and ')} as well; name the file to ask about it.`]),
    ],
  };
}

function answer(turn: Turn, found: Found & { question: Question }): Move {
  const { question, dataset } = found;
  const queries = queriesOf(question, dataset);
  const open = queries.filter((query) => turn.queried(query.sql).state === 'not called');
  if (open.length > 0) {
    const made = open.map(
      ({ sql, purpose }): Call => ({ name: 'query_data', arguments: { sql, purpose: purpose.slice(0, 200) } }),
    );
    return calls(...(turn.turn.parallelToolCalls ? made : made.slice(0, 1)));
  }
  const results = resultsOf(turn, queries);
  if ('failed' in results) return say(`The query could not be run: ${safe(results.failed)}`);
  const chart = chartFor(question, results.main, dataset);
  const drawn = turn.charted();
  if (chart.spec && turn.has('make_chart') && drawn.state === 'not called') {
    const args: MakeChartArgs = { ...chart.spec, result_id: results.main.output.result_id };
    return calls({ name: 'make_chart', arguments: args });
  }
  const notes = [
    ...found.notes,
    ...(chart.note ? [chart.note] : []),
    ...(drawn.state === 'failed' ? [`The chart could not be drawn: ${safe(drawn.message)}`] : []),
  ];
  const { before, after } = compose({ question, dataset, results, named: found.named, notes });
  const image: Piece[] = drawn.state === 'done' ? [{ type: 'image', fileId: drawn.value.file_id }] : [];
  const rest: Piece[] = after === '' ? [] : [{ type: 'text', text: image.length > 0 ? after : `\n\n${after}` }];
  return { kind: 'say', pieces: [{ type: 'text', text: before }, ...image, ...rest] };
}

/** What came back; a figure beside the main one may be missing. */
function resultsOf(turn: Turn, queries: readonly Query[]): Results | { failed: string } {
  const found: Partial<Results> = {};
  for (const query of queries) {
    const outcome = turn.queried(query.sql);
    if (outcome.state === 'done') found[query.part] = new Result(query, outcome.value);
    else if (outcome.state === 'failed' && query.part === 'main') return { failed: outcome.message };
  }
  return found.main ? { ...found, main: found.main } : { failed: 'no result came back' };
}
