import type { FunctionTool } from '../../ports';

/** Characters of parameters that a model on a slow computer still reads in passing. */
const LONG = 2_000;
/** Parameters, and what they hold at first: what lies deeper is told by an example. */
const LEVELS = 2;

type Schema = Record<string, unknown>;

/** A function whose long parameters are told in outline: reading all of them takes minutes where few tokens are read in a second. */
export function outlined(tool: FunctionTool): FunctionTool {
  const { parameters } = tool.function;
  if (!parameters || JSON.stringify(parameters).length <= LONG) return tool;
  return { ...tool, function: { ...tool.function, parameters: outline(parameters, LEVELS) } };
}

function outline(schema: Schema, levels: number): Schema {
  const { properties, items, ...rest } = schema;
  if (levels === 0 || !isSchema(properties)) return kindOf(rest);
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, isSchema(value) ? outline(value, levels - 1) : value]),
    ),
  };
}

function kindOf({ type, description, enum: values }: Schema): Schema {
  return {
    ...(type === undefined ? {} : { type }),
    ...(description === undefined ? {} : { description }),
    ...(values === undefined ? {} : { enum: values }),
  };
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
