import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/preload/contract';
import { AppError } from '../../../src/preload/contract/result';
import { english } from '../../../src/preload/words';
import { connectedModel, connection, preset, verification } from '../../support/connections';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const PRESETS = [
  preset('openai', { name: 'OpenAI', api: 'responses', keyPrefixes: ['sk-'] }),
  preset('openrouter', { name: 'OpenRouter', keyPrefixes: ['sk-or-'] }),
  preset('azure', { name: 'Azure OpenAI', baseUrl: 'https://{resource}.example/openai/v1' }),
  preset('ollama', { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', keyNeeded: false, local: true }),
];

function open(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({ 'connections.presets': () => PRESETS, ...answers });
  return { bridge, ...openWindow(bridge, '#/settings/connections') };
}

const keyField = () => screen.findByLabelText<HTMLInputElement>('Key');
const card = async (name: string) => within(await screen.findByRole('listitem', { name }));

describe('connecting a model', () => {
  it('takes a pasted key, tries it and lists the models', async () => {
    const { user, bridge } = open({
      'connections.create': () => connection('1', { verification: null }),
      'connections.verify': () => connection('1'),
    });
    await keyField();
    bridge.answer('models.list', () => [connectedModel('gpt-6-luna'), connectedModel('gpt-6-sol')]);
    await user.type(await keyField(), 'sk-abc{Enter}');
    const added = await card('OpenAI');
    await added.findByText(/^2 models · answered in 240 ms/);
    await added.findByText(english.connection.keyState.keychain());
    await added.findByText('gpt-6-sol');
    expect(bridge.inputsOf('connections.create')).toEqual([
      expect.objectContaining({ preset: 'openai', api: 'responses', key: 'sk-abc', allowHttp: false }),
    ]);
    expect(bridge.inputsOf('connections.verify')).toEqual([{ connectionId: 'con_1', probe: false }]);
    expect(document.activeElement).toBe(screen.getByRole('listitem', { name: 'OpenAI' }));
  });

  it('tells by the key whose it is', async () => {
    const { user } = open();
    await user.type(await keyField(), 'sk-or-abc');
    expect(screen.getByLabelText<HTMLSelectElement>('Server').value).toBe('openrouter');
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe('https://api.openrouter.example/v1');
  });

  it('leaves a server that was named by its address as it is, whoever has made the key', async () => {
    const { user } = open();
    await user.selectOptions(await screen.findByLabelText('Server'), 'other');
    const address = screen.getByLabelText<HTMLInputElement>('Address');
    await user.type(address, 'https://gateway.example/v1');
    await user.type(screen.getByLabelText('Key, if it needs one'), 'sk-or-abc');
    expect(screen.getByLabelText<HTMLSelectElement>('Server').value).toBe('other');
    expect(address.value).toBe('https://gateway.example/v1');
  });

  it('says what is to be filled in, and does not connect before', async () => {
    const { user, bridge } = open();
    await user.selectOptions(await screen.findByLabelText('Server'), 'azure');
    await user.type(await keyField(), 'abc');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Connect' });
    expect(button.disabled).toBe(true);
    const address = screen.getByLabelText<HTMLInputElement>('Address');
    expect(address.getAttribute('aria-invalid')).toBe('true');
    await user.clear(address);
    await user.type(address, 'https://mine.example/openai/v1');
    expect(button.disabled).toBe(false);
    expect(bridge.inputsOf('connections.create')).toEqual([]);
  });

  it('needs a yes for plain http to another computer, and none on this one', async () => {
    const { user, bridge } = open({
      'connections.create': () => connection('1'),
      'connections.verify': () => connection('1'),
    });
    await user.selectOptions(await screen.findByLabelText('Server'), 'ollama');
    expect(screen.queryByRole('checkbox')).toBeNull();
    const address = screen.getByLabelText<HTMLInputElement>('Address');
    await user.clear(address);
    await user.type(address, 'http://192.168.1.4:11434/v1');
    await user.click(screen.getByRole('checkbox', { name: /Allow plain http/ }));
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() =>
      expect(bridge.inputsOf('connections.create')).toEqual([
        expect.objectContaining({ baseUrl: 'http://192.168.1.4:11434/v1', allowHttp: true }),
      ]),
    );
  });

  it('keeps a form that was refused, to be mended', async () => {
    const { user } = open({
      'connections.create': () => {
        throw new AppError('invalid_input', 'That address is never spoken to.');
      },
    });
    await user.type(await keyField(), 'sk-abc{Enter}');
    await screen.findByText('That address is never spoken to.');
    expect((await keyField()).value).toBe('sk-abc');
  });

  it('finds servers on this computer when asked, and not before', async () => {
    const { user, bridge } = open({
      'connections.discover': () => [
        {
          preset: 'ollama',
          name: 'Ollama',
          baseUrl: 'http://127.0.0.1:11434/v1',
          models: ['qwen3:8b'],
          connectionId: null,
        },
      ],
      'connections.create': () => connection('2', { name: 'Ollama', local: true }),
      'connections.verify': () =>
        connection('2', { name: 'Ollama', local: true, keyState: { where: 'none', detail: null } }),
    });
    const look = await screen.findByRole('button', { name: 'Look for local servers' });
    expect(bridge.inputsOf('connections.discover')).toEqual([]);
    await user.click(look);
    await screen.findByText('1 model: qwen3:8b');
    await user.click(screen.getByRole('button', { name: 'Connect Ollama' }));
    await (await card('Ollama')).findByText(english.connection.keyState.none());
  });
});

describe('a connection', () => {
  const opened = (changes: Partial<Connection>, answers: Parameters<typeof open>[0] = {}) =>
    open({ 'connections.list': () => [connection('1', changes)], ...answers });

  it.each(['authentication', 'quota', 'unreachable', 'bad_endpoint'] as const)(
    'says what %s means and what to do',
    async (code) => {
      opened({ verification: verification({ models: null, problem: { code, message: null } }) });
      const shown = await card('OpenAI');
      await shown.findByText(english.connection.problem[code]({ place: 'OpenAI', local: false }));
      expect(shown.getByText(/Cannot be used now/)).toBeTruthy();
    },
  );

  it('takes another key where the one it has is refused, and tests it', async () => {
    const refused = verification({ models: null, problem: { code: 'authentication', message: 'Incorrect API key' } });
    const { user, bridge } = opened(
      { verification: refused },
      {
        'connections.rotateKey': () => connection('1', { verification: refused }),
        'connections.verify': () => connection('1'),
      },
    );
    const shown = await card('OpenAI');
    await user.click(await shown.findByRole('button', { name: 'Paste a new key' }));
    const field = shown.getByLabelText<HTMLInputElement>('New key for OpenAI');
    expect(document.activeElement).toBe(field);
    expect(field.type).toBe('password');
    await user.type(field, 'sk-new{Enter}');
    await shown.findByText(/^2 models/);
    expect(shown.queryByLabelText('New key for OpenAI')).toBeNull();
    expect(bridge.inputsOf('connections.rotateKey')).toEqual([{ connectionId: 'con_1', key: 'sk-new' }]);
  });

  it.each(['session', 'missing', 'locked'] as const)('tells the truth about a key that is %s', async (where) => {
    opened({ keyState: { where, detail: 'The keychain did not answer. Unlock it.' } });
    const shown = await card('OpenAI');
    await shown.findByText(english.connection.keyState[where]());
    expect(await shown.findByText('The keychain did not answer. Unlock it.')).toBeTruthy();
  });

  it('changes how much of the data is given', async () => {
    const { user, bridge } = opened(
      {},
      {
        'connections.update': (input: Partial<Connection>) =>
          connection('1', { boundary: input.boundary ?? 'results' }),
      },
    );
    const shown = await card('OpenAI');
    await user.selectOptions(await shown.findByLabelText('Boundary'), 'schema');
    await shown.findByText(english.connection.boundaryMeaning.schema());
    expect(bridge.inputsOf('connections.update')).toEqual([{ connectionId: 'con_1', boundary: 'schema' }]);
  });

  it('shows what was learned of its models, and lets it be tried anew', async () => {
    const quirk = { model: 'gpt-6-luna', code: 'refuses', detail: 'temperature', learnedAt: 1 };
    const { user } = opened({ quirks: [quirk] }, { 'connections.forgetQuirks': () => connection('1') });
    const shown = await card('OpenAI');
    await shown.findByText(english.connection.quirk('refuses', 'temperature'));
    await user.click(shown.getByRole('button', { name: 'Forget and try anew' }));
    await waitFor(() => expect(shown.queryByText(/Learned about/)).toBeNull());
  });

  it('is removed after a question', async () => {
    const { user, bridge } = opened({}, { 'connections.remove': () => ({}) });
    await user.click(await screen.findByRole('button', { name: 'Remove OpenAI' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('listitem', { name: 'OpenAI' })).toBeNull());
    expect(bridge.inputsOf('connections.remove')).toEqual([{ connectionId: 'con_1' }]);
  });

  it('follows what is found out elsewhere', async () => {
    const { bridge } = opened({});
    const shown = await card('OpenAI');
    const problem = { code: 'quota' as const, message: null };
    const changed = connection('1', { verification: verification({ models: null, problem }) });
    act(() => bridge.emit({ name: 'connections.changed', data: changed }));
    expect(await shown.findByText(english.connection.problem.quota({ place: 'OpenAI', local: false }))).toBeTruthy();
  });
});

it('documents go to a server’s stores only once the analyst has agreed to it there', async () => {
  const { user, bridge } = open({
    'connections.list': () => [connection('1', { api: 'responses' })],
    'connections.update': () => connection('1', { api: 'responses', hostedSearch: true }),
  });
  const shown = await card(connection('1').name);
  await user.click(await shown.findByText(/^Data it is given/));
  const about = { place: connection('1').name, local: false };
  await user.click(await shown.findByRole('switch', { name: english.connection.agreesToSearch(about) }));
  await waitFor(() =>
    expect(bridge.inputsOf('connections.update')).toEqual([{ connectionId: 'con_1', hostedSearch: true }]),
  );
});
