import { DATA_OUTLINE } from '#contract/data-tools';
import type { ModelTurn, Omissions } from '../../ports';
import { type Boundary, boundaryOf, rowsOf } from './boundary';
import { ownNames } from './names';
import type { SentKind } from './plain';

/** Changes with every change of a text below, so that a run can be told apart from one with other instructions. */
export const INSTRUCTIONS_VERSION = '2026-11-30.5';

/** What a model is told that answers with the app's data tools. */
const DATA = `
# How to answer from data (instructions ${INSTRUCTIONS_VERSION})
Every number in your answer comes from a tool result of this conversation. Shares, differences, growth rates, averages and
totals too: let analyze or query_data compute them, never work one out in your head, never estimate or invent one. If a number cannot
be computed, say so.

## Order of work
1. describe_data once, unless it has been called in this conversation: it tells ranges, values and what could not be read.
   Names and types of the data stand above.
   A word that names neither a column nor a described value: find_values tells which column holds it, and how it is written.
2. analyze with one query for each thing you need to know: sums, counts, means, shares, ranks, changes and running totals, by
   groups or periods, over one table or related ones. Only for what analyze cannot say, query_data with one SELECT.
3. make_chart with the result_id of an answer when a picture helps. The chart appears above your answer by itself.
4. Then answer. If a call fails, read its problems, correct it and try again, at most three times.

## analyze
{"query": {"from": {"table": "orders"}, "where": [{"op": "is", "field": "region", "values": ["West"]},
{"op": "during", "field": "ordered_on", "period": "2024"}], "by": [{"field": "ordered_on",
"grain": "month", "as": "month"}], "compute": [{"measure": "sum", "of": "amount", "as": "sales"}, {"window": "share", "of": "sales", "as":
"share"}], "order": [{"value": "sales", "direction": "descending"}], "limit": {"n": 5}}}
- measure aggregates a field; calculate is arithmetic on two outputs; window sets an output beside that of other groups. Each has
  its own "as", and order, having and limit name outputs.
- Fields of a joined table are "customers.industry". Leave out what does not apply. The answer's facts tell what it leaves out.

## SQL is DuckDB's
- Use names exactly as described, in double quotes: "Order Date". Texts stand in single quotes.
- Dates are DATE or TIMESTAMP, not text: "d" >= DATE '2024-01-01' AND "d" < DATE '2025-01-01'; date_trunc('month', "d");
  year("d"). Never LIKE on a date. Take the latest date from the data, not from today's.
- / divides with decimals, // without. Guard a divisor with nullif(x, 0). A rate of a group is sum(a) / sum(b), not an average of rates.
- Empty values are NULL: aggregates leave them out. Count them when they matter.
- Texts may differ in case or blanks: compare lower(trim("c")). Use values that the data has, or that the question names.
- Several tables: JOIN on the column they share; check first that it is unique on one side, or sums count rows twice. Say how many rows found no match.
- LIMIT lists to what is shown; sort them.

## Units
A currency belongs to its number; never add different currencies. A column described as "share" holds 0.12 for 12 %.

## Python
Use python, where there is such a tool, for what SQL cannot do: statistics, forecasts, clustering, files to hand out. The data
files lie under /mnt/data. Print what you need to know. There is no network.

## The answer
- First one sentence on how you understood the question, then the result, then at most a short table.
- Say what is left out: lines that could not be read, empty values, unfinished periods, rows beyond a limit.
- Write in the language of the question. Round sensibly, keep units, name the period.
- If the data cannot answer the question, say so and name up to three questions that it can answer.`.trim();

/** The same for models that read little, or slowly: the fewer rules, the better they are kept. */
const BRIEF = `
# How to answer (instructions ${INSTRUCTIONS_VERSION}, brief)
You cannot see the data. Only tools can. Do not show SQL to the user: run it.
1. Where tables and columns are not listed above, call describe_data first.
2. Call analyze: {"query": {"from": {"table": "orders"}, "by": [{"field": "region", "as": "region"}], "compute": [{"measure": "sum",
   "of": "amount", "as": "sales"}], "order": [{"value": "sales", "direction": "descending"}], "limit": {"n": 5}}}.
   Only what it cannot say: query_data with one SELECT in DuckDB SQL. Column and table names in double quotes, texts in single quotes. Dates are
   dates: year("d") = 2024, date_trunc('month', "d"). Let SQL compute every number: sums, shares, differences.
3. If a call fails, correct it and call again.
4. Then answer in one or two sentences, with numbers from the results only. Never invent a number.
make_chart draws the result with that result_id, if a chart was asked for.`.trim();

/** What a model that cannot call tools is told once the built-in analyst has computed. */
export const WORDING = `
# The answer is computed already (instructions ${INSTRUCTIONS_VERSION}, wording)
A program has computed the results above for the user's last question. Say in one to three sentences what they show, the main figures
first, in the language of the question. Take numbers from the results as they stand: never compute, estimate or invent one. The user
sees the table and the chart below your words: do not repeat them. No headings, no SQL.`.trim();

/** What a model writes that has no other words for a question. */
export const NONE = 'NONE';

