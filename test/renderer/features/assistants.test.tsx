import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/preload/contract';
import { AssistantId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { english } from '../../../src/preload/words';
import { choicesOf, connectedModel } from '../../support/connections';
import { builtInModel, FakeBridge, type RequestName } from '../../support/fake-bridge';
import { libraryFile, message, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const assistant = (id: string, changes: Partial<Assistant> = {}): Assistant => ({
  id: AssistantId.parse(`asst_${id}`),
  name: `Assistant ${id}`,
  description: null,
  instructions: 'Be brief.',
  model: null,
  tools: { data: true, code: true, documents: false, functions: [] },
  code: 'here',
  search: 'here',
  background: false,
  temperature: null,
  topP: null,
  effort: null,
  responseFormat: 'auto',
  metadata: {},
  files: [],
  own: false,
  createdAt: 1,
  ...changes,
});
const OWN = assistant('own', { name: 'Data analyst', own: true });
const LUNA = connectedModel('gpt-6-luna');

function open(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'assistants.list': () => [OWN, assistant('1', { name: 'Auditor', description: 'Checks invoices' })],
    'models.list': () => [builtInModel, LUNA],
    ...answers,
  });
  return { bridge, ...openWindow(bridge, '#/assistants') };
}

describe('assistants', () => {
  it('are listed with what they may use; the app’s own is only duplicated', async () => {
    open();
    const own = within(await screen.findByRole('listitem', { name: 'Data analyst' }));
    expect(own.queryByRole('button', { name: /^Edit|^Remove/ })).toBeNull();
    expect(own.getByRole('button', { name: 'Duplicate Data analyst' })).toBeTruthy();
    const auditor = within(screen.getByRole('listitem', { name: 'Auditor' }));
    expect(auditor.getByText('Model of the thread · Data · Python here')).toBeTruthy();
  });

  it('are made with instructions, a model and a form of their answers', async () => {
    const { user, bridge } = open({ 'assistants.create': () => assistant('2') });
    await user.click(await screen.findByRole('button', { name: 'New assistant' }));
    const form = within(await screen.findByRole('form', { name: 'New assistant' }));
    expect(form.getByRole<HTMLButtonElement>('button', { name: 'Create' }).disabled).toBe(true);
    await user.type(form.getByLabelText('Name'), 'Forecaster');
    await user.type(form.getByLabelText('Instructions'), 'Answer in millions.');
    await user.click(form.getByRole('button', { name: 'Model of this assistant: The model of the thread' }));
    await user.click(await screen.findByRole('option', { name: /gpt-6-luna/ }));
    await user.click(form.getByRole('checkbox', { name: /^Documents/ }));
    await user.type(form.getByLabelText('Temperature'), '3');
    expect(form.getByText('0 to 2, or empty.')).toBeTruthy();
    await user.clear(form.getByLabelText('Temperature'));
    await user.type(form.getByLabelText('Temperature'), '0.2');
    await user.selectOptions(form.getByLabelText('Reasoning effort'), 'high');
    await user.selectOptions(form.getByLabelText('Response format'), 'json_object');
    await user.type(form.getByLabelText('Metadata'), 'team = finance');
    await user.click(form.getByRole('button', { name: 'Create' }));
    await screen.findByRole('button', { name: 'New assistant' });
    expect(bridge.inputsOf('assistants.create')).toEqual([
      {
        name: 'Forecaster',
        description: null,
        instructions: 'Answer in millions.',
        model: LUNA.answerer,
        tools: { data: true, code: true, documents: false, functions: [] },
        code: 'here',
        search: 'here',
        background: false,
        temperature: 0.2,
        topP: null,
        effort: 'high',
        responseFormat: { type: 'json_object' },
        metadata: { team: 'finance' },
        files: { keep: [], add: [] },
      },
    ]);
  });

  it('search documents at the model’s server where that is chosen, with what it means beside it', async () => {
    const documents = { data: true, code: false, documents: true, functions: [] };
    const { user, bridge } = open({
      'assistants.list': () => [OWN, assistant('1', { tools: documents })],
      'assistants.update': () => assistant('1', { tools: documents, search: 'hosted' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Edit Assistant 1' }));
    await user.selectOptions(await screen.findByLabelText('Where documents are searched'), 'At the model’s server');
    screen.getByText(english.assistant.searchMeaning.hosted());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.inputsOf('assistants.update')).toMatchObject([{ search: 'hosted' }]));
  });

  it('go on at the server where that is chosen, with what the vendor keeps beside it', async () => {
    const { user, bridge } = open({ 'assistants.update': () => assistant('1', { background: true }) });
    await user.click(await screen.findByRole('button', { name: 'Edit Auditor' }));
    screen.getByText(english.assistant.backgroundMeaning());
    await user.click(await screen.findByRole('checkbox', { name: english.assistant.background() }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.inputsOf('assistants.update')).toMatchObject([{ background: true }]));
  });

  it('keep the functions of scripts and their files when they are changed', async () => {
    const functions = [{ name: 'weather', description: null, parameters: null, strict: null }];
    const { user, bridge } = open({
      'assistants.list': () => [
        OWN,
        assistant('1', {
          tools: { data: false, code: true, documents: true, functions },
          files: [
            { id: 'file_1', name: 'rates.csv', bytes: 10, use: 'code' },
            { id: 'file_2', name: 'terms.pdf', bytes: 10, use: 'search' },
          ],
        }),
      ],
      'files.list': () => [libraryFile('9', { name: 'codes.csv' })],
      'assistants.update': () => assistant('1'),
    });
    await user.click(await screen.findByRole('button', { name: 'Edit Assistant 1' }));
    await screen.findByText(/^1 function of a script.*weather/);
    await user.click(screen.getByRole('button', { name: 'Take out terms.pdf' }));
    await user.selectOptions(await screen.findByLabelText('Add a file for Python'), 'codes.csv');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.inputsOf('assistants.update')).toHaveLength(1));
    expect(bridge.inputsOf('assistants.update')[0]).toMatchObject({
      tools: { functions },
      files: { keep: ['file_1'], add: [{ fileId: 'fil_9', use: 'code' }] },
    });
  });

  it('are imported, with the files named that could not come along', async () => {
    const { user, bridge } = open({
      'assistants.import': () => ({ assistant: assistant('3'), missing: ['rates.csv'] }),
    });
    const json = JSON.stringify({ name: 'Auditor' });
    await screen.findByRole('list', { name: 'Assistants' });
    await user.upload(screen.getByLabelText('Choose an assistant to import'), new File([json], 'a.json'));
    await screen.findByText(/^Imported without the files that are not here: rates\.csv/);
    expect(bridge.inputsOf('assistants.import')).toEqual([{ json }]);
    bridge.answer('assistants.import', () => {
      throw new AppError('unreadable_file', 'This is no assistant.');
    });
    await user.upload(screen.getByLabelText('Choose an assistant to import'), new File(['{}'], 'b.json'));
    expect(await screen.findByText('This is no assistant.')).toBeTruthy();
  });

  it('are removed after a question', async () => {
    const { user, bridge } = open({ 'assistants.remove': () => ({}) });
    await user.click(await screen.findByRole('button', { name: 'Remove Auditor' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(bridge.inputsOf('assistants.remove')).toEqual([{ assistantId: 'asst_1' }]));
  });

  it('are chosen for a thread by the keyboard', async () => {
    const auditor = assistant('1', { name: 'Auditor' });
    const bridge = new FakeBridge({
      'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
      'threads.get': () => thread('a'),
      'threads.messages': () => ({ messages: [message('first')], hasEarlier: false }),
      'assistants.list': () => [OWN, auditor],
      'threads.setAssistant': () => choicesOf(threadId('a'), { assistantId: auditor.id }),
    });
    const { user } = openWindow(bridge, `#/t/${threadId('a')}`);
    (await screen.findByRole('button', { name: 'Assistant: Data analyst' })).focus();
    await user.keyboard('{Enter}');
    (await screen.findByRole('menuitemradio', { name: 'Auditor' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Assistant: Auditor' });
    expect(bridge.inputsOf('threads.setAssistant')).toEqual([{ threadId: threadId('a'), assistantId: auditor.id }]);
  });
});
