import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings, ThreadChoices } from '../../../src/preload/contract';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { english } from '../../../src/preload/words';
import { answerer, choicesOf, connectedModel, connection } from '../../support/connections';
import { builtInModel, FakeBridge, type RequestName } from '../../support/fake-bridge';
import { message, run, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const LUNA = connectedModel('gpt-6-luna', { usedAt: 5 });
const SOL = connectedModel('gpt-6.2-sol');

/** A thread in which gpt-6-luna answers. */
function openThread(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('first')], hasEarlier: false }),
    'threads.choices': () => choicesOf(threadId('a')),
    'connections.list': () => [connection('1')],
    'models.list': () => [builtInModel, LUNA, SOL],
    ...answers,
  });
  return { bridge, ...openWindow(bridge, `#/t/${threadId('a')}`) };
}

const picker = (name: string) => screen.findByRole('button', { name: `Model: ${name}` });

describe('who answers', () => {
  it('is the built-in analyst at first, and the empty screen leads to connecting a model', async () => {
    const { user } = openWindow(new FakeBridge());
    const card = within(await screen.findByRole('region', { name: 'Who answers' }));
    expect(card.getByText('built-in analyst')).toBeTruthy();
    await picker('Built-in analyst');
    await user.click(card.getByRole('button', { name: 'Connect a model' }));
    await screen.findByText('Add a connection');
  });

  it('is not asked about on the empty screen once a model is connected', async () => {
    openWindow(new FakeBridge({ 'connections.list': () => [connection('1')] }));
    await picker('Built-in analyst');
    expect(screen.queryByRole('region', { name: 'Who answers' })).toBeNull();
  });

  it('is found by typing and chosen by the keyboard, with price and context in sight', async () => {
    const { user, bridge } = openThread({
      'threads.setModel': () =>
        choicesOf(threadId('a'), { model: { ...choicesOf(null).model, answerer: SOL.answerer, name: SOL.name } }),
    });
    (await picker('gpt-6-luna')).focus();
    await user.keyboard('{Enter}');
    const list = await screen.findByRole('listbox', { name: 'Model of this thread' });
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual([
      'Built-in analystNeeds no key and no network',
      'gpt-6-luna400K context · $0.10 in, $0.50 out',
      'gpt-6.2-sol400K context · $0.10 in, $0.50 out',
    ]);
    const search = screen.getByLabelText('Search models');
    await waitFor(() => expect(document.activeElement).toBe(search));
    await user.keyboard('sol openai');
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await picker('gpt-6.2-sol');
    expect(bridge.inputsOf('threads.setModel')).toEqual([{ threadId: threadId('a'), answerer: SOL.answerer }]);
  });

  it('goes along with the first question of a new thread, with the boundary', async () => {
    const started = { thread: thread('a'), message: message('first'), run: run('1') };
    const bridge = new FakeBridge({
      'connections.list': () => [connection('1', { boundary: 'schema' })],
      'models.list': () => [builtInModel, LUNA],
      'runs.start': () => started,
      'threads.get': () => thread('a'),
    });
    const { user } = openWindow(bridge);
    await user.click(await picker('Built-in analyst'));
    await user.click(await screen.findByRole('option', { name: /gpt-6-luna/ }));
    await picker('gpt-6-luna');
    const given = english.connection.boundaryGiven.schema({ place: 'OpenAI', local: false });
    await user.click(await screen.findByRole('button', { name: `Data: ${given}` }));
    await user.click(await screen.findByRole('menuitemradio', { name: /^Everything/ }));
    await user.type(screen.getByLabelText('Your question'), 'How much?{Enter}');
    await waitFor(() =>
      expect(bridge.inputsOf('runs.start')).toEqual([
        expect.objectContaining({ prompt: 'How much?', answerer: LUNA.answerer, boundary: 'everything' }),
      ]),
    );
  });

  it('is told when its maker is about to switch it off', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    openThread({
      'models.list': () => [connectedModel('gpt-6-luna', { abilities: { ...LUNA.abilities, shutdownDate: soon } })],
    });
    expect(await screen.findByText(/^gpt-6-luna: switched off by its maker on/)).toBeTruthy();
  });

  it('is told when the model that was chosen is gone', async () => {
    const choices = choicesOf(threadId('a'));
    openThread({ 'threads.choices': () => ({ ...choices, model: { ...choices.model, there: false } }) });
    expect(await screen.findByText(/^gpt-6-luna is not connected any more/)).toBeTruthy();
  });

  it('follows a change made elsewhere', async () => {
    const { bridge } = openThread();
    await picker('gpt-6-luna');
    const model: ThreadChoices['model'] = { ...choicesOf(null).model, name: 'qwen3:8b', local: true };
    act(() => bridge.emit({ name: 'threads.choicesChanged', data: choicesOf(threadId('a'), { model }) }));
    await picker('qwen3:8b');
    expect(await screen.findByRole('button', { name: 'Data: Nothing leaves this computer' })).toBeTruthy();
  });
});

