import type { MakeChartArgs } from '#contract/data-tools';
import type { Definitions } from '#contract/definitions';
import type { AnswerFact } from '#contract/facts';
import type { Query } from '#contract/query';
import { readingTitle, type Words } from '#words';
import { explain } from '../../../query';
import type { ModelTurn, ToolChoice } from '../../ports';
import { chartFor } from './answer/chart';
import { aboutData, declineFacts } from './answer/decline';
import { compose, readingNotes } from './answer/message';
import { type AnswerPiece, factPiece, textPiece } from './answer/pieces';
import { AnalyzedResult } from './answer/result';
import { type DescribedDataset, definitionsOf } from './described';
import { documentReading, quoteAnswer, quotesFor } from './documents';
import { fromCode } from './from-code';
import { functionMove } from './functions';
import { withValues, wordsToLookUp } from './looked-up';
import { meaningOf } from './meaning';
import { calls, decline, type Move, say } from './moves';
import { notebookAnswer, pythonBlocks } from './notebook';
import { FIRST_OUTPUT } from './reader/assemble/draft';
import { filled } from './reader/computable';
import type { Understood } from './reader/settle';
import { Turn } from './turn';

/** What to do next: look at the data, query it, draw, or answer. The same turn always leads to the same move. */
export function decide(modelTurn: ModelTurn, words: Words): Move {
  const turn = new Turn(modelTurn);
  const { toolChoice } = modelTurn;
  if (toolChoice === 'none')
    return decline({ code: 'declined', reason: modelTurn.tools.length === 0 ? 'no_tools' : 'tools_forbidden' });
  if (typeof toolChoice === 'object') return withChosen(turn, toolChoice, words);
  const notebook = runBlocks(turn);
  if (notebook) return notebook;
  return turn.has('describe_data') && turn.has('analyze') ? fromData(turn, words) : fromOthers(turn, words);
}

/** The tool that has to be used first, whatever else would fit. */
function withChosen(turn: Turn, choice: Exclude<ToolChoice, string>, words: Words): Move {
  const there = choice.type === 'function' ? turn.has(choice.function.name) : turn.hasTool(choice.type);
  const name = choice.type === 'function' ? choice.function.name : choice.type;
  if (!there) return decline({ code: 'declined', reason: 'tool_missing', tool: name });
  if (choice.type === 'function') return fromOthers(turn, words);
  if (choice.type === 'file_search') return search(turn.asked.at(-1) ?? '');
  return runBlocks(turn) ?? fromCode(turn, words) ?? noPython();
}

/** Python that was written into the message is run as it stands, one block after the other. */
function runBlocks(turn: Turn): Move | null {
  // What was begun with another tool is gone on with.
  const begun = turn.found !== null || turn.callsOfThisRun().length > 0;
  const blocks = !begun && turn.hasTool('code_interpreter') ? pythonBlocks(turn.asked.at(-1) ?? '') : [];
  if (blocks.length === 0) return null;
  const results = turn.turn.items.flatMap((item) => (item.type === 'code_result' ? [item] : []));
  const next = blocks[results.length];
  if (next !== undefined && (results.at(-1)?.ended ?? 'done') === 'done') return { kind: 'code', code: next };
  return { kind: 'say', pieces: notebookAnswer(results, blocks.length) };
}

/** Functions that fit come first, then documents. */
function fromOthers(turn: Turn, words: Words): Move {
  const question = turn.asked.at(-1) ?? '';
  const called = turn.callsOfThisRun().length > 0;
  if (turn.functions.length > 0 && turn.found === null) {
    const move = functionMove(turn, turn.functions);
    if (move) return move;
  }
  if (!turn.hasTool('file_search') || called) return withoutTool(turn, words);
  return turn.found === null ? search(question) : say(...quoteAnswer(question, turn.found, turn.unread));
}

function withoutTool(turn: Turn, words: Words): Move {
  const data = turn.hasTool('code_interpreter') ? fromCode(turn, words) : null;
  if (data) return data;
  const functions = turn.functions.map((one) => one.function.name);
  if (functions.length > 0) return decline({ code: 'declined', reason: 'no_function_fits', functions });
  return turn.hasTool('code_interpreter') ? noPython() : decline({ code: 'declined', reason: 'no_tools' });
}

const noPython = (): Move =>
  say(factPiece({ code: 'declined', reason: 'no_python' }), textPiece('```python\nprint(2 + 2)\n```'));

const search = (question: string): Move => ({ kind: 'search', queries: [question.slice(0, 1_000)] });

/** What the thread's documents say; null where they say nothing and `otherwise` may know more. */
function fromDocuments(turn: Turn, otherwise: boolean): Move | null {
  const question = turn.asked.at(-1) ?? '';
  if (turn.found === null) return search(question);
  const quotes = quotesFor(question, turn.found);
  if (otherwise && quotes === null) return null;
  const pieces = otherwise && quotes !== null ? [textPiece(quotes)] : quoteAnswer(question, turn.found, turn.unread);
  return say(factPiece(documentReading(question)), ...pieces);
}

