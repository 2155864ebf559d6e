import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import type { AssistantId, Saved } from '../../../../src/preload/contract';
import { ask, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

async function open() {
  const saved: { name: string; text: string }[] = [];
  const save = async (file: { name: string } & ({ bytes: Uint8Array } | { path: string })): Promise<Saved> => {
    saved.push({ name: file.name, text: 'bytes' in file ? Buffer.from(file.bytes).toString() : file.path });
    return { kind: 'saved', name: file.name };
  };
  const app = await openTestApp(tempFolder(), { save });
  onTestFinished(() => app.close());
  const request = async (name: string, input: object) => {
    const result = await app.dispatch(name, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value as never;
  };
  return { app, saved, request };
}

it('an assistant is made, changed, duplicated and removed; the app’s own is there and stays as it is', async () => {
  const { app, request } = await open();
  const made: { id: AssistantId } = await request('assistants.create', {
    name: 'Poet',
    instructions: 'Rhyme.',
    temperature: 0.2,
    effort: 'low',
    metadata: { team: 'blue' },
  });
  expect(made).toMatchObject({
    ...{ name: 'Poet', model: null, code: 'here', temperature: 0.2, topP: null, effort: 'low', own: false },
    ...{ tools: { data: true, code: true, documents: true, functions: [] }, metadata: { team: 'blue' }, files: [] },
  });
  const changed = await request('assistants.update', { assistantId: made.id, model: 'gpt-6-luna', code: 'hosted' });
  expect(changed).toMatchObject({ name: 'Poet', model: 'gpt-6-luna', code: 'hosted', instructions: 'Rhyme.' });
  expect(await request('assistants.duplicate', { assistantId: made.id })).toMatchObject({
    name: 'Poet copy',
    code: 'hosted',
  });
  const [own, ...others] = await app.services.assistants.list();
  expect(own).toMatchObject({ name: 'Data analyst', own: true });
  expect(others.map(({ name }) => name)).toEqual(['Poet copy', 'Poet']);
  await request('assistants.remove', { assistantId: made.id });
  expect(await app.services.assistants.list()).toHaveLength(2);
  await expect(request('assistants.update', { assistantId: own!.id, name: 'Mine' })).rejects.toThrow(/Duplicate/);
});

it('an assistant goes into a file and comes back; one of the protocol comes in as well; anything else does not', async () => {
  const { saved, request } = await open();
  const made: { id: AssistantId } = await request('assistants.create', {
    name: 'Poet',
    instructions: 'Rhyme.',
    topP: 0.5,
  });
  await request('assistants.export', { assistantId: made.id });
  expect(saved[0]?.name).toBe('Poet.assistant.json');
  expect(await request('assistants.import', { json: saved[0]!.text })).toMatchObject({
    assistant: { name: 'Poet', instructions: 'Rhyme.', topP: 0.5, tools: { data: true } },
    missing: [],
  });
  const foreign = {
    ...{ object: 'assistant', name: 'Old', model: 'gpt-4o', temperature: 1, top_p: 1, response_format: 'auto' },
    tools: [
      { type: 'code_interpreter' },
      { type: 'function', function: { name: 'f', parameters: { type: 'object' } } },
    ],
    tool_resources: { code_interpreter: { file_ids: ['file-1'] } },
  };
  expect(await request('assistants.import', { json: JSON.stringify(foreign) })).toMatchObject({
    assistant: {
      ...{ name: 'Old', model: 'gpt-4o', temperature: null },
      tools: {
        data: false,
        code: true,
        documents: false,
        functions: [{ name: 'f', description: null, strict: false }],
      },
    },
    missing: ['file-1'],
  });
  for (const json of ['{}', '[]', 'no JSON'])
    await expect(request('assistants.import', { json })).rejects.toThrow(/unreadable_file/);
});

it('a thread is answered by the assistant that was chosen for it, with its own model, and with the files that it was given', async () => {
  const { upstream, baseUrl } = await listeningUpstream({ models: ['scripted', 'other'] });
  upstream.always = { text: 'Hello.' };
  const { app, request } = await open();
  await connect(app, baseUrl);
  const file = await app.services.files.add('note.txt', Readable.from([Buffer.from('a note')]));
  const made: { id: AssistantId; files: object[] } = await request('assistants.create', {
    ...{ name: 'Poet', instructions: 'Rhyme.', model: 'other' },
    files: {
      keep: [],
      add: [
        { fileId: file.id, use: 'code' },
        { fileId: file.id, use: 'search' },
      ],
    },
  });
  expect(made.files).toMatchObject([
    { name: 'note.txt', use: 'code' },
    { name: 'note.txt', use: 'search' },
  ]);
  const { run, thread } = await app.services.runs.start({
    ...{ threadId: null, prompt: 'Say hello', datasetIds: [], documentIds: [], assistantId: made.id },
  });
  expect(await app.services.runs.finished(run.id)).toMatchObject({ status: 'completed', model: 'other' });
  expect(upstream.turns[0]?.json.instructions).toContain('Rhyme.');
  await request('assistants.remove', { assistantId: made.id });
  await expect(ask(app, 'And again', { threadId: thread.id })).rejects.toThrow(/no longer there/);
});
