import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { ThreadId } from '../../../../src/preload/contract';
import { openTestApp } from '../../../support/app';
import {
  branchedConversation,
  chatConversation,
  chatExport,
  chatNode,
  codeConversation,
  PIXEL,
  plainConversation,
} from '../../../support/imports/chatgpt';
import { importFile, textOf, textsOf } from '../../../support/imports/import-file';
import { tempFolderForAll } from '../../../support/temp-folder';

describe('the export of ChatGPT', () => {
  const folder = tempFolderForAll();
  let app: App;
  beforeAll(async () => {
    app = await openTestApp(folder);
  });
  afterAll(() => app.close());

  const messagesOf = (threadId: ThreadId) => app.services.threads.messages({ threadId, limit: 200 }).messages;

  test('becomes threads that are read and found, each with what came of it', async () => {
    const { ended, items } = await importFile(
      app,
      'export.zip',
      chatExport([plainConversation('plain'), plainConversation('other', 'Is zebrafish one word?')], { split: 1 }),
    );

    expect(ended).toMatchObject({ status: 'completed', kind: 'chatgpt', counts: { imported: 2, skipped: 0 } });
    expect(items.map(({ title, outcome }) => [title, outcome])).toEqual([
      ['About plain', 'imported'],
      ['About other', 'imported'],
    ]);
    expect(textsOf(app, items[0]!.threadId!)).toEqual(['What is a median?', 'The middle value.']);
    const [hit] = await app.services.threads.search({ query: 'zebrafish', limit: 5 });
    expect(hit?.threadId).toBe(items[1]!.threadId);
    expect(app.services.runs.ofThread({ threadId: items[0]!.threadId! })).toMatchObject([
      { model: 'gpt-4', status: 'completed' },
    ]);
  });

  test('the same again is recognised, and one that went on gets what is new', async () => {
    const first = plainConversation('grows');
    await importFile(app, 'export.zip', chatExport([first]));

    const again = await importFile(app, 'export.zip', chatExport([first]));
    const longer = chatConversation('grows', [
      ...(Object.values(first.mapping as object).slice(1) as Record<string, unknown>[]),
      chatNode('grows-q2', 'grows-a', 'user', 'And the mean?', { at: 1_700_000_020 }),
    ]);
    const grown = await importFile(app, 'export.zip', chatExport([longer]));

    expect(again.items).toMatchObject([{ outcome: 'present' }]);
    expect(grown.items).toMatchObject([{ outcome: 'updated', threadId: again.items[0]!.threadId }]);
    expect(textsOf(app, grown.items[0]!.threadId!)).toEqual([
      'What is a median?',
      'The middle value.',
      'And the mean?',
    ]);
  });

  test('code stands as a step with what it printed and drew, tables are data of the thread, sources are links', async () => {
    const files = {
      'file-TableAbc123-sales.csv': Buffer.from('item,amount\npen,40\ncup,2\n'),
      'file-PlotAbc123-plot.png': PIXEL,
    };
    const { items } = await importFile(app, 'export.zip', chatExport([codeConversation('code')], { files }));
    const threadId = items[0]!.threadId!;
    const [run] = app.services.runs.ofThread({ threadId });
    const [question, answer] = messagesOf(threadId);

    expect(items).toMatchObject([{ outcome: 'imported', losses: [] }]);
    expect(run?.steps[0]?.reasoning).toContain('Sum with pandas.');
    expect(run?.steps[0]?.calls).toMatchObject([
      {
        type: 'code_interpreter',
        code: { language: 'python', text: 'df.amount.sum()' },
        outputs: [{ type: 'logs', text: '42' }, { type: 'image' }],
      },
    ]);
    expect(question?.attachments).toMatchObject([{ name: 'sales.csv' }]);
    expect(app.services.datasets.ofThread({ threadId })).toMatchObject([{ name: 'sales.csv' }]);
    expect(textOf(answer!)).toBe('The sum is 42  ([Sums](https://example.com/s)).');
  });

  test('attachments whose bytes did not come along are told', async () => {
    const { items } = await importFile(app, 'export.zip', chatExport([codeConversation('bare')]));

    expect(items).toMatchObject([
      {
        outcome: 'partly',
        losses: [
          { code: 'file_missing', count: 1, detail: 'sales.csv' },
          { code: 'file_missing', count: 1, detail: 'file-PlotAbc123' },
        ],
      },
    ]);
  });

  test('branches are versions of questions, and further answers stand beside', async () => {
    const { items } = await importFile(app, 'export.zip', chatExport([branchedConversation('tree')]));
    const threadId = items[0]!.threadId!;
    const messages = messagesOf(threadId);
    const question = (text: string) => messages.find((message) => textOf(message) === text);
    const runs = app.services.runs.ofThread({ threadId });

    expect(question('First words')?.follows).toBeNull();
    expect(question('Second words')?.follows).toBeNull();
    expect(question('Going on')?.follows).toBe(question('Second words')?.id);
    const main = runs.find(({ id }) => id === question('Second answer, again')?.runId);
    const beside = runs.find(({ id }) => id === question('Second answer')?.runId);
    expect(main?.besideOf).toBeUndefined();
    expect(beside?.besideOf).toBe(main?.id);
    expect(textOf(messages.at(-1)!)).toBe('Gone on');
  });

  test('an imported thread goes on: what is asked next is answered in it, by what came with it', async () => {
    const files = { 'file-TableAbc123-sales.csv': Buffer.from('item,amount\npen,40\ncup,2\n') };
    const { items } = await importFile(app, 'export.zip', chatExport([codeConversation('goes-on')], { files }));
    const threadId = items[0]!.threadId!;
    for (const { id } of app.services.datasets.ofThread({ threadId })) await app.services.datasets.settled(id);

    const asked = await app.services.runs.start({
      threadId,
      prompt: 'total amount',
      datasetIds: [],
      documentIds: [],
    });
    const run = await app.services.runs.finished(asked.run.id);

    expect(run).toMatchObject({ status: 'completed', threadId });
    expect(textOf(messagesOf(threadId).at(-1)!)).toContain('42');
  });

  test('a canvas is a text of the thread, voice is told as left out, and what is unknown by its name', async () => {
    const canvas = JSON.stringify({ name: 'plan', type: 'code/python', content: 'print(1)' });
    const nodes = [
      chatNode('v-q', 'root', 'user', {
        content_type: 'multimodal_text',
        parts: [
          { content_type: 'audio_transcription', text: 'Spoken words', direction: 'in' },
          { content_type: 'audio_asset_pointer', asset_pointer: 'sediment://file_0000', format: 'wav' },
        ],
      }),
      chatNode('v-c', 'v-q', 'assistant', canvas, { recipient: 'canmore.create_textdoc' }),
      chatNode('v-n', 'v-c', 'assistant', { content_type: 'super_widget', blob: 1 }),
    ];
    const { items } = await importFile(app, 'export.zip', chatExport([chatConversation('voice', nodes)]));

    expect(items).toMatchObject([
      { outcome: 'partly', losses: [{ code: 'audio' }, { code: 'unknown_content', detail: 'super_widget' }] },
    ]);
    expect(textsOf(app, items[0]!.threadId!)).toEqual(['Spoken words', '**plan**\n\n```python\nprint(1)\n```']);
  });
});