/** Documents that came with the question are looked into first, others when the data does not answer it. */
function fromData(turn: Turn, words: Words): Move {
  const quoted = turn.documents === 'latest' ? fromDocuments(turn, true) : null;
  if (quoted) return quoted;
  const described = turn.described();
  if (described.state === 'not called') return calls({ name: 'describe_data', arguments: {} });
  if (described.state === 'failed')
    return decline({ code: 'declined', reason: 'describe_failed', message: described.message });
  const { datasets } = described.value;
  if (datasets.length === 0)
    return (
      (turn.documents === 'none' ? null : fromDocuments(turn, false)) ??
      decline({ code: 'declined', reason: 'no_data' })
    );
  const known = knownDefinitions(turn, definitionsOf(datasets));
  if ('move' in known) return known.move;
  const { definitions } = known;
  const understood = meaningOf(definitions, turn.asked);
  if (understood.kind === 'query') return answer({ turn, found: understood, datasets, definitions, words });
  if (understood.kind === 'columns' || understood.kind === 'help' || understood.kind === 'overview')
    return say(...aboutData(understood.kind, datasets, definitions, words));
  // What could not be looked into may hold the answer.
  const fromText = turn.documents === 'none' ? null : fromDocuments(turn, turn.unread.length === 0);
  return fromText ?? say(...declineFacts(definitions, understood, turn.asked.at(-1) ?? '', words).map(factPiece));
}

/** Words that nobody knows may be values that are not listed: they are looked up once, and read as what was found. */
function knownDefinitions(
  turn: Turn,
  listed: readonly Definitions[],
): { definitions: readonly Definitions[] } | { move: Move } {
  const found = turn.lookedUp();
  if (found.state === 'done') return { definitions: withValues(listed, found.value) };
  const words = found.state === 'failed' || !turn.has('find_values') ? [] : wordsToLookUp(listed, turn.asked);
  return words.length > 0 ? { move: calls({ name: 'find_values', arguments: { words } }) } : { definitions: listed };
}

type Found = Extract<Understood, { kind: 'query' }>;

interface Answering {
  turn: Turn;
  found: Found;
  datasets: readonly DescribedDataset[];
  definitions: readonly Definitions[];
  words: Words;
}

function answer({ turn, found, datasets, definitions, words }: Answering): Move {
  const asked = queryToAsk(turn, found);
  if ('move' in asked) return asked.move;
  const outcome = turn.analyzed(asked.query);
  if (outcome.state === 'not called') return calls({ name: 'analyze', arguments: { query: asked.query } });
  if (outcome.state === 'failed')
    return decline({ code: 'declined', reason: 'query_failed', message: outcome.message });
  const result = new AnalyzedResult(outcome.value);
  const chart = chartFor(result, readingTitle(words, explain(result.output.query, definitions)));
  const drawn = turn.charted();
  if (chart.spec && turn.has('make_chart') && drawn.state === 'not called') {
    const args: MakeChartArgs = { ...chart.spec, result_id: result.output.result_id };
    return calls({ name: 'make_chart', arguments: args });
  }
  const tables = [asked.query.from.table, ...(asked.query.from.union ?? [])];
  const used = datasets.filter((one) => tables.includes(one.table));
  const dataset = used[0] ?? datasets[0];
  if (!dataset) return decline({ code: 'declined', reason: 'no_data' });
  const notes: AnswerFact[] = [
    ...readingNotes(found),
    ...(chart.unfit ? [{ code: 'chart_kind_unfit' as const, kind: chart.unfit }] : []),
    ...(drawn.state === 'failed' ? [{ code: 'chart_failed' as const, message: drawn.message }] : []),
  ];
  const files = datasets.length > 1 ? used.map((one) => one.name).join(' and ') : null;
  const { before, after } = compose({ result, dataset, definitions, files, notes, words });
  const image: AnswerPiece[] = drawn.state === 'done' ? [{ type: 'image', fileId: drawn.value.file_id }] : [];
  return say(...before, ...image, ...after);
}

/** What is compared with an average needs that first. */
function queryToAsk(turn: Turn, { reading, query }: Found): { query: Query } | { move: Move } {
  if (!reading.first) return { query };
  const first = turn.analyzed(reading.first);
  if (first.state === 'not called') return { move: calls({ name: 'analyze', arguments: { query: reading.first } }) };
  if (first.state === 'failed')
    return { move: decline({ code: 'declined', reason: 'query_failed', message: first.message }) };
  const at = first.value.columns.findIndex((column) => column.name === FIRST_OUTPUT);
  return { query: filled(query, ...first.value.rows.map((row) => String(row[at] ?? ''))) };
}
