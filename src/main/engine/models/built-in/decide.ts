import type { MakeChartArgs } from '#contract/data-tools';
import type { AnswerFact, Declined } from '#contract/facts';
import type { ModelTurn, ToolChoice } from '../../ports';
import { chartFor } from './answer/chart';
import { declineFacts, firstQuestions, helpPieces } from './answer/decline';
import { compose } from './answer/message';
import { type AnswerPiece, factPiece, paragraphs, textPiece } from './answer/pieces';
import { QueryResult, type Results } from './answer/result';
import { understand } from './conversation';
import { documentReading, quoteAnswer, quotesFor } from './documents';
import { functionMove } from './functions';
import { scopeOf } from './language/scope';
import { wordsOf } from './language/stems';
import { notebookAnswer, pythonBlocks } from './notebook';
import type { DescribedDataset, Question } from './question/plan';
import type { Read } from './question/read';
import { queriesOf } from './sql';
import type { Query } from './sql/query';
import { Turn } from './turn';

export interface PlannedCall {
  name: string;
  arguments: unknown;
}
export type Move =
  | { kind: 'calls'; calls: PlannedCall[] }
  | { kind: 'search'; queries: string[] }
  | { kind: 'code'; code: string }
  | { kind: 'say'; pieces: AnswerPiece[] };

const say = (...pieces: AnswerPiece[]): Move => ({ kind: 'say', pieces: paragraphs(pieces) });
const decline = (fact: Declined): Move => say(factPiece(fact));
const calls = (...made: PlannedCall[]): Move => ({ kind: 'calls', calls: made });

/** Names of other files that would answer as well, before they are only counted. */
const NAMED_AT_MOST = 3;

/** What to do next: look at the data, query it, draw, or answer. The same turn always leads to the same move. */
export function decide(modelTurn: ModelTurn): Move {
  const turn = new Turn(modelTurn);
  const { toolChoice } = modelTurn;
  if (toolChoice === 'none')
    return decline({ code: 'declined', reason: modelTurn.tools.length === 0 ? 'no_tools' : 'tools_forbidden' });
  if (typeof toolChoice === 'object') return withChosen(turn, toolChoice);
  const notebook = runBlocks(turn);
  if (notebook) return notebook;
  return turn.has('describe_data') && turn.has('query_data') ? fromData(turn) : fromOthers(turn);
}

