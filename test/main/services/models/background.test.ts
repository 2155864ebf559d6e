import { expect, it } from 'vitest';
import { openHostedApp, request } from '../../../support/hosted-app';
import { needs, WHOLE } from '../../../support/needs';

const speech = { reasoning: 'A long thought.', text: 'The answer to a long question.' };

it(
  'answers of an assistant that asks for it go on at the server when the connection breaks, and are deleted there after',
  needs(WHOLE),
  async () => {
    const hosted = await openHostedApp({ background: true }, {});
    hosted.upstream.script({ ...speech, endAfterEvents: 6 });
    hosted.upstream.resumptions.push({ endAfterEvents: 2 });
    const threadId = await hosted.ask('Why?');
    const { messages } = hosted.app().services.threads.messages({ threadId, limit: 5 });
    expect(messages.at(-1)?.parts).toMatchObject([{ type: 'text', text: speech.text }]);
    expect(hosted.upstream.turns.at(-1)?.json).toMatchObject({ background: true, store: true });
    await expect.poll(() => hosted.upstream.deleted.length).toBe(1);
    expect(hosted.upstream.turns).toHaveLength(1);
  },
);

it('nothing is kept at the server for any other assistant', async () => {
  const hosted = await openHostedApp({}, {});
  hosted.upstream.script(speech);
  await hosted.ask('Why?');
  expect(hosted.upstream.turns.at(-1)?.json).toMatchObject({ store: false });
  expect(hosted.upstream.turns.at(-1)?.json).not.toHaveProperty('background');
});

it('an answer that could not be deleted at the server is deleted there after the next start', async () => {
  const hosted = await openHostedApp({ background: true }, {});
  hosted.upstream.script(speech);
  hosted.upstream.refusesDeletions = 403;
  await hosted.ask('Why?');
  expect(hosted.upstream.deleted).toEqual([]);
  hosted.upstream.refusesDeletions = null;
  await hosted.restart();
  await request(hosted.app(), 'connections.verify', { connectionId: hosted.connection.id });
  await expect.poll(() => hosted.upstream.deleted.length).toBe(1);
});
