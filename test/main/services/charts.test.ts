import { expect, it } from 'vitest';
import { addData, ask, openTestApp } from '../../support/app';
import { tempFolder } from '../../support/temp-folder';

it('a list of charts tells the answer that each stands in', async () => {
  const app = await openTestApp(tempFolder());
  const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,3\nEast,4\n');
  const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [id] });
  const { messages } = app.services.threads.messages({ threadId: thread_id as never, limit: 10 });
  const [chart] = app.services.charts.list({ limit: 10 });
  expect(chart?.messageId).toBe(messages.at(-1)?.id);
  expect(chart?.messageId).toBeTruthy();
  await app.close();
});
