import { describe, expect, it } from 'vitest';
import { answererFrom, modelOptionsOf, takeKey } from '../../../../src/main/shells/common/model-options';
import { addData, ask } from '../../../support/app';
import { openAskedByName } from '../../../support/asked-by-name';
import { connect } from '../../../support/connected-app';
import { listeningUpstream } from '../../../support/upstream';

const COUNT = { name: 'count_rows', arguments: { table: 'orders' } };
const COUNTS = { calls: [COUNT] };
const NO_TOOLS = 'registry.ollama.ai/library/small does not support tools';

describe('a command line', () => {
  it('names a server of its own, whose key is in no environment afterwards', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: 'sk-of-the-command-line' });
    upstream.always = (asked) => (asked.json.tools ? COUNTS : { text: 'Hello.' });
    const environment = { MY_KEY: 'sk-of-the-command-line', PATH: '/bin' };
    const options = modelOptionsOf({ 'base-url': baseUrl, api: 'chat', model: 'scripted', 'key-env': 'MY_KEY' });
    const key = takeKey(options, environment);
    expect(environment).toEqual({ PATH: '/bin' });
    const { app, answerTo } = await openAskedByName();
    app.services.models.setUsual((await answererFrom(app, options, key))!);
    expect(await answerTo('whatever')).toMatchObject({ status: 'completed', model: 'scripted' });
    expect(upstream.turns.map(({ path }) => path)).toEqual(['/chat/completions', '/chat/completions']);
    expect(app.services.connections.list()).toEqual([]);
    expect(app.services.ledger.totals({ threadId: null }).requests).toBe(2);
  });

  it.each([
    ['calls tools', COUNTS, 'native'],
    ['writes its calls', { text: `<tool_call>${JSON.stringify(COUNT)}</tool_call>` }, 'as_text'],
    ['cannot be given tools', { status: 400, error: { error: { message: NO_TOOLS } } }, 'none'],
  ] as const)('is told of a model on this computer that %s', async (_, probed, calling) => {
    const { upstream, baseUrl } = await listeningUpstream();
    const { app } = await openAskedByName();
    const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,30\n');
    upstream.always = probed;
    const options = modelOptionsOf({ 'base-url': baseUrl, api: 'chat', model: 'small' });
    const answerer = (await answererFrom(app, options, null))!;
    expect(app.services.models.get(answerer)).toMatchObject({ name: 'small', calling });
    const written = JSON.stringify({ name: 'query_data', arguments: { sql: 'SELECT sum(amount) AS a FROM sales' } });
    const call = calling === 'native' ? { calls: [JSON.parse(written)] } : { text: `Let me see. ${written}` };
    upstream.script(call, { text: 'It is 30.' });
    app.services.models.setUsual(answerer);
    const { status, caveats } = await ask(app, 'Total amount', { datasetIds: [id] });
    expect(status).toBe('completed');
    expect(caveats.some(({ code }) => code === 'worded')).toBe(calling === 'none');
  });

  it('of a server elsewhere, or of another API, is not asked anything before the question', async () => {
    const { upstream, baseUrl } = await listeningUpstream();
    const { app } = await openAskedByName();
    await answererFrom(app, modelOptionsOf({ 'base-url': baseUrl, api: 'responses', model: 'scripted' }), null);
    expect(upstream.asked).toEqual([]);
  });

  it.each([
    [{ 'base-url': 'http://127.0.0.1/v1' }],
    [{ 'base-url': 'http://127.0.0.1/v1', model: 'm', api: 'soap' }],
    [{ model: 'm' }],
    [{ connection: 'Work', 'base-url': 'http://127.0.0.1/v1' }],
    [{ connection: '' }],
  ])('that does not say enough is refused: %j', (values) => {
    expect(() => modelOptionsOf(values)).toThrow(/--|whole/);
  });

  it('names a saved connection, and is told which there are when it is another', async () => {
    const { baseUrl } = await listeningUpstream();
    const { app } = await openAskedByName();
    const { answerer } = await connect(app, baseUrl, { name: 'Work' });
    expect(await answererFrom(app, { connection: 'work', model: null }, null)).toBe(answerer);
    await expect(answererFrom(app, { connection: 'Home', model: null }, null)).rejects.toThrow('Work');
  });
});
