import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { collectAnswer } from '../../../../src/main/shells/headless/answer';
import { progressOf } from '../../../../src/main/shells/headless/progress';
import type { DocumentId, ThreadId } from '../../../../src/preload/contract';
import { english } from '../../../../src/preload/words';
import { type HostedApp, openHostedApp, request } from '../../../support/hosted-app';

const STORKS = 'Storks nest on the lighthouse in spring.';
const FERRY = 'The ferry leaves at noon.';
const handbook = `# Handbook\n\n${STORKS}\n\n${FERRY}\n`;
const text = 'They nest on the lighthouse, and the ferry leaves at noon.';
const speech = {
  search: { queries: ['storks'], finds: [STORKS, FERRY] },
  text,
  cites: [
    { at: 27, file: 'handbook.md' },
    { at: text.length, file: 'handbook.md' },
  ],
};

async function open(agreed: object = { hostedSearch: true }) {
  const hosted = await openHostedApp({ search: 'hosted' }, agreed);
  hosted.upstream.always = speech;
  const { services } = hosted.app();
  const file = await services.files.add('handbook.md', Readable.from([Buffer.from(handbook)]));
  const { id } = services.documents.add({ fileId: file.id });
  await services.documents.settled(id);
  return { hosted, documentId: id };
}

const sizes = ({ upstream }: HostedApp) => [upstream.stores.all.size, upstream.containers.files.size];

async function asked(hosted: HostedApp, documentIds: DocumentId[], threadId?: ThreadId) {
  const thread = await hosted.ask('Where do storks nest, and when is the ferry?', {
    documentIds,
    ...(threadId ? { threadId } : {}),
  });
  const { messages } = hosted.app().services.threads.messages({ threadId: thread, limit: 50 });
  return { thread, answer: messages.at(-1)! };
}

it('documents are searched in a store of the model’s server, and the answer’s citations lead to the words in our own', async () => {
  const { hosted, documentId } = await open();
  const { thread, answer } = await asked(hosted, [documentId]);
  expect(answer.citations).toMatchObject([
    { documentId, name: 'handbook.md', quote: STORKS, place: { line: 3, start: handbook.indexOf(STORKS) } },
    { documentId, name: 'handbook.md', quote: FERRY, place: { line: 5, start: handbook.indexOf(FERRY) } },
  ]);
  const steps = hosted.app().services.runs.ofThread({ threadId: thread })[0]!.steps;
  expect(steps.flatMap(({ calls }) => calls)).toMatchObject([
    { type: 'file_search', status: 'completed', ending: { ended: 'done', hosted: true } },
  ]);
  const { transmissions } = hosted.app().services.ledger.ofThread({ threadId: thread, limit: 10 });
  expect(transmissions.map(({ path, bytes }) => [path, bytes.file]).toReversed()).toEqual([
    ['/files', Buffer.byteLength(handbook)],
    ['/responses', 0],
  ]);
});

it('the store is found again after a restart, and deleted with the thread, as its documents are', async () => {
  const { hosted, documentId } = await open();
  const { thread } = await asked(hosted, [documentId]);
  await hosted.restart();
  await asked(hosted, [documentId], thread);
  expect(sizes(hosted)).toEqual([1, 1]);
  expect(hosted.requests().filter((line) => line === 'POST /files')).toHaveLength(1);
  await request(hosted.app(), 'threads.delete', { threadId: thread });
  await expect.poll(() => sizes(hosted)).toEqual([0, 0]);
});

it('documents stay here until the analyst has agreed for the connection, and when only the structure may be sent', async () => {
  const { hosted, documentId } = await open({ hostedCode: true });
  await asked(hosted, [documentId]);
  expect(sizes(hosted)).toEqual([0, 0]);
  const { id: connectionId } = hosted.connection;
  await request(hosted.app(), 'connections.update', { connectionId, hostedSearch: true, boundary: 'schema' });
  await asked(hosted, [documentId]);
  expect(sizes(hosted)).toEqual([0, 0]);
  await request(hosted.app(), 'connections.update', { connectionId, boundary: 'results' });
  await asked(hosted, [documentId]);
  expect(sizes(hosted)).toEqual([1, 1]);
});

it('whoever asks from the command line is told which steps were done at the server', async () => {
  const { hosted, documentId } = await open();
  const app = hosted.app();
  const lines: string[] = [];
  const printed = new Set<string>();
  app.subscribe((event) => void lines.push(...progressOf(event, english, printed)));
  const { thread } = await asked(hosted, [documentId]);
  const [run] = app.services.runs.ofThread({ threadId: thread });
  const { steps } = await collectAnswer(app.services, run!, english);
  expect(steps.map(({ name, hosted: atServer }) => [name, atServer])).toEqual([
    ['file_search', true],
    ['message_creation', undefined],
  ]);
  expect(lines).toContainEqual(expect.stringMatching(/ms, at the server\)$/));
});
