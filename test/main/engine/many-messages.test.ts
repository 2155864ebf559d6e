import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import type { ModelItem } from '../../../src/main/engine/ports';
import { counterOf, itemTokens } from '../../../src/main/engine/run/tokens';
import { openEngine } from '../../support/engine';
import { says } from '../../support/scripted-model';

/** A hundred thousand in `npm run e2e`; what would not do for them shows in a tenth of that as well. */
const COUNT = process.env.E2E_REQUIRED ? 100_000 : 10_000;
/** What a model is given to read when nobody says how much it can. */
const CONTEXT = 128_000;
const count = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const all = count(0, COUNT);

/** A thread of very many messages that begin with their number. */
async function longThread() {
  const opened = await openEngine({ scripts: [says('Ok.')] });
  const messages = all.map((number) => ({
    role: 'user' as const,
    content: `${number} ${'and more to read about it '.repeat(4)}`,
  }));
  const { id } = await opened.client.beta.threads.create({ messages });
  return { ...opened, id, messages: opened.client.beta.threads.messages };
}

const numberOf = ({ content: [part] }: OpenAI.Beta.Threads.Message): number =>
  part?.type === 'text' ? Number.parseInt(part.text.value, 10) : Number.NaN;

const numberIn = (item: ModelItem): number => {
  const [part] = item.type === 'message' ? item.content : [];
  return part?.type === 'text' ? Number.parseInt(part.text, 10) : Number.NaN;
};

test('very many messages page from either end to the other, with either cursor', async () => {
  const { messages, id } = await longThread();
  const walk = async (order: 'asc' | 'desc') => {
    const seen: number[] = [];
    for await (const message of messages.list(id, { limit: 100, order })) seen.push(numberOf(message));
    return seen;
  };
  expect(await walk('asc')).toEqual(all);
  expect(await walk('desc')).toEqual(all.toReversed());
  const [newest] = (await messages.list(id, { limit: 1 })).data;
  const back = [COUNT - 1];
  for (let before = newest!.id, more = true; more; ) {
    const page = await messages.list(id, { limit: 100, order: 'asc', before });
    back.unshift(...page.data.map(numberOf));
    [before, more] = [page.data[0]!.id, page.has_more];
  }
  expect(back).toEqual(all);
});

test('the last page and a new message cost no more in a long thread than the first ones do', async () => {
  const { messages, id, client } = await longThread();
  const short = await client.beta.threads.create();
  const near = (await messages.list(id, { limit: 100 })).data.at(-1)!.id;
  const [deep, shallow, long, fresh]: number[][] = [[], [], [], []];
  const timed = async (times: number[] | undefined, work: () => PromiseLike<unknown>) => {
    const start = performance.now();
    await work();
    times?.push(performance.now() - start);
  };
  const said = { role: 'user' as const, content: 'Hi' };
  for (let round = 0; round < 15; round += 1) {
    await timed(shallow, () => messages.list(id, { limit: 100, order: 'asc' }));
    await timed(deep, () => messages.list(id, { limit: 100, order: 'asc', after: near }));
    await timed(fresh, () => messages.create(short.id, said));
    await timed(long, () => messages.create(id, said));
  }
  expect(median(deep!)).toBeLessThan(median(shallow!) * 5);
  expect(median(long!)).toBeLessThan(median(fresh!) * 5);
});

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

test('of very many messages a model reads the first and the newest that fit, or the last few', async () => {
  const { client, model, messages, id } = await longThread();
  const counter = await counterOf(model);
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const read = async (body: Partial<OpenAI.Beta.Threads.RunCreateParamsNonStreaming>) => {
    const run = await client.beta.threads.runs.createAndPoll(id, { assistant_id, ...body });
    expect(run.status).toBe('completed');
    const [answer] = (await messages.list(id, { run_id: run.id })).data;
    await messages.delete(answer!.id, { thread_id: id });
    const { items } = model.turns.at(-1)!;
    return { numbers: items.map(numberIn), tokens: items.reduce((sum, item) => sum + itemTokens(item, counter), 0) };
  };
  const few = await read({ truncation_strategy: { type: 'last_messages', last_messages: 7 } });
  expect(few.numbers).toEqual(count(COUNT - 7, COUNT));
  for (const [body, limit] of [[{}, (CONTEXT * 7) / 8] as const, [{ max_prompt_tokens: 1_000 }, 1_000] as const]) {
    const { numbers, tokens } = await read(body);
    expect(numbers).toEqual([0, ...count(COUNT + 1 - numbers.length, COUNT)]);
    expect(tokens).toBeLessThanOrEqual(limit);
    expect(tokens).toBeGreaterThan(limit * 0.9);
  }
});
