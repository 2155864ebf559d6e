import type { MakeChartArgs } from '#contract/data-tools';
import type { ModelTurn, ToolChoice } from '../../ports';
import { chartFor } from './answer/chart';
import { declineText, firstQuestions, helpText } from './answer/decline';
import { safe } from './answer/format';
import { compose } from './answer/message';
import { Result, type Results } from './answer/result';
import { understand } from './conversation';
import { documentReading, quoteAnswer, quotesFor } from './documents';
import { functionMove } from './functions';
import { scopeOf } from './language/scope';
import { wordsOf } from './language/stems';
import { notebookAnswer, pythonBlocks } from './notebook';
import type { Dataset, Question } from './question/plan';
import type { Read } from './question/read';
import { queriesOf } from './sql';
import type { Query } from './sql/query';
import { Turn } from './turn';

export interface Call {
  name: string;
  arguments: unknown;
}
export type Piece = { type: 'text' | 'refusal'; text: string } | { type: 'image'; fileId: string };
export type Move =
  | { kind: 'calls'; calls: Call[] }
  | { kind: 'search'; queries: string[] }
  | { kind: 'code'; code: string }
  | { kind: 'say'; pieces: Piece[] };

const say = (...texts: string[]): Move => ({ kind: 'say', pieces: texts.map((text) => ({ type: 'text', text })) });
const calls = (...made: Call[]): Move => ({ kind: 'calls', calls: made });

const NO_TOOLS =
  'I am the built-in analyst, not a language model: I answer with tools, and this assistant has none. Give it `file_search` and a vector store, and I quote documents; `code_interpreter`, and I run the Python blocks of a message; functions of your own, and I call those that a question fits. Questions about tables are answered in Assay’s window and by `npm run ask`.';
const TOOLS_FORBIDDEN =
  'I am the built-in analyst, not a language model: I answer with tools, and this run may use none, as its `tool_choice` is `none`. Leave `tool_choice` out, or set it to `auto`.';
const ONLY_BLOCKS =
  'I am the built-in analyst, not a language model: I run the Python that stands in a message, and write none of my own. Put it into a block:\n\n```python\nprint(2 + 2)\n```';
/** Names of other files that would answer as well, before they are only counted. */
const NAMED_AT_MOST = 3;
const NO_DATA = 'There is no data in this thread yet. Attach a CSV or Parquet file, or a document, and ask again.';

/** What to do next: look at the data, query it, draw, or answer. The same turn always leads to the same move. */
export function decide(modelTurn: ModelTurn): Move {
  const turn = new Turn(modelTurn);
  const { toolChoice } = modelTurn;
  if (toolChoice === 'none') return say(modelTurn.tools.length === 0 ? NO_TOOLS : TOOLS_FORBIDDEN);
  if (typeof toolChoice === 'object') return withChosen(turn, toolChoice);
  const notebook = runBlocks(turn);
  if (notebook) return notebook;
  return turn.has('describe_data') && turn.has('query_data') ? fromData(turn) : fromOthers(turn);
}

/** The tool that has to be used first, whatever else would fit. */
function withChosen(turn: Turn, choice: Exclude<ToolChoice, string>): Move {
  const there = choice.type === 'function' ? turn.has(choice.function.name) : turn.hasTool(choice.type);
  const name = choice.type === 'function' ? choice.function.name : choice.type;
  if (!there)
    return say(
      `\`${safe(name)}\` was to be used, and is not among the tools of this run. Give it to the assistant, or leave \`tool_choice\` out.`,
    );
  if (choice.type === 'function') return fromOthers(turn);
  if (choice.type === 'file_search') return search(turn.asked.at(-1) ?? '');
  return runBlocks(turn) ?? say(ONLY_BLOCKS);
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
    if (move.kind === 'say') return say(move.text);
  }
  if (!turn.hasTool('file_search') || called) return say(withoutTool(turn));
  return turn.found === null ? search(question) : say(quoteAnswer(question, turn.found, turn.unread));
}

function withoutTool(turn: Turn): string {
  if (turn.functions.length > 0) return noFit(turn);
  return turn.hasTool('code_interpreter') ? ONLY_BLOCKS : NO_TOOLS;
}

const noFit = (turn: Turn): string =>
  `None of the functions fits this question: ${turn.functions.map((one) => `\`${one.function.name}\``).join(', ')}. I go by their names, descriptions and options: ask with a word of those, or choose one with \`tool_choice\`.`;

const search = (question: string): Move => ({ kind: 'search', queries: [question.slice(0, 1_000)] });

/** What the thread's documents say; null where they say nothing and `otherwise` may know more. */
function fromDocuments(turn: Turn, otherwise: boolean): Move | null {
  const question = turn.asked.at(-1) ?? '';
  if (turn.found === null) return search(question);
  const quotes = otherwise ? quotesFor(question, turn.found) : quoteAnswer(question, turn.found, turn.unread);
  return quotes === null ? null : say(`${documentReading(question)}\n\n${quotes}`);
}

/** Documents that came with the question are looked into first, others when the data does not answer it. */
function fromData(turn: Turn): Move {
  const quoted = turn.documents === 'latest' ? fromDocuments(turn, true) : null;
  if (quoted) return quoted;
  const described = turn.described();
  if (described.state === 'not called') return calls({ name: 'describe_data', arguments: {} });
  if (described.state === 'failed') return say(`The data could not be described: ${safe(described.message)}`);
  if (described.value.datasets.length === 0)
    return (turn.documents === 'none' ? null : fromDocuments(turn, false)) ?? say(NO_DATA);
  const found = understandAny(described.value.datasets, turn.asked);
  if (found.read.kind === 'help') return say(helpText(scopeOf(found.dataset)));
  if (found.read.kind === 'decline' && turn.documents !== 'none') {
    // What could not be looked into may hold the answer.
    const fromText = fromDocuments(turn, turn.unread.length === 0);
    if (fromText) return fromText;
  }
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

/** With several files or sheets: the one the question names, else the newest one it makes sense for. */
function understandAny(datasets: readonly Dataset[], asked: readonly string[]): Found {
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
  const others = able.slice(1).map(({ dataset }) => safe(dataset.name));
  const shown =
    others.length > NAMED_AT_MOST
      ? [...others.slice(0, NAMED_AT_MOST), `${others.length - NAMED_AT_MOST} more`]
      : others;
  const part = chosen.dataset.sheet === null ? 'file' : 'sheet';
  return {
    dataset: chosen.dataset,
    read: chosen.understood.read,
    named,
    notes: [
      ...(before === null
        ? []
        : [
            `Read together with what was asked before: “${safe(before)}”${instead === null ? '' : `, no longer by ${safe(instead)}`}.`,
          ]),
      ...(others.length === 0
        ? []
        : [`The question would fit ${shown.join(' and ')} as well; name the ${part} to ask about it.`]),
    ],
  };
}

/** Files as they came, newest first; of the sheets of one workbook, the one that holds the most. */
function newestFirst(datasets: readonly Dataset[]): Dataset[] {
  const fileOf = ({ name, sheet, table }: Dataset) => (sheet === null ? table : name.slice(0, -sheet.length));
  const newest = new Map(datasets.map((dataset, index) => [fileOf(dataset), index]));
  const place = (dataset: Dataset) => newest.get(fileOf(dataset)) ?? 0;
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
  const offers = question.kind === 'describe' ? firstQuestions(scopeOf(dataset)) : null;
  const { before, after } = compose({ question, dataset, results, named: found.named, notes, offers });
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
