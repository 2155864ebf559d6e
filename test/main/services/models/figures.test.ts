import { describe, expect, it, onTestFinished } from 'vitest';
import { addData, ask, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

const SALES = 'region,amount\nNorth,1234.5\nSouth,800\n';
const QUERY = { calls: [{ name: 'query_data', arguments: { sql: 'SELECT region, amount FROM sales ORDER BY 1' } }] };
const TOTAL = { calls: [{ name: 'query_data', arguments: { sql: 'SELECT sum(amount) AS total FROM sales' } }] };

type Said = Parameters<Awaited<ReturnType<typeof listeningUpstream>>['upstream']['script']>;

/** Asks a model that does as the script says about a small file. */
async function answered(api: 'chat' | 'responses', ...script: Said) {
  const { upstream, baseUrl } = await listeningUpstream();
  upstream.script(...script);
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  await connect(app, baseUrl, { api });
  const { id } = await addData(app, 'sales.csv', SALES);
  const report = await ask(app, 'How much did we sell?', { datasetIds: [id] });
  return { app, upstream, report };
}

describe.each(['responses', 'chat'] as const)('a model behind %s', (api) => {
  it('that computes its figures has none marked', async () => {
    const { report, upstream } = await answered(api, QUERY, { text: 'North sold 1,234.50, South 800.' });
    expect(report).toMatchObject({ answered: true, answer: 'North sold 1,234.50, South 800.', unverified: [] });
    expect(upstream.turns).toHaveLength(2);
  });

  it('that adds up in its head is asked once to compute, and the answer that does stands alone', async () => {
    const { report, upstream } = await answered(
      api,
      ...[QUERY, { text: 'Together 2,034.50.' }, TOTAL, { text: 'Together 2,034.50, as computed.' }],
    );
    expect(report).toMatchObject({ answer: 'Together 2,034.50, as computed.', unverified: [], caveats: [] });
    expect(upstream.turns).toHaveLength(4);
    expect(upstream.turns[2]?.text).toMatch(/2,034\.50.*withdrawn/s);
  });

  it('that goes on to invent has each figure told as written, and marked where it stands', async () => {
    const text = '🙂 Together 2.034,50 €, up 12 % on 2019.';
    const { app, report } = await answered(api, QUERY, { text: 'About 5 million.' }, { text });
    expect(report).toMatchObject({ answered: true, answer: text, unverified: ['2.034,50 €', '12 %', '2019'] });
    expect(report.caveats).toMatchObject([{ code: 'unsourced' }]);
    const { messages } = app.services.threads.messages({ threadId: report.thread_id as never, limit: 10 });
    const figures = messages.flatMap(({ facts, parts }) =>
      facts.flatMap(({ fact, part }) => {
        const shown = parts[part];
        if ((fact.code !== 'unsourced' && fact.code !== 'superseded') || shown?.type !== 'text') return [];
        return [[fact.code, ...fact.figures.map(({ start, end }) => shown.text.slice(start, end))]];
      }),
    );
    expect(figures).toEqual([
      ['superseded', '5 million'],
      ['unsourced', '2.034,50 €', '12 %', '2019'],
    ]);
  });
});
