import { describe, expect, it } from 'vitest';
import type { Run, RunId, ThreadId } from '../../../../src/preload/contract';
import { AnswererId } from '../../../../src/preload/contract/ids';
import { addData, ask, type openTestApp } from '../../../support/app';
import { openAskedByName } from '../../../support/asked-by-name';
import { connect, limits, modelSettings } from '../../../support/connected-app';
import { listeningUpstream } from '../../../support/upstream';

const runsOf = (app: Awaited<ReturnType<typeof openTestApp>>, threadId: string): Run[] =>
  app.services.runs.ofThread({ threadId: threadId as ThreadId });

describe('the name of a model', () => {
  it('leads to the connection that has it, every other one to the default, and built-in to the built-in analyst', async () => {
    const { upstream, baseUrl } = await listeningUpstream({
      models: ['gpt-6-luna', { id: 'vendor/small', shutdown_date: '2027-01-14' }],
    });
    upstream.always = { text: 'Hello.' };
    const { app, client, answerTo } = await openAskedByName();
    const { connection } = await connect(app, baseUrl, { model: 'gpt-6-luna', name: 'Work' });
    const names = [
      'gpt-6-luna',
      'vendor/small',
      `${connection.id}/vendor/small`,
      'work/anything',
      'gpt-4o',
      'unheard-of',
    ];
    const answered: string[] = [];
    for (const name of [...names, 'built-in']) answered.push((await answerTo(name)).model);
    expect(answered).toEqual([
      ...['gpt-6-luna', 'vendor/small', 'vendor/small', 'anything', 'gpt-6-luna', 'gpt-6-luna', 'built-in'],
    ]);
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id).toSorted()).toEqual(['built-in', 'gpt-6-luna', 'vendor/small']);
    expect(data.find(({ id }) => id === 'vendor/small')).toMatchObject({ shutdown_date: '2027-01-14' });
  });

  it('is given to another model by the analyst, as long as that is there', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ models: ['gpt-6-luna', 'small'] });
    upstream.always = { text: 'Hello.' };
    const { app, answerTo } = await openAskedByName();
    const { connection, answerer } = await connect(app, baseUrl, { model: 'gpt-6-luna' });
    const small = app.services.models.answererOf(connection.id, 'small');
    const gone = AnswererId.parse('con_gone/none');
    const aliases = [
      { name: 'gpt-4o', answerer: small },
      { name: 'gpt-6-luna', answerer: small },
      { name: 'gpt-4', answerer: gone },
    ];
    app.services.settings.change({ models: { ...modelSettings(app), default: answerer, aliases } });
    // A model that has the name itself keeps it.
    for (const [name, model] of [
      ['gpt-4o', 'small'],
      ['gpt-6-luna', 'gpt-6-luna'],
      ['gpt-4', 'gpt-6-luna'],
    ] as const)
      expect((await answerTo(name)).model, name).toBe(model);
  });

  it('whose connection is gone is told as such', async () => {
    const { baseUrl } = await listeningUpstream();
    const { app, answerTo } = await openAskedByName();
    const { connection, answerer } = await connect(app, baseUrl);
    await app.services.connections.remove({ connectionId: connection.id });
    expect(await answerTo(answerer)).toMatchObject({ status: 'failed' });
    expect(app.services.threads.choices({ threadId: null }).model).toMatchObject({ answerer: 'built-in' });
  });
});

