import { DescribeDataOutput } from '#contract/data-tools';
import type { Abilities, ModelContent, ModelItem, ModelTurn, Omissions } from '../../ports';
import { type Boundary, codeOutput, functionOutput, roomFor, rowsOf, searchOutput, withoutValues } from './boundary';
import type { Room } from './cut';
import { type InstructionOptions, instructionsFor } from './instructions';
import { type OwnNames, ownNames, plainChoice, plainTools } from './names';
import { outlined } from './outline';
import type { PlainContent, PlainItem, PlainTurn } from './plain';
import { isRepeatingItself, NO_FURTHER_CALLS } from './repeated-calls';

/** Of the pictures people have sent, the newest go along. */
const MOST_PICTURES = 10;

type FunctionCall = Extract<ModelItem, { type: 'function_call' }>;

/** What a turn is made with. */
interface Making {
  turn: ModelTurn;
  calls: ReadonlyMap<string, FunctionCall>;
  names: OwnNames;
  boundary: Boundary | null;
  room: Room;
  /** Names and words that may be told, as the analyst wrote them or they are of the schema. */
  known: string;
  pictures: { vision: boolean; skip: number };
  leftOut: Omissions;
}

/**
 * A turn for a server that knows nothing but function calls: the engine's own tools are functions, results and passages
 * their outputs, and what goes over `boundary` is held back. Null is a script's run, which nothing is held back from. Models
 * that read little or slowly are instructed in `brief`.
 */
export async function plainTurn(
  turn: ModelTurn,
  abilities: Abilities,
  boundary: Boundary | null,
  options: InstructionOptions = {},
): Promise<PlainTurn> {
  const known = knownText(turn.items);
  const names = ownNames(turn.tools);
  const pictures = { vision: abilities.vision !== false, skip: Math.max(0, picturesIn(turn.items) - MOST_PICTURES) };
  const leftOut = { ...turn.leftOut };
  const calls = turn.items.flatMap((item) => (item.type === 'function_call' ? [[item.callId, item] as const] : []));
  const making: Making = {
    turn,
    calls: new Map(calls),
    names,
    boundary,
    room: roomFor(abilities, boundary, rowsOf(turn.run.metadata)),
    known,
    pictures,
    leftOut,
  };
  const items: PlainItem[] = [];
  for (const item of boundary === 'schema' ? withoutValues(turn.items, known) : turn.items)
    items.push(...(await plainItems(item, making)));
  // A script decides itself how long it goes on.
  const isStuck = boundary !== null && isRepeatingItself(turn.items);
  return {
    model: turn.model,
    instructions: instructionsFor(turn, boundary, leftOut, options),
    items: [...paired(items), ...(isStuck ? [NO_FURTHER_CALLS] : [])],
    // A script's functions are its own; the app's take arguments that are nearly right.
    tools: options.brief && boundary !== null ? plainTools(turn).map(outlined) : plainTools(turn),
    toolChoice: isStuck ? 'none' : plainChoice(turn.toolChoice, names),
    parallelToolCalls: turn.parallelToolCalls,
    responseFormat: turn.responseFormat,
    temperature: unlessUsual(turn.temperature),
    topP: unlessUsual(turn.topP),
    reasoningEffort: turn.reasoningEffort,
    maxOutputTokens: turn.maxCompletionTokens,
    leftOut,
    run: turn.run,
  };
}

/** Every run has them, 1 where nobody chose: sent, they would be refused by models that think, and change what local ones do. */
const unlessUsual = (value: number | null): number | null => (value === 1 ? null : value);

async function plainItems(item: ModelItem, making: Making): Promise<PlainItem[]> {
  const { names, boundary, room } = making;
  switch (item.type) {
    case 'message':
      return plainMessage(item, making);
    case 'function_call':
      return [
        { type: 'call', callId: item.callId, name: item.name, arguments: item.arguments || '{}', kind: 'answer' },
      ];
    case 'function_output':
      return [{ type: 'output', callId: item.callId, ...shownOutput(item, making) }];
    case 'code_result':
      return ownCall(
        item.callId,
        names.code ?? 'python',
        { code: item.code },
        codeOutput(item, boundary, room),
        'results',
      );
    case 'file_search_result': {
      const output = searchOutput(item, boundary, room);
      return ownCall(item.callId, names.search ?? 'file_search', { queries: item.queries }, output, 'file');
    }
    case 'state':
      return [{ type: 'state', state: item.state, kind: 'other' }];
  }
}

