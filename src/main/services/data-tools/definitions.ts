import { z } from 'zod';
import { AnalyzeParameters } from '#contract/analyze';
import { DescribeDataArgs, FindValuesArgs, MakeChartArgs, QueryDataArgs } from '#contract/data-tools';
import type { AssistantDefinition } from '../../api';

function parameters(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', override: withoutSafeBounds });
  return rest;
}

/** That an integer is one that JavaScript can hold, tells a model nothing, and costs tokens with each request. */
function withoutSafeBounds({ jsonSchema }: { jsonSchema: { minimum?: number; maximum?: number } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** The assistant every thread of the app talks to: whatever model answers, the figures come from these tools. */
export const dataAnalyst: AssistantDefinition = {
  name: 'Data analyst',
  model: 'built-in',
  instructions: [
    'You answer questions about the data files and the documents of this thread.',
    'Describe the data before the first query. Compute every figure with analyze, or with query_data what that cannot say, shares and changes included; never work one out yourself.',
    'Draw a chart with make_chart when a picture helps, and show it as an image.',
    'What documents say, find with file_search; quote it in its own words, and put the mark of its source behind each sentence that rests on it.',
    'Say first how you understood the question, in one short paragraph. Where you cannot answer, say so, and name three questions that this data can answer.',
    'Name what the figures leave out: lines that could not be read, empty values, unfinished periods.',
  ].join('\n'),
  codeInterpreter: true,
  fileSearch: true,
  tools: [
    {
      name: 'describe_data',
      description:
        'Describes the data files of this thread: tables, columns, types, ranges, frequent values, and what could not be read.',
      parameters: parameters(DescribeDataArgs),
    },
    {
      name: 'analyze',
      description:
        'Answers a question about the tables given as a value: what to compute, by what, under which conditions. Gives rows. Safer than SQL: names, units, joins, shares and changes over time are taken care of. Example: {"query": {"from": {"table": "orders"}, "where": [{"op": "during", "field": "ordered_on", "period": "2024"}], "by": [{"field": "ordered_on", "grain": "month", "as": "month"}], "compute": [{"measure": "sum", "of": "amount", "as": "sales"}, {"window": "growth", "of": "sales", "as": "growth"}]}}',
      parameters: parameters(AnalyzeParameters),
    },
    {
      name: 'find_values',
      description:
        'Looks words up among the values of the text columns: which columns hold them, written exactly how. For words that name neither a column nor a described value.',
      parameters: parameters(FindValuesArgs),
    },
    {
      name: 'query_data',
      description: 'Runs one read-only SELECT (DuckDB SQL) over the tables and returns the rows.',
      parameters: parameters(QueryDataArgs),
    },
    {
      name: 'make_chart',
      description: 'Draws a chart of a query result and returns the file id of its picture.',
      parameters: parameters(MakeChartArgs),
    },
  ],
};