describe('a budget', () => {
  it('refuses the call that would exceed it before anything is sent, and says so', async () => {
    const { upstream, baseUrl } = await listeningUpstream();
    upstream.always = { text: 'Hello.', usage: { input: 900, output: 100 } };
    const { app, events } = await openAskedByName();
    const { answerer } = await connect(app, baseUrl);
    app.services.models.edit({ answerer, abilities: { price: { input: 1, cached: null, output: 10 } } });
    expect((await ask(app, 'Say hello')).status).toBe('completed');
    const budgets = limits({ warnMoney: 0.001, refuseMoney: 0.002 });
    app.services.settings.change({ models: { ...modelSettings(app), budgets } });
    const sent = upstream.asked.length;
    const refused = await ask(app, 'Say hello again');
    expect(refused).toMatchObject({
      status: 'failed',
      ending: { code: 'budget' },
      error: expect.stringMatching(/budget/i),
    });
    expect(upstream.asked).toHaveLength(sent);
    expect(app.services.usage.budgets({ threadId: null })).toEqual([
      expect.objectContaining({ scope: 'day', unit: 'money', level: 'warned', spent: expect.closeTo(0.0019, 10) }),
    ]);
    expect(events.some(({ name }) => name === 'usage.budgetReached')).toBe(false);
  });

  it('of money does not count a model whose price is not known, and says how many calls that were; tokens are counted', async () => {
    const { upstream, baseUrl } = await listeningUpstream();
    upstream.always = { text: 'Hello.', usage: { input: 900, output: 100 } };
    const { app } = await openAskedByName();
    await connect(app, baseUrl);
    const budgets = limits({ refuseMoney: 0.000_001, refuseTokens: 200_000 });
    app.services.settings.change({ models: { ...modelSettings(app), budgets } });
    expect((await ask(app, 'Say hello')).status).toBe('completed');
    const [money, tokens] = app.services.usage.budgets({ threadId: null });
    expect(money).toMatchObject({ unit: 'money', spent: 0, uncounted: 1 });
    expect(tokens).toMatchObject({ unit: 'tokens', spent: 1_000 });
  });
});

it('usage adds up by call, run, thread, day and model, tool calls included', async () => {
  const { upstream, baseUrl } = await listeningUpstream();
  const { app } = await openAskedByName();
  const { answerer } = await connect(app, baseUrl);
  app.services.models.edit({ answerer, abilities: { price: { input: 2, cached: 1, output: 8 } } });
  const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,3\nEast,4\n');
  const call = { name: 'query_data', arguments: { sql: 'SELECT sum(amount) AS total FROM sales' } };
  upstream.script(
    { calls: [call], usage: { input: 100, cached: 20, output: 10, reasoning: 4 } },
    { text: 'The total is 7.', usage: { input: 150, cached: 100, output: 5, reasoning: 0 } },
    { text: 'Hello.', usage: { input: 50, cached: 0, output: 2, reasoning: 0 } },
  );
  const first = await ask(app, 'What is the total?', { datasetIds: [id] });
  await ask(app, 'Say hello');
  expect(first).toMatchObject({
    model: 'scripted',
    usage: { prompt_tokens: 250, cached_tokens: 120, completion_tokens: 15, reasoning_tokens: 4 },
    unverified: [],
  });
  const money = [(80 * 2 + 20 + 10 * 8) / 1e6, (50 * 2 + 100 + 5 * 8) / 1e6, (50 * 2 + 2 * 8) / 1e6];
  expect(first.usage?.money).toBeCloseTo(money[0]! + money[1]!, 12);
  const total = {
    calls: 3,
    promptTokens: 300,
    cachedTokens: 120,
    completionTokens: 17,
    reasoningTokens: 4,
    toolCalls: 1,
  };
  for (const [by, rows] of [
    ['call', 3],
    ['run', 2],
    ['thread', 2],
    ['day', 1],
    ['model', 1],
  ] as const) {
    const report = app.services.usage.report({ by });
    expect(report.rows, by).toHaveLength(rows);
    expect(report.total).toMatchObject(total);
    expect(
      report.rows.reduce((sum, row) => sum + (row.money ?? 0), 0),
      by,
    ).toBeCloseTo(
      money.reduce((a, b) => a + b),
      12,
    );
    expect(
      report.rows.reduce((sum, row) => sum + row.toolCalls, 0),
      by,
    ).toBe(1);
  }
  const sent = app.services.ledger.totals({ threadId: null });
  expect(sent).toMatchObject({ requests: 3, unpriced: 0, localBytes: sent.totalBytes });
});