type FunctionOutput = Extract<ModelItem, { type: 'function_output' }>;
type ShownOutput = ReturnType<typeof functionOutput>;

/** Those whose output is shown by the boundary and the room alone, not by what else has been said. */
const SHOWN_BY_THEMSELVES = ['analyze', 'query_data', 'describe_data', 'make_chart'];
/** By items, which are the same at each turn of a long thread. */
const shownBefore = new WeakMap<ModelItem, { under: string; shown: ShownOutput }>();

function shownOutput(item: FunctionOutput, { calls, boundary, room, known }: Making): ShownOutput {
  const { name = '', arguments: args = '' } = calls.get(item.callId) ?? {};
  const show = () => functionOutput({ name, arguments: args, output: item.output }, boundary, room, known);
  if (boundary === 'schema' || !SHOWN_BY_THEMSELVES.includes(name)) return show();
  const under = [boundary, room.rows, room.characters].join(' ');
  const before = shownBefore.get(item);
  if (before?.under === under) return before.shown;
  const shown = show();
  shownBefore.set(item, { under, shown });
  return shown;
}

function ownCall(callId: string, name: string, args: object, output: string, kind: 'results' | 'file'): PlainItem[] {
  return [
    { type: 'call', callId, name, arguments: JSON.stringify(args), kind: 'answer' },
    { type: 'output', callId, output, kind },
  ];
}

type MessageItem = Extract<ModelItem, { type: 'message' }>;

const KINDS = { user: 'question', assistant: 'answer', developer: 'instructions' } as const;

async function plainMessage({ role, content, attachments = [] }: MessageItem, making: Making): Promise<PlainItem[]> {
  const parts: PlainContent[] = [];
  for (const part of content) parts.push(await plainPart(part, role, making));
  const files = attachments.map(({ filename, tools }) =>
    tools.length > 0 ? `${filename} (${tools.join(', ')})` : filename,
  );
  if (files.length > 0) parts.push({ type: 'text', text: `[Attached: ${files.join('; ')}]` });
  const shown = parts.filter((part) => part.type !== 'text' || part.text !== '');
  if (shown.length === 0) shown.push({ type: 'text', text: '(A picture was shown here.)' });
  return [{ type: 'message', role, content: shown, kind: KINDS[role] }];
}

async function plainPart(part: ModelContent, role: MessageItem['role'], making: Making): Promise<PlainContent> {
  if (part.type === 'text') return part;
  // Answers hold charts and plots of what the model has been told already.
  if (role === 'assistant') return { type: 'text', text: '' };
  const { turn, pictures, leftOut } = making;
  if (pictures.vision && pictures.skip <= 0) {
    if (part.type === 'image_url') return { type: 'link', url: part.url };
    const picture = await turn.picture(part.fileId);
    if (picture) return { type: 'picture', picture };
  }
  pictures.skip -= 1;
  leftOut.pictures += 1;
  return { type: 'text', text: '[A picture that was sent here could not be passed on to you. Say so if it matters.]' };
}

function picturesIn(items: readonly ModelItem[]): number {
  return items.flatMap((item) =>
    item.type === 'message' && item.role === 'user' ? item.content.filter((part) => part.type !== 'text') : [],
  ).length;
}

/** Servers refuse an output without its call, and a call without its output. */
function paired(items: readonly PlainItem[]): PlainItem[] {
  const calls = new Set(items.flatMap((item) => (item.type === 'call' ? [item.callId] : [])));
  const outputs = new Set(items.flatMap((item) => (item.type === 'output' ? [item.callId] : [])));
  return items.flatMap((item): PlainItem[] => {
    if (item.type === 'output') return calls.has(item.callId) ? [item] : [];
    if (item.type !== 'call' || outputs.has(item.callId)) return [item];
    return [item, { type: 'output', callId: item.callId, output: 'This call was not answered.', kind: 'other' }];
  });
}

/** What is no secret: what the analyst wrote, and names of the schema. */
function knownText(items: readonly ModelItem[]): string {
  return items
    .flatMap((item) => {
      if (item.type === 'message' && item.role === 'user')
        return item.content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
      if (item.type !== 'function_output') return [];
      return namesDescribed(item.output);
    })
    .join('\n');
}

function namesDescribed(output: string): string[] {
  if (!output.includes('"datasets"')) return [];
  try {
    const described = DescribeDataOutput.safeParse(JSON.parse(output));
    if (!described.success) return [];
    return described.data.datasets.flatMap(({ name, table, columns }) => [
      name,
      table,
      ...columns.map((column) => column.name),
    ]);
  } catch {
    return [];
  }
}
