import { notifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EndpointState, LoggedRequest } from '../../../src/preload/contract';
import { AppError } from '../../../src/preload/contract/result';
import { closedEndpoint, FakeBridge, type RequestName } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
beforeEach(() => {
  notifications.clean();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
});

const opened: EndpointState = { ...closedEndpoint, on: true, open: true };
const request = (id: number, changes: Partial<LoggedRequest> = {}): LoggedRequest => ({
  id,
  at: 1_000 * id,
  method: 'GET',
  path: `/v1/threads/${id}`,
  status: 200,
  ms: 3,
  client: 'OpenAI/Python 1.51.0',
  ...changes,
});

async function openAccess(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge(answers);
  const view = openWindow(bridge, '#/settings/api-access');
  await screen.findByRole('switch', { name: /Let programs/ });
  return { bridge, ...view };
}

const rows = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => row.textContent ?? '');
const log = (bridge: FakeBridge, ...requests: LoggedRequest[]) =>
  act(async () => bridge.emit({ name: 'endpoint.requested', data: { requests } }));

describe('access for scripts', () => {
  it('is reached from Settings by the keyboard', async () => {
    const { user } = openWindow(new FakeBridge(), '#/settings');
    const nav = await screen.findByRole('navigation', { name: 'Settings' });
    const link = within(nav).getByRole('button', { name: 'API access' });
    link.focus();
    await user.keyboard('{Enter}');
    await screen.findByText('Closed. No program can connect.');
    expect(link.getAttribute('aria-current')).toBe('page');
  });

  it('is turned on and off by a switch that shows what is so, not what was wished', async () => {
    const { bridge, user } = await openAccess({
      'endpoint.open': () => opened,
      'endpoint.close': () => closedEndpoint,
    });
    await user.click(screen.getByRole('switch'));
    await screen.findByText(/^Open at 127\.0\.0\.1:7717/);
    await user.click(screen.getByRole('switch'));
    await screen.findByText('Closed. No program can connect.');
    await act(async () => bridge.emit({ name: 'endpoint.changed', data: opened }));
    await screen.findByText(/^Open at/);
    expect(bridge.asked.map((one) => one.name).filter((name) => /open|close/.test(name))).toEqual([
      'endpoint.open',
      'endpoint.close',
    ]);
  });

  it('says that the port is taken, and takes the free one at a press', async () => {
    const problem = { code: 'port_taken' as const, message: 'Port 7717 is used by another program.', freePort: 7_800 };
    const { bridge, user } = await openAccess({
      'endpoint.open': ({ port }: { port?: number }) => (port ? { ...opened, port } : { ...closedEndpoint, problem }),
    });
    await user.click(screen.getByRole('switch'));
    await screen.findByText(problem.message);
    expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Use port 7800' }));
    await waitFor(() => expect(screen.queryByText(problem.message)).toBeNull());
    expect(bridge.inputsOf('endpoint.open')).toEqual([{}, { port: 7_800 }]);
  });

  it('says what to do when no keychain answers', async () => {
    const problem = {
      code: 'keychain_unavailable' as const,
      message: 'No keychain answers. Unlock it.',
      freePort: null,
    };
    const { user } = await openAccess({ 'endpoint.open': () => ({ ...closedEndpoint, problem }) });
    await user.click(screen.getByRole('switch'));
    expect(await screen.findByText(problem.message)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('has the key handed over by a page of the shell’s own, which it opens and leads to', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { user, bridge } = await openAccess({ 'endpoint.copyKey': () => ({ confirmAt: '/key/1' }) });
    await user.click(screen.getByRole('button', { name: 'Copy key' }));
    const link = await screen.findByRole('link', { name: 'open it here' });
    expect(link.getAttribute('href')).toBe('/key/1');
    expect(open).toHaveBeenCalledWith('/key/1', '_blank', expect.stringContaining('noopener'));
    expect(screen.queryByText('Copied')).toBeNull();
    bridge.answer('endpoint.copyKey', () => {
      throw new AppError('keychain_unavailable', 'The keychain did not answer. Unlock it.');
    });
    await user.click(screen.getByRole('button', { name: 'Copy key' }));
    await screen.findByText('The keychain did not answer. Unlock it.');
  });

  it('says that the key is copied where Assay has put it on the clipboard itself', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { user } = await openAccess({ 'endpoint.copyKey': () => ({ confirmAt: null }) });
    await user.click(screen.getByRole('button', { name: 'Copy key' }));
    await screen.findByText('Copied');
    expect(open).not.toHaveBeenCalled();
  });

  it('makes a new key only when asked twice', async () => {
    const { bridge, user } = await openAccess({ 'endpoint.rotateKey': () => ({}) });
    await user.click(screen.getByRole('button', { name: 'New key…' }));
    await user.click(await screen.findByRole('button', { name: 'Keep this one' }));
    expect(bridge.inputsOf('endpoint.rotateKey')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'New key…' }));
    await user.click(await screen.findByRole('button', { name: 'Make a new key' }));
    await screen.findByText(/There is a new key/);
    expect(bridge.inputsOf('endpoint.rotateKey')).toHaveLength(1);
  });

  it('does not claim a new key when none could be made', async () => {
    const { user } = await openAccess({
      'endpoint.rotateKey': () => {
        throw new AppError('keychain_unavailable', 'The keychain did not answer. Unlock it.');
      },
    });
    await user.click(screen.getByRole('button', { name: 'New key…' }));
    await user.click(await screen.findByRole('button', { name: 'Make a new key' }));
    await screen.findByText('The keychain did not answer. Unlock it.');
    expect(screen.queryByText(/There is a new key/)).toBeNull();
  });

  it('saves numbers that can be, on Enter, and takes others back', async () => {
    const change = (input: Partial<EndpointState>) => ({ ...closedEndpoint, ...input });
    const { bridge, user } = await openAccess({ 'endpoint.change': change });
    const port = screen.getByLabelText<HTMLInputElement>('Port');
    await user.clear(port);
    await user.type(port, '80{Enter}');
    await screen.findByText('From 1024 to 65535');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(port.value).toBe('7717'));
    await user.clear(port);
    await user.type(port, '8123{Enter}');
    const limit = screen.getByLabelText<HTMLInputElement>('Requests a minute');
    await user.clear(limit);
    await user.type(limit, '600');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.inputsOf('endpoint.change')).toEqual([{ port: 8_123 }, { requestsPerMinute: 600 }]),
    );
  });

  it('shows an example for each language, with the address and without a key', async () => {
    const { user } = await openAccess();
    const first = screen.getByRole('tab', { name: 'Python' });
    await user.click(first);
    for (const name of ['Python', 'Node', 'curl', 'Any script']) {
      expect(screen.getByRole('tab', { name }).getAttribute('aria-selected')).toBe('true');
      const code = screen.getByRole('tabpanel').textContent ?? '';
      expect(code).toContain('http://127.0.0.1:7717/v1');
      expect(code).toContain('OPENAI_API_KEY');
      await user.click(screen.getByRole('button', { name: `Copy the ${name} example` }));
      expect(code).toContain(await navigator.clipboard.readText());
      act(() => screen.getByRole('tab', { name }).focus());
      await user.keyboard('{ArrowRight}');
    }
    expect(first.getAttribute('aria-selected')).toBe('true');
  });
});

