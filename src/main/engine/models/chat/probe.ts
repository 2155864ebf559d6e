import { unknownAbilities } from '../../ports';
import { knows, type Quirk, type Quirks } from '../quirks';
import type { PlainTurn } from '../tools/plain';
import { endingOf } from '../upstream';
import { Asking } from './asking';
import type { ChatModelOptions } from './options';

/** How a model calls tools; `none` where it is refused them, or answers without. */
export type ToolProbe = 'native' | 'as_text' | 'none';

const TOOL = 'count_rows';
const PROBE: Omit<PlainTurn, 'model'> = {
  instructions: 'Answer questions about tables by calling the tool. Never guess a number.',
  items: [
    {
      type: 'message',
      role: 'user',
      content: [{ type: 'text', text: 'How many rows does the table "orders" have? Call count_rows to find out.' }],
      kind: 'other',
    },
  ],
  tools: [
    {
      type: 'function',
      function: {
        name: TOOL,
        description: 'Counts the rows of a table.',
        parameters: {
          type: 'object',
          properties: { table: { type: 'string', description: 'The name of the table.' } },
          required: ['table'],
        },
      },
    },
  ],
  toolChoice: 'auto',
  parallelToolCalls: true,
  responseFormat: 'auto',
  temperature: null,
  topP: null,
  reasoningEffort: null,
  maxOutputTokens: 1_024,
  leftOut: { toolResults: 0, messages: 0, pictures: 0 },
  run: { id: 'verification', threadId: 'verification', metadata: {} },
};

/**
 * Asks for one call of a tool, with nothing of the analyst's in it, and keeps what it shows of the model.
 * @throws ModelFailure where the model could not be asked at all
 */
export async function probeTools(
  options: Pick<ChatModelOptions, 'upstream' | 'quirks'>,
  signal: AbortSignal,
): Promise<ToolProbe> {
  const { upstream, quirks } = options;
  // Looked at anew: whoever runs the server may have set it up better.
  for (const code of ['no_tools', 'ignores_tools', 'calls_as_text'] as const) quirks.forget?.(code);
  const learned: Quirk[] = [];
  const looking: Quirks = {
    known: () => [...quirks.known().filter(({ code }) => !isOfTools(code)), ...learned, { code: 'calls_as_text' }],
    learn: (quirk) => {
      learned.push(quirk);
      quirks.learn(quirk);
    },
  };
  const given = { upstream, quirks: looking, answerer: 'verification', abilities: unknownAbilities };
  const ask = (showsForm: boolean) => probed(new Asking(given, { ...PROBE, model: upstream.model }, showsForm), signal);
  const first = await ask(false);
  // Its server may have dropped the tools: then it calls one as soon as it is shown how.
  const probe = first === 'none' && !learned.some(({ code }) => code === 'no_tools') ? await ask(true) : first;
  const quirk: Quirk | null =
    probe === 'as_text' ? { code: 'calls_as_text' } : probe === 'none' ? { code: 'ignores_tools' } : null;
  if (quirk && !knows(quirks, 'no_tools')) quirks.learn(quirk);
  return probe;
}

const isOfTools = (code: Quirk['code']): boolean =>
  code === 'no_tools' || code === 'ignores_tools' || code === 'calls_as_text';

async function probed(asking: Asking, signal: AbortSignal): Promise<ToolProbe> {
  let called = false;
  try {
    for await (const event of asking.events(signal)) {
      if (event.type === 'call' && event.name === TOOL) called = true;
    }
  } catch (error) {
    if (endingOf(error)?.fault === 'no_tools') return 'none';
    throw error;
  }
  if (!called) return 'none';
  return asking.wroteCalls ? 'as_text' : 'native';
}