describe('another model', () => {
  it('answers beside the one there was, is given what that one was given, and is left out afterwards', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ models: ['scripted', 'other'] });
    upstream.script({ text: 'First answer.' }, { text: 'Second answer.' }, { text: 'Third answer.' });
    const { app } = await openAskedByName();
    const { connection } = await connect(app, baseUrl);
    const first = await ask(app, 'Say something');
    const other = app.services.models.answererOf(connection.id, 'other');
    const again = await app.services.runs.again({ runId: first.run_id as RunId, answerer: other });
    expect(await app.services.runs.finished(again.id)).toMatchObject({
      status: 'completed',
      model: 'other',
      answerer: other,
      besideOf: first.run_id,
    });
    await ask(app, 'Go on', { threadId: first.thread_id as ThreadId });
    const [, beside, after] = upstream.turns;
    expect(beside?.text).not.toContain('First answer.');
    expect(after?.text).toContain('First answer.');
    expect(after?.text).not.toContain('Second answer.');
  });

  it('is given the question as it was asked again in other words, and none of what followed the first wording', async () => {
    const { upstream, baseUrl } = await listeningUpstream();
    upstream.script(
      ...['Answer one.', 'Answer two.', 'Answer three.', 'Answer four.', 'Answer five.', 'Answer six.'].map((text) => ({
        text,
      })),
    );
    const { app } = await openAskedByName();
    const { answerer } = await connect(app, baseUrl);
    const { thread_id } = await ask(app, 'Begin here');
    const threadId = thread_id as ThreadId;
    await ask(app, 'First wording', { threadId });
    await ask(app, 'After the first wording', { threadId });
    const messages = () => app.services.threads.messages({ threadId, limit: 100 }).messages;
    const idOf = (text: string) =>
      messages().find(({ parts: [part] }) => part?.type === 'text' && part.text === text)?.id ?? null;
    const first = idOf('Begin here');
    await ask(app, 'Second wording', { threadId, follows: first });
    await ask(app, 'After the second wording', { threadId });
    const old = messages().find(
      ({ role, parts: [part] }) => role === 'assistant' && part?.type === 'text' && part.text === 'Answer three.',
    );
    const again = await app.services.runs.again({ runId: old?.runId as RunId, answerer });
    await app.services.runs.finished(again.id);
    const [, , , edited, onward, beside] = upstream.turns.map(({ text }) => text);
    expect(edited).toMatch(/Begin here.*Answer one\..*Second wording/s);
    expect(edited).not.toMatch(/First wording|Answer two|Answer three/);
    expect(onward).toMatch(/Begin here.*Answer one\..*Second wording.*Answer four\..*After the second wording/s);
    expect(onward).not.toMatch(/First wording|first wording|Answer two|Answer three/);
    expect(beside).toMatch(/First wording.*Answer two\..*After the first wording/s);
    expect(beside).not.toMatch(/econd wording|Answer three|Answer four/);
    expect(messages().flatMap(({ follows }) => (follows === undefined ? [] : [follows]))).toEqual([
      first,
      idOf('Second wording'),
    ]);
    expect(idOf('First wording')).not.toBeNull();
  });

  it('answers instead where the settings say so, once, and the run says so', async () => {
    const { upstream, baseUrl } = await listeningUpstream();
    upstream.always = { status: 403, error: { error: { message: 'Not for you.' } } };
    const { app } = await openAskedByName();
    const { answerer } = await connect(app, baseUrl, { name: 'Work' });
    app.services.settings.change({ models: { ...modelSettings(app), fallback: 'built-in' as typeof answerer } });
    const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,3\nEast,4\n');
    const failed = await ask(app, 'total amount by region', { datasetIds: [id] });
    const [first, began] = runsOf(app, failed.thread_id);
    const instead = began && (await app.services.runs.finished(began.id));
    expect(first).toMatchObject({ answerer, status: 'failed', ending: { code: 'permission', connection: 'Work' } });
    expect(instead).toMatchObject({ model: 'built-in', status: 'completed', insteadOf: first?.id });
  });

  it('is chosen in mid-thread, and the boundary with it', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ models: ['scripted', 'other'] });
    upstream.always = { text: 'Hello.' };
    const { app, events } = await openAskedByName();
    const { connection } = await connect(app, baseUrl);
    const { thread_id } = await ask(app, 'Say hello');
    const threadId = thread_id as ThreadId;
    const answerer = app.services.models.answererOf(connection.id, 'other');
    app.services.threads.setModel({ threadId, answerer });
    const choices = app.services.threads.setBoundary({ threadId, boundary: 'schema' });
    expect(choices).toMatchObject({
      model: { answerer, chosen: true, there: true },
      boundary: { value: 'schema', chosen: true },
    });
    expect((await ask(app, 'And again', { threadId })).model).toBe('other');
    expect(events.filter(({ name }) => name === 'threads.choicesChanged')).toHaveLength(2);
    expect(
      app.services.models
        .list()
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['built-in', 'other']);
  });
});
