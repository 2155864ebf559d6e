import { expect, it } from 'vitest';
import { INSTRUCTIONS_VERSION, plainTurn } from '../../../../../src/main/engine/models/tools';
import { type ModelItem, unknownAbilities } from '../../../../../src/main/engine/ports';
import { aFunction, answers, asks, aTurn, called, dataTools, within } from '../../../../support/models/turns';

const aFunctionWith = (name: string, parameters: Record<string, unknown>) => ({
  type: 'function' as const,
  function: { name, parameters },
});

const plain = (given: Parameters<typeof aTurn>[0], abilities = {}, boundary: 'results' | null = null) =>
  plainTurn(aTurn(given), { ...unknownAbilities, ...abilities }, boundary);

it('the engine’s own tools are functions, and keep out of the way of functions of the same name', async () => {
  const both = await plain({ tools: [{ type: 'code_interpreter' }, { type: 'file_search' }] });
  expect(both.tools.map((tool) => tool.function.name)).toEqual(['python', 'file_search']);
  const taken = await plain({
    tools: [aFunction('python'), { type: 'code_interpreter' }],
    toolChoice: { type: 'code_interpreter' },
  });
  expect(taken.tools.map((tool) => tool.function.name)).toEqual(['python', 'assay_python']);
  expect(taken.toolChoice).toEqual({ name: 'assay_python' });
});

it('a run with the app’s data tools is told how to use them, with the version of what it is told', async () => {
  const own = await plain({ instructions: 'Be brief.', tools: dataTools, run: within('results') }, {}, 'results');
  expect(own.instructions).toMatch(/^Be brief\./);
  expect(own.instructions).toContain(INSTRUCTIONS_VERSION);
  expect(own.instructions).toContain('DuckDB');
  const script = await plain({ instructions: 'Be brief.', tools: [aFunction('look_up')] });
  expect(script.instructions).toBe('Be brief.');
});

it('a model that reads little is told long parameters in outline, but never those of a script', async () => {
  const deep = {
    type: 'object',
    properties: {
      query: {
        type: 'object',
        properties: {
          by: { type: 'array', description: 'Groups.', items: { type: 'string', enum: ['x'.repeat(3_000)] } },
        },
      },
    },
    required: ['query'],
  };
  const tools = [...dataTools, aFunctionWith('analyze', deep)];
  const shown = async (boundary: 'results' | null, brief: boolean) => {
    const given = aTurn({ tools, run: within('results') });
    const { tools: told } = await plainTurn(given, unknownAbilities, boundary, { brief });
    return told.find((tool) => tool.function.name === 'analyze')?.function.parameters;
  };
  expect(await shown('results', true)).toEqual({
    type: 'object',
    properties: { query: { type: 'object', properties: { by: { type: 'array', description: 'Groups.' } } } },
    required: ['query'],
  });
  expect(await shown('results', false)).toEqual(deep);
  expect(await shown(null, true)).toEqual(deep);
});

it('code is told which files there are', async () => {
  const { instructions } = await plain({
    tools: [{ type: 'code_interpreter' }],
    codeFiles: [{ name: 'sales.csv', fileId: 'file-1' }],
  });
  expect(instructions).toContain('/mnt/data/sales.csv');
});

it('code on this computer is told how it gets the tables that the data tools describe', async () => {
  const tools = [...dataTools, { type: 'code_interpreter' as const }];
  const told = async (hosted: boolean, given: NonNullable<Parameters<typeof aTurn>[0]>) => {
    const { instructions, tools } = await plainTurn(aTurn(given), unknownAbilities, given.run ? 'results' : null, {
      hosted,
    });
    const python = tools.find((tool) => tool.function.name === 'python')?.function.description ?? '';
    return [instructions.includes('assay.table'), python.includes('assay.table')];
  };
  expect(await told(false, { tools, run: within('results') })).toEqual([true, true]);
  expect(await told(true, { tools, run: within('results') })).toEqual([false, true]);
  expect(await told(false, { tools: [{ type: 'code_interpreter' }] })).toEqual([false, false]);
});

it('a model is told what files came with a message', async () => {
  const attachments = [{ fileId: 'file-1', filename: 'sales.csv', tools: ['code_interpreter' as const] }];
  const { items } = await plain({ items: [{ ...asks('Look at this'), attachments } as ModelItem] });
  expect(JSON.stringify(items)).toContain('[Attached: sales.csv (code_interpreter)]');
});

const shows = (fileId: string): ModelItem => ({
  type: 'message',
  role: 'user',
  content: [
    { type: 'text', text: 'See' },
    { type: 'image_file', fileId },
  ],
});
const picture = async () => ({ mediaType: 'image/png' as const, bytes: new Uint8Array([1]) });

it('pictures go to models that see, and others are told that one is missing', async () => {
  const seeing = await plain({ items: [shows('file-1')], picture });
  expect(seeing.items[0]).toMatchObject({ content: [{ type: 'text' }, { type: 'picture' }] });
  const blind = await plain({ items: [shows('file-1')], picture }, { vision: false });
  expect(JSON.stringify(blind.items)).toContain('could not be passed on');
  expect(blind.leftOut.pictures).toBe(1);
  expect(blind.instructions).toContain('1 pictures');
});

it('of many pictures the newest go along', async () => {
  const asked: string[] = [];
  const items = Array.from({ length: 12 }, (_, index) => shows(`file-${index}`));
  const noting = (fileId: string) => {
    asked.push(fileId);
    return picture();
  };
  await plain({ items, picture: noting });
  expect(asked).toEqual(Array.from({ length: 10 }, (_, index) => `file-${index + 2}`));
});

it('calls and outputs are never sent without each other', async () => {
  const { items } = await plain({
    items: [
      asks('Hi'),
      { type: 'function_output', callId: 'lost', output: 'x' },
      { type: 'function_call', callId: 'open', name: 'f', arguments: '' },
      answers('Hello'),
    ],
  });
  expect(items.map((item) => item.type)).toEqual(['message', 'call', 'output', 'message']);
  expect(items[1]).toMatchObject({ arguments: '{}' });
});

it('a temperature that nobody chose is left to the server', async () => {
  expect(await plain({ temperature: 1, topP: 1 })).toMatchObject({ temperature: null, topP: null });
  expect(await plain({ temperature: 0.2, topP: 0 })).toMatchObject({ temperature: 0.2, topP: 0 });
});

it('a model that makes one call three times is to answer without tools, but for a script’s', async () => {
  const calls = (count: number, ...more: ModelItem[]): ModelItem[] => [
    asks('How many?'),
    ...Array.from({ length: count }, (_, at) =>
      called('query_data', { sql: 'SELECT' }, '{"error":{}}', `call_${at}`),
    ).flat(),
    ...more,
  ];
  const shown = async (items: ModelItem[], boundary: 'results' | null = 'results') => {
    const { toolChoice, items: sent } = await plain({ tools: dataTools, items, run: within('results') }, {}, boundary);
    const last = sent.at(-1);
    return [toolChoice, last?.type === 'message' ? last.role : last?.type];
  };
  expect(await shown(calls(2))).toEqual(['auto', 'output']);
  expect(await shown(calls(3))).toEqual(['none', 'developer']);
  expect(await shown(calls(3, ...called('query_data', { sql: 'SELECT 1' }, '1', 'call_9')))).toEqual([
    'auto',
    'output',
  ]);
  expect(await shown([...calls(3), answers('I cannot.'), asks('And now?')])).toEqual(['auto', 'user']);
  expect(await shown(calls(3), null)).toEqual(['auto', 'output']);
});