/** The tool that has to be used first, whatever else would fit. */
function withChosen(turn: Turn, choice: Exclude<ToolChoice, string>): Move {
  const there = choice.type === 'function' ? turn.has(choice.function.name) : turn.hasTool(choice.type);
  const name = choice.type === 'function' ? choice.function.name : choice.type;
  if (!there) return decline({ code: 'declined', reason: 'tool_missing', tool: name });
  if (choice.type === 'function') return fromOthers(turn);
  if (choice.type === 'file_search') return search(turn.asked.at(-1) ?? '');
  return runBlocks(turn) ?? noPython();
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
function fromOthers(turn: Turn): Move {
  const question = turn.asked.at(-1) ?? '';
  const called = turn.callsOfThisRun().length > 0;
  if (turn.functions.length > 0 && turn.found === null) {
    const move = functionMove(turn, turn.functions);
    if (move.kind === 'calls') return move;
    if (move.kind === 'say') return say(...move.pieces);
  }
  if (!turn.hasTool('file_search') || called) return withoutTool(turn);
  return turn.found === null ? search(question) : say(...quoteAnswer(question, turn.found, turn.unread));
}

function withoutTool(turn: Turn): Move {
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
function fromData(turn: Turn): Move {
  const quoted = turn.documents === 'latest' ? fromDocuments(turn, true) : null;
  if (quoted) return quoted;
  const described = turn.described();
  if (described.state === 'not called') return calls({ name: 'describe_data', arguments: {} });
  if (described.state === 'failed')
    return decline({ code: 'declined', reason: 'describe_failed', message: described.message });
  if (described.value.datasets.length === 0)
    return (
      (turn.documents === 'none' ? null : fromDocuments(turn, false)) ??
      decline({ code: 'declined', reason: 'no_data' })
    );
  const found = understandAny(described.value.datasets, turn.asked);
  if (found.read.kind === 'help') return say(...helpPieces(scopeOf(found.dataset)));
  if (found.read.kind === 'decline' && turn.documents !== 'none') {
    // What could not be looked into may hold the answer.
    const fromText = fromDocuments(turn, turn.unread.length === 0);
    if (fromText) return fromText;
  }
  if (found.read.kind === 'decline')
    return say(...declineFacts(scopeOf(found.dataset), found.read.decline).map(factPiece));
  return answer(turn, { ...found, question: found.read.question });
}

interface Found {
  dataset: DescribedDataset;
  read: Read;
  /** Other files are there as well, so the reading names the one it is about. */
  named: boolean;
  notes: AnswerFact[];
}

/** With several files or sheets: the one the question names, else the newest one it makes sense for. */
function understandAny(datasets: readonly DescribedDataset[], asked: readonly string[]): Found {
  const named = datasets.length > 1;
  const newest = newestFirst(datasets).map((dataset) => ({ dataset, understood: understand(scopeOf(dataset), asked) }));
  const text = asked.at(-1) ?? '';
  const mentioned = newest.filter(({ dataset }) => text.toLowerCase().includes(dataset.name.toLowerCase()));
  const fits = (mentioned.length > 0 ? mentioned : newest).filter(
    ({ understood }) => understood.read.kind === 'question',
  );
  // The name of a sheet is often a common word, so it only decides between sheets that can answer.
  const bySheet = fits.filter(({ dataset }) => dataset.sheet !== null && saysWords(text, dataset.sheet));
  const able = bySheet.length > 0 ? bySheet : fits;
  const chosen = able[0] ?? mentioned[0] ?? newest[0];
  if (!chosen) throw new RangeError('no datasets');
  const { with: before, instead } = chosen.understood;
  const others = able.slice(1).map(({ dataset }) => dataset.name);
  const names = others.slice(0, NAMED_AT_MOST);
  const part = chosen.dataset.sheet === null ? 'file' : 'sheet';
  return {
    dataset: chosen.dataset,
    read: chosen.understood.read,
    named,
    notes: [
      ...(before === null ? [] : [{ code: 'read_with' as const, question: before, instead }]),
      ...(names.length === 0
        ? []
        : [{ code: 'other_data_fits' as const, names, more: others.length - names.length, part } as const]),
    ],
  };
}

/** Files as they came, newest first; of the sheets of one workbook, the one that holds the most. */
function newestFirst(datasets: readonly DescribedDataset[]): DescribedDataset[] {
  const fileOf = ({ name, sheet, table }: DescribedDataset) => (sheet === null ? table : name.slice(0, -sheet.length));
  const newest = new Map(datasets.map((dataset, index) => [fileOf(dataset), index]));
  const place = (dataset: DescribedDataset) => newest.get(fileOf(dataset)) ?? 0;
  return datasets.toSorted((a, b) => place(b) - place(a) || b.rows - a.rows);
}

/** Whether the words of a name stand in a text, one after the other. */
function saysWords(text: string, name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && ` ${wordsOf(text).join(' ')} `.includes(` ${words.join(' ')} `);
}

function answer(turn: Turn, found: Found & { question: Question }): Move {
  const { question, dataset } = found;
  const queries = queriesOf(question, dataset);
  const open = queries.filter((query) => turn.queried(query.sql).state === 'not called');
  if (open.length > 0) {
    const made = open.map(
      ({ sql, purpose }): PlannedCall => ({ name: 'query_data', arguments: { sql, purpose: purpose.slice(0, 200) } }),
    );
    return calls(...(turn.turn.parallelToolCalls ? made : made.slice(0, 1)));
  }
  const results = resultsOf(turn, queries);
  if ('failed' in results) return decline({ code: 'declined', reason: 'query_failed', message: results.failed });
  const chart = chartFor(question, results.main, dataset);
  const drawn = turn.charted();
  if (chart.spec && turn.has('make_chart') && drawn.state === 'not called') {
    const args: MakeChartArgs = { ...chart.spec, result_id: results.main.output.result_id };
    return calls({ name: 'make_chart', arguments: args });
  }
  const notes: AnswerFact[] = [
    ...found.notes,
    ...(chart.note ? [{ code: 'remark' as const, text: chart.note }] : []),
    ...(drawn.state === 'failed' ? [{ code: 'chart_failed' as const, message: drawn.message }] : []),
  ];
  const offers = question.kind === 'describe' ? firstQuestions(scopeOf(dataset)) : null;
  const { before, after } = compose({ question, dataset, results, named: found.named, notes, offers });
  const image: AnswerPiece[] = drawn.state === 'done' ? [{ type: 'image', fileId: drawn.value.file_id }] : [];
  return say(...before, ...image, ...after);
}

/** What came back; a figure beside the main one may be missing. */
function resultsOf(turn: Turn, queries: readonly Query[]): Results | { failed: string } {
  const found: Partial<Results> = {};
  for (const query of queries) {
    const outcome = turn.queried(query.sql);
    if (outcome.state === 'done') found[query.part] = new QueryResult(query, outcome.value);
    else if (outcome.state === 'failed' && query.part === 'main') return { failed: outcome.message };
  }
  return found.main ? { ...found, main: found.main } : { failed: 'no result came back' };
}
