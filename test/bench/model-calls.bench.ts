import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';
import { expect, it, onTestFinished } from 'vitest';
import { buildEntry } from '../support/build-entry';
import { firstLine } from '../support/running-app';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';
import { pairs, tell } from './pairs';

type Api = 'responses' | 'chat';

async function tokenServer(): Promise<string> {
  const child = spawn(process.execPath, [await buildEntry('test/support/token-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  return firstLine(child);
}

/** Called with each word that arrives. */
type Heard = () => void;

/** Milliseconds until the first word has arrived; the answer is read to its end all the same. */
async function untilFirst(ask: (question: string, heard: Heard) => Promise<string>, question: string): Promise<number> {
  const start = performance.now();
  let first: number | null = null;
  await ask(question, () => {
    first ??= performance.now() - start;
  });
  return first ?? Number.NaN;
}

/** Both ways to the same answer, each read to its end by the same client's parser. */
async function bothWays(api: Api) {
  const baseUrl = await tokenServer();
  const named = ['--base-url', baseUrl, '--api', api, '--model', 'tokens'];
  const { base_url: baseURL, api_key: apiKey } = await startServe(tempFolder(), {}, named);
  const ours = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
  const bare = new OpenAI({ baseURL: baseUrl, apiKey: 'none', maxRetries: 0 });
  const assistant = await ours.beta.assistants.create({ model: 'tokens' });
  const run = async (model: string, question: string, heard?: Heard) => {
    const messages = [{ role: 'user' as const, content: question }];
    const events = await ours.beta.threads.createAndRun({
      assistant_id: assistant.id,
      model,
      thread: { messages },
      stream: true,
    });
    let text = '';
    for await (const event of events)
      if (event.event === 'thread.message.delta') {
        heard?.();
        for (const part of event.data.delta.content ?? []) text += part.type === 'text' ? (part.text?.value ?? '') : '';
      }
    return text;
  };
  return {
    through: (question: string, heard?: Heard) => run('tokens', question, heard),
    builtIn: () => run('built-in', 'hello'),
    straight: async (question: string, heard?: Heard) => {
      let text = '';
      if (api === 'responses') {
        const events = await bare.responses.create({ model: 'tokens', input: question, stream: true });
        for await (const event of events)
          if (event.type === 'response.output_text.delta') {
            heard?.();
            text += event.delta;
          }
      } else {
        const messages = [{ role: 'user' as const, content: question }];
        const chunks = await bare.chat.completions.create({ model: 'tokens', messages, stream: true });
        for await (const chunk of chunks) {
          const word = chunk.choices[0]?.delta.content ?? '';
          if (word !== '') heard?.();
          text += word;
        }
      }
      return text;
    },
  };
}

const TOKENS = 4_000;
const tokensPerSecond = (ms: number): string => Math.round((TOKENS / ms) * 1_000).toLocaleString('en');

/** How long the disk takes to keep something for good: a call is written down before it leaves, its body in a file of its own. */
function durableWriteMs(): number {
  const file = openSync(join(tempFolder(), 'probe'), 'w');
  const times = Array.from({ length: 41 }, () => {
    const begun = performance.now();
    writeSync(file, 'x'.repeat(4_096));
    fdatasyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  return times.toSorted((a, b) => a - b)[20] ?? 0;
}

it.each<Api>(['responses', 'chat'])('relays what a model says over %s', async (api) => {
  const { through, straight, builtIn } = await bothWays(api);
  const short = 'tokens=20';
  const paced = `tokens=${TOKENS} each=20`;
  const fast = `tokens=${TOKENS}`;
  for (const question of [short, paced, fast]) expect(await through(question)).toBe(await straight(question));

  // The same run with nobody to call: what is left is the call's.
  const run = await pairs(() => through(short), builtIn, 41);
  const bare = await pairs(
    () => straight(short),
    () => straight(short),
    41,
  );
  const more = run.ours - run.theirs - bare.ours;
  console.log(
    `A call over ${api} of 20 tokens: ${more.toFixed(1)} ms more than the server's own ${bare.ours.toFixed(1)} ms (goal ≤ 15 ms; a write that lasts takes ${durableWriteMs().toFixed(1)} ms here)`,
  );
  const first = await pairs(
    () => untilFirst(through, paced),
    () => untilFirst(straight, paced),
    5,
  );
  console.log(
    `The first of ${TOKENS} tokens over ${api}: ${(first.ours - first.theirs).toFixed(1)} ms later than from the server itself (${first.ours.toFixed(1)} ms against ${first.theirs.toFixed(1)} ms; the thread and the run are made within)`,
  );
  tell(
    `${TOKENS} tokens over ${api} as 2,000 come each second, to the end`,
    '≤ 1.2×, and so ≥ 0.8× as many a second',
    await pairs(
      () => through(paced),
      () => straight(paced),
      5,
    ),
  );
  const relayed = await pairs(
    () => through(fast),
    () => straight(fast),
    21,
  );
  tell(
    `${TOKENS} tokens over ${api} that are all there at once`,
    'as near to 1× as can be: no model is as quick',
    relayed,
  );
  console.log(`  ${tokensPerSecond(relayed.ours)} tokens a second against ${tokensPerSecond(relayed.theirs)}`);
});