describe('how much of the data goes out', () => {
  it.each(['schema', 'results', 'everything'] as const)('is said in words for %s', async (value) => {
    openThread({ 'threads.choices': () => choicesOf(threadId('a'), { boundary: { value, chosen: false } }) });
    const given = english.connection.boundaryGiven[value]({ place: 'OpenAI', local: false });
    expect(await screen.findByRole('button', { name: `Data: ${given}` })).toBeTruthy();
  });

  it('is changed for the thread by the keyboard, and goes back to what the connection says', async () => {
    const { user, bridge } = openThread({
      'threads.setBoundary': ({ boundary }: { boundary: 'schema' | null }) =>
        choicesOf(threadId('a'), { boundary: { value: boundary ?? 'results', chosen: boundary !== null } }),
    });
    const given = await screen.findByRole('button', { name: /^Data: / });
    given.focus();
    await user.keyboard('{Enter}');
    (await screen.findByRole('menuitemradio', { name: /^Schema only/ })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Data: The schema goes to OpenAI, no rows' });
    await user.click(screen.getByRole('button', { name: /^Data: / }));
    await user.click(await screen.findByRole('menuitem', { name: 'As the connection says' }));
    await screen.findByRole('button', { name: 'Data: Schema and results go to OpenAI' });
    expect(bridge.inputsOf('threads.setBoundary').map((input) => (input as { boundary: string }).boundary)).toEqual([
      'schema',
      null,
    ]);
  });
});

describe('models in Settings', () => {
  const openSettings = (answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) => {
    const bridge = new FakeBridge({ 'models.list': () => [builtInModel, LUNA, SOL], ...answers });
    return { bridge, ...openWindow(bridge, '#/settings/models') };
  };

  it('sets who answers in new threads and who answers instead', async () => {
    let saved: Settings = defaultSettings;
    const { user, bridge } = openSettings({
      'settings.change': (input: Partial<Settings>) => {
        saved = { ...saved, ...input };
        return saved;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Model of new threads: Built-in analyst' }));
    await user.click(await screen.findByRole('option', { name: /gpt-6-luna/ }));
    await waitFor(() => expect(saved.models.default).toBe(LUNA.answerer));
    act(() => bridge.emit({ name: 'settings.changed', data: saved }));
    await screen.findByRole('button', { name: 'Model of new threads: gpt-6-luna' });
    await user.click(screen.getByRole('button', { name: 'Model that answers instead: Ask me first' }));
    await user.click(await screen.findByRole('option', { name: /Built-in analyst/ }));
    await waitFor(() => expect(saved.models).toMatchObject({ default: LUNA.answerer, fallback: answerer('built-in') }));
  });

  it('gives names that scripts ask for to models, and takes them back', async () => {
    let saved: Settings = defaultSettings;
    const { user, bridge } = openSettings({
      'settings.change': (input: Partial<Settings>) => {
        saved = { ...saved, ...input };
        return saved;
      },
    });
    await user.type(await screen.findByLabelText('Name that scripts ask for'), 'gpt-4o');
    await user.click(screen.getByRole('button', { name: 'Answers to the new name: Built-in analyst' }));
    await user.click(await screen.findByRole('option', { name: /gpt-6-luna/ }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(saved.models.aliases).toEqual([{ name: 'gpt-4o', answerer: LUNA.answerer }]));
    act(() => bridge.emit({ name: 'settings.changed', data: saved }));
    await user.click(await screen.findByRole('button', { name: 'Answers to gpt-4o: gpt-6-luna' }));
    await user.click(await screen.findByRole('option', { name: /Built-in analyst/ }));
    await waitFor(() => expect(saved.models.aliases).toEqual([{ name: 'gpt-4o', answerer: answerer('built-in') }]));
    act(() => bridge.emit({ name: 'settings.changed', data: saved }));
    await user.click(screen.getByRole('button', { name: 'Remove gpt-4o' }));
    await waitFor(() => expect(saved.models.aliases).toEqual([]));
  });

  it('takes a price of the analyst’s own', async () => {
    const { user, bridge } = openSettings({ 'models.edit': () => LUNA });
    await user.click(await screen.findByRole('button', { name: 'Change what is known of gpt-6-luna' }));
    const output = screen.getByLabelText<HTMLInputElement>('Out, $ for 1M tokens');
    await user.clear(output);
    expect(screen.getByText('In and out go together.')).toBeTruthy();
    await user.type(output, '0.75{Enter}');
    await waitFor(() => expect(bridge.inputsOf('models.edit')).toHaveLength(1));
    expect(bridge.inputsOf('models.edit')[0]).toMatchObject({
      answerer: LUNA.answerer,
      abilities: { price: { input: 0.1, cached: 0.01, output: 0.75 } },
    });
  });

  it('takes what else the analyst knows of a model, and nothing that was not touched', async () => {
    const { user, bridge } = openSettings({ 'models.edit': () => LUNA });
    await user.click(await screen.findByRole('button', { name: 'Change what is known of gpt-6-luna' }));
    await user.selectOptions(screen.getByLabelText('Sees pictures'), 'No');
    await user.selectOptions(screen.getByLabelText('Calls tools'), 'Yes');
    await user.clear(screen.getByLabelText('Answer at most, tokens'));
    await user.type(screen.getByLabelText('Answer at most, tokens'), '16000{Enter}');
    await waitFor(() => expect(bridge.inputsOf('models.edit')).toHaveLength(1));
    expect(bridge.inputsOf('models.edit')[0]).toEqual({
      answerer: LUNA.answerer,
      abilities: { vision: false, tools: true, outputTokens: 16_000 },
    });
  });

  it('takes which efforts a model has, and whether it calls in parallel and keeps to a schema', async () => {
    const { user, bridge } = openSettings({ 'models.edit': () => LUNA });
    await user.click(await screen.findByRole('button', { name: 'Change what is known of gpt-6-luna' }));
    const form = within(screen.getByRole('form', { name: 'What is known of gpt-6-luna' }));
    const efforts = within(form.getByRole('group', { name: english.ability.efforts() }));
    await user.click(efforts.getByRole('checkbox', { name: 'max' }));
    await user.click(efforts.getByRole('checkbox', { name: 'minimal' }));
    await user.selectOptions(form.getByLabelText(english.ability.parallelCalls()), english.ability.no());
    await user.selectOptions(form.getByLabelText(english.ability.structuredOutput()), english.ability.yes());
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.inputsOf('models.edit')).toHaveLength(1));
    expect(bridge.inputsOf('models.edit')[0]).toEqual({
      answerer: LUNA.answerer,
      abilities: { efforts: ['minimal', 'max'], parallelCalls: false, structuredOutput: true },
    });
  });

  it('goes back to what Assay knows of the efforts where none is ticked', async () => {
    const own = connectedModel('own', { abilities: { ...LUNA.abilities, efforts: ['low'] }, edited: ['efforts'] });
    const { user, bridge } = openSettings({ 'models.list': () => [builtInModel, own], 'models.edit': () => own });
    await user.click(await screen.findByRole('button', { name: 'Change what is known of own' }));
    await user.click(screen.getByRole('checkbox', { name: 'low' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.inputsOf('models.edit')).toHaveLength(1));
    expect(bridge.inputsOf('models.edit')[0]).toEqual({ answerer: own.answerer, abilities: { efforts: null } });
  });
});