describe('the requests of scripts', () => {
  it('say what to do while there are none', async () => {
    const { bridge } = await openAccess();
    await screen.findByText(/Turn access on/);
    await act(async () => bridge.emit({ name: 'endpoint.changed', data: opened }));
    expect(await screen.findByText(/Run one of the examples above/)).toBeTruthy();
  });

  it('come in live, newest first, each once', async () => {
    const { bridge } = await openAccess({ 'endpoint.requests': () => [request(1)] });
    await waitFor(() => expect(rows()).toHaveLength(1));
    await log(bridge, request(2, { status: null, ms: null }));
    await waitFor(() => expect(rows()[0]).toMatch(/threads\/2Waiting/));
    await log(bridge, request(2, { status: 429, ms: 12 }), request(3, { status: null, ms: 5 }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(rows()[0]).toContain('/v1/threads/3Left');
    expect(rows()[1]).toMatch(/GET\/v1\/threads\/242912 msOpenAI\/Python 1\.51\.0$/);
  });

  it('are narrowed to errors, and cleared', async () => {
    const kept = [
      request(4, { status: 401 }),
      request(3),
      request(2, { status: 500 }),
      request(1, { status: null, ms: null }),
    ];
    const { user, bridge } = await openAccess({
      'endpoint.requests': () => kept,
      'endpoint.clearRequests': () => ({}),
    });
    await user.click(await screen.findByText('Errors (2)'));
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    await screen.findByText(/No requests yet/);
    expect(bridge.inputsOf('endpoint.clearRequests')).toHaveLength(1);
  });

  it('are at most five hundred, of which only those in view are in the page', async () => {
    const { bridge } = await openAccess({ 'endpoint.requests': () => [] });
    await log(bridge, ...Array.from({ length: 700 }, (_, n) => request(n + 1)));
    const table = await screen.findByRole('table');
    expect(table.getAttribute('aria-rowcount')).toBe('501');
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]).toContain('/v1/threads/700');
  });

  it('wait above while an older one is being read', async () => {
    const { bridge, user } = await openAccess({ 'endpoint.requests': () => [request(2), request(1)] });
    const scroller = await screen.findByRole('region', { name: 'The last requests, newest first' });
    scroller.scrollTop = 200;
    await act(async () => void scroller.dispatchEvent(new Event('scroll', { bubbles: true })));
    await log(bridge, request(3));
    const jump = await screen.findByRole('button', { name: '1 new request' });
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('3');
    await user.click(jump);
    await act(async () => void scroller.dispatchEvent(new Event('scroll', { bubbles: true })));
    await waitFor(() => expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('4'));
  });

  it('show hostile paths and programs as text', async () => {
    const path = '/v1/<img src=x onerror=alert(1)>';
    const { container } = await openAccess({ 'endpoint.requests': () => [request(1, { path, client: '<b>x</b>' })] });
    await screen.findByText(path);
    await screen.findByText('<b>x</b>');
    expect(container.querySelector('img, td b')).toBeNull();
  });
});
