import { expect, it, onTestFinished } from 'vitest';
import { addData, ask, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

it('what a model thought before a step is kept with the step', async () => {
  const { upstream, baseUrl } = await listeningUpstream();
  upstream.script(
    { reasoning: 'The sum is needed.', calls: [{ name: 'query_data', arguments: { sql: 'SELECT 3 AS total' } }] },
    { text: 'It is 3.' },
  );
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  await connect(app, baseUrl);
  const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,3\n');
  const answer = await ask(app, 'How much?', { datasetIds: [id] });
  const [run] = app.services.runs.ofThread({ threadId: answer.thread_id as never });
  expect(run?.steps.map(({ type, reasoning, leftOut }) => ({ type, reasoning, leftOut }))).toEqual([
    { type: 'tool_calls', reasoning: 'The sum is needed.', leftOut: undefined },
    { type: 'message_creation', reasoning: undefined, leftOut: undefined },
  ]);
});
