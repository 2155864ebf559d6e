import type { FunctionTool, ModelTurn, Tool, ToolChoice } from '../../ports';
import type { PlainTurn } from './plain';

/** What the engine's own tools are called as functions; null for those that the run does not have. */
export interface OwnNames {
  code: string | null;
  search: string | null;
}

/** Other names that models know the same thing by, from what they were trained on. */
const CODE_NAMES = ['python', 'code_interpreter', 'python_interpreter', 'execute_python', 'run_python', 'ipython'];
const SEARCH_NAMES = ['file_search', 'search_files', 'msearch'];

const functionsOf = (tools: readonly Tool[]): FunctionTool[] => tools.filter((tool) => tool.type === 'function');

/** A function of the client's that has such a name already keeps it. */
export function ownNames(tools: readonly Tool[]): OwnNames {
  const taken = new Set(functionsOf(tools).map((tool) => tool.function.name));
  const named = (type: Tool['type'], name: string) => {
    if (!tools.some((tool) => tool.type === type)) return null;
    return taken.has(name) ? `assay_${name}` : name;
  };
  return { code: named('code_interpreter', 'python'), search: named('file_search', 'file_search') };
}

/** Every tool of a run as a function. */
export function plainTools({ tools }: Pick<ModelTurn, 'tools'>): FunctionTool[] {
  const { code, search } = ownNames(tools);
  return [
    ...functionsOf(tools),
    ...(code === null ? [] : [pythonTool(code, tools.some(isDataTool))]),
    ...(search === null ? [] : [searchTool(search)]),
  ];
}

export function plainChoice(choice: ToolChoice, names: OwnNames): PlainTurn['toolChoice'] {
  if (typeof choice === 'string') return choice;
  if (choice.type === 'function') return { name: choice.function.name };
  const name = choice.type === 'code_interpreter' ? names.code : names.search;
  return name === null ? 'auto' : { name };
}

export type Callee = { tool: 'code' } | { tool: 'search' } | { tool: 'function'; name: string };

/** Which tool a model means; names are forgiven a prefix, their case, and an old word for the same thing. */
export function calleeOf(tools: readonly Tool[], name: string): Callee | null {
  const { code, search } = ownNames(tools);
  const functions = functionsOf(tools).map((tool) => tool.function.name);
  if (functions.includes(name)) return { tool: 'function', name };
  if (name === code) return { tool: 'code' };
  if (name === search) return { tool: 'search' };
  const plain = bare(name);
  const alike = functions.filter((known) => bare(known) === plain);
  if (alike.length === 1 && alike[0] !== undefined) return { tool: 'function', name: alike[0] };
  if (code !== null && CODE_NAMES.includes(plain)) return { tool: 'code' };
  return search !== null && SEARCH_NAMES.includes(plain) ? { tool: 'search' } : null;
}

const bare = (name: string): string =>
  name
    .trim()
    .replace(/^(?:functions|tools?)[.:/]/i, '')
    .toLowerCase();

/** One of the app's own, which has tables to give to code. */
const isDataTool = (tool: Tool): boolean => tool.type === 'function' && tool.function.name === 'query_data';

const pythonTool = (name: string, withTables: boolean): FunctionTool => ({
  type: 'function',
  function: {
    name,
    description: `Runs Python 3 on this machine and returns what it prints. Variables stay from call to call. Files lie under /mnt/data${withTables ? ', and assay.table(name), after import assay, gives a table of the data' : ''}; files and plots that the code makes are shown to the user.`,
    parameters: {
      type: 'object',
      properties: { code: { type: 'string', description: 'The Python to run.' } },
      required: ['code'],
      additionalProperties: false,
    },
  },
});

const searchTool = (name: string): FunctionTool => ({
  type: 'function',
  function: {
    name,
    description:
      'Searches the documents of this conversation and returns the passages that fit best, each with the mark it is cited by.',
    parameters: {
      type: 'object',
      properties: {
        queries: {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          maxItems: 5,
          description: 'What to look for: words and phrases as they may stand in the documents.',
        },
      },
      required: ['queries'],
      additionalProperties: false,
    },
  },
});