/** What it is asked where the analyst did not understand the question. */
export const REWORDING = `
# Put the question in other words (instructions ${INSTRUCTIONS_VERSION}, wording)
A program that answers questions from the data did not understand the user's last question. Write it anew as one short English
question with the names of columns above, such as: total revenue by region in 2024. Write the question and nothing else. If the data
cannot answer it, write ${NONE}.`.trim();

/** Where code runs on this computer. */
const TABLES = `
The tables, with the types they are described with: import assay; df = assay.table("orders") is a DataFrame, or a list of dicts where
pandas is not installed; assay.table("orders", columns=["region", "amount"]) reads those alone; assay.tables() lists all.
Prefer it to reading the file: dates, numbers and missing values are right already.`.trim();

const SEARCHING = `
# Documents
Look up what documents say with SEARCH before you answer from them. Put the mark of the passage, such as 【0:1†source】, exactly
as it stands, behind each sentence that rests on it. Cite nothing that was not found. If nothing fits, say so.`.trim();

const SEARCHED_THERE = `
# Documents
Look up what documents say with file_search before you answer from them. What rests on a passage is cited by itself: write no marks
of your own. If nothing fits, say so.`.trim();

const BOUNDARIES: Record<Exclude<Boundary, 'everything'>, string> = {
  schema:
    '# Values are not sent to you\nYou are told names, types and the shape of results; the analyst sees the values. Choose tools and write queries so that their results answer the question, then say which result answers it and how it was computed. Never state a value that you were not told.',
  results:
    '# Results are cut\nYou see the first ROWS rows of a result. Let queries aggregate, rather than reading rows.',
};

export interface InstructionOptions {
  /** For models that read little, or slowly. */
  brief?: boolean | undefined;
  /** Code runs on the model's server, which has files and no tables. */
  hosted?: boolean | undefined;
  /** Documents are searched by the model's server, which marks what rests on them itself. */
  hostedSearch?: boolean | undefined;
}

/** The instructions of a run, and after them what its tools need to be used well. What stays the same stands first. */
export function instructionsFor(
  turn: Pick<ModelTurn, 'instructions' | 'tools' | 'codeFiles' | 'run'>,
  boundary: Boundary | null,
  leftOut: Omissions,
  { brief = false, hosted = false, hostedSearch = false }: InstructionOptions = {},
): string {
  const { code, search } = ownNames(turn.tools);
  const parts = [
    turn.instructions.trim(),
    ...(boundary !== null && hasDataTools(turn) ? [brief ? BRIEF : DATA] : []),
    ...(search === null ? [] : [hostedSearch ? SEARCHED_THERE : SEARCHING.replace('SEARCH', search)]),
    ...(boundary === null || boundary === 'everything'
      ? []
      : [BOUNDARIES[boundary].replace('ROWS', `${rowsOf(turn.run.metadata)}`)]),
    ...(code === null
      ? []
      : [pythonPart(code, turn.codeFiles ?? [], boundary !== null && !hosted && hasDataTools(turn))]),
    ...leftOutPart(leftOut),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function hasDataTools({ tools }: Pick<ModelTurn, 'tools'>): boolean {
  return tools.some((tool) => tool.type === 'function' && tool.function.name === 'query_data');
}

function pythonPart(name: string, files: NonNullable<ModelTurn['codeFiles']>, withTables: boolean): string {
  const listed = files.map((file) => `- /mnt/data/${file.name}`);
  return [
    `# Files for ${name}`,
    files.length === 0 ? 'There are none yet.' : listed.join('\n'),
    ...(withTables ? [TABLES] : []),
    'Link to a file that your code has written as [name](sandbox:/mnt/data/name), and to no other.',
  ].join('\n');
}

function leftOutPart({ toolResults, messages, pictures }: Omissions): string[] {
  const parts = [
    ...(messages > 0 ? [`${messages} older messages`] : []),
    ...(toolResults > 0 ? [`${toolResults} older results`] : []),
    ...(pictures > 0 ? [`${pictures} pictures`] : []),
  ];
  return parts.length === 0
    ? []
    : [`# Left out for want of room\n${parts.join(', ')}. Ask or look again for what you need.`];
}

/** By which of the texts above a run is told how to answer; null for a script's, which brings its own. */
export const instructionsVersion =
  (brief = false) =>
  (metadata: Readonly<Record<string, string>>): string | null =>
    boundaryOf(metadata) === null ? null : `${INSTRUCTIONS_VERSION}${brief ? ', brief' : ''}`;

/** Instructions as the ledger counts them: names and types of the data in them are schema. */
export function instructionParts(instructions: string): { kind: SentKind; value: string }[] {
  const start = instructions.indexOf(`${DATA_OUTLINE}\n`);
  if (start < 0) return [{ kind: 'instructions', value: instructions }];
  const blank = instructions.indexOf('\n\n', start);
  const end = blank < 0 ? instructions.length : blank;
  return [
    { kind: 'schema', value: instructions.slice(start, end) },
    { kind: 'instructions', value: instructions.slice(0, start) + instructions.slice(end) },
  ];
}
