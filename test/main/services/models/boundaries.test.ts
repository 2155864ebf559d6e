import { describe, expect, it, onTestFinished } from 'vitest';
import type { DataBoundary } from '../../../../src/preload/contract';
import { addData, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { type Asked, listeningUpstream } from '../../../support/upstream';

const PAYROLL = `Employee,Site,Salary,Joined\n${Array.from(
  { length: 160 },
  (_, index) =>
    `Worker ${1_000 + index},${index % 2 ? 'Lisbon' : 'Turin'},${40_017 + index}.25,2024-03-${10 + (index % 9)}`,
).join('\n')}\n`;

type Message = { role?: string; type?: string; content?: string; output?: string };
const outputsOf = ({ json }: Asked): string[] =>
  ((json.messages ?? json.input) as Message[]).flatMap((item) => {
    if (item.role === 'tool') return item.content ?? '';
    return item.type === 'function_call_output' ? (item.output ?? '') : [];
  });

/** Asks a model that describes, queries, draws and prints, and gives what left this computer. */
async function everythingSent(api: 'chat' | 'responses', boundary: DataBoundary) {
  const { upstream, baseUrl } = await listeningUpstream();
  upstream.script(
    { calls: [{ name: 'describe_data', arguments: {} }] },
    { calls: [{ name: 'query_data', arguments: { sql: 'SELECT * FROM payroll ORDER BY "Salary"' } }] },
    (asked) => {
      const id = /res_\w+/.exec(outputsOf(asked).at(-1) ?? '')?.[0];
      const spec = { result_id: id, kind: 'bar', title: 'Pay', x: { column: 'Employee' }, y: [{ column: 'Salary' }] };
      return { calls: [{ name: 'make_chart', arguments: spec }] };
    },
    { text: 'Here is the chart.' },
  );
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  await connect(app, baseUrl, { api });
  const { id } = await addData(app, 'payroll.csv', PAYROLL);
  const { run } = await app.services.runs.start({
    threadId: null,
    prompt: 'Who earns what?',
    datasetIds: [id],
    documentIds: [],
    boundary,
  });
  await app.services.runs.finished(run.id);
  const { transmissions } = app.services.ledger.ofThread({ threadId: run.threadId, limit: 20 });
  const messages = app.services.threads.messages({ threadId: run.threadId, limit: 10 });
  return {
    upstream,
    transmissions,
    texts: upstream.turns.map(({ text }) => text),
    messages,
    run: app.services.runs.ofThread({ threadId: run.threadId })[0],
  };
}

describe.each(['chat', 'responses'] as const)('what is sent of a thread’s data by %s', (api) => {
  it('is names and types with the first request, and results up to the rows that are allowed', async () => {
    const { texts, transmissions, messages, run } = await everythingSent(api, 'results');
    expect(run?.status).toBe('completed');
    expect(texts).toHaveLength(4);
    expect(texts[0]).toContain('Table \\"payroll\\" (file payroll.csv), 160 rows');
    expect(texts[0]).toContain('\\"Salary\\" decimal');
    expect(texts[0]).toContain('- /mnt/data/payroll.csv');
    expect(texts[0]).not.toMatch(/Worker \d|Lisbon|40017/);
    expect(texts[3]).toContain('Worker 1099');
    expect(texts[3]).not.toContain('Worker 1100');
    expect(transmissions.every(({ bytes }) => bytes.schema > 100)).toBe(true);
    expect(Math.max(...transmissions.map(({ bytes }) => bytes.results))).toBeGreaterThan(2_000);
    // The chart opens the answer.
    expect(JSON.stringify(messages.messages.at(-1))).toMatch(/image|chart/);
  });

  it('is no value at all where only the schema may leave', async () => {
    const { texts, run } = await everythingSent(api, 'schema');
    expect(run?.status).toBe('completed');
    expect(texts).toHaveLength(4);
    for (const text of texts) expect(text).not.toMatch(/Worker \d|Lisbon|Turin|40017|40176/);
    expect(texts[3]).toMatch(/row_count\\*":160/);
  });
});
