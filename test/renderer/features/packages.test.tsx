import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Interpreter, PackagesState } from '../../../src/preload/contract';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const state = (changes: Partial<PackagesState> = {}): PackagesState => ({
  packages: [
    { name: 'numpy', version: '2.4.3', installed: true, missing: [], damaged: [] },
    { name: 'pandas', version: '3.0.2', installed: false, missing: ['pandas', 'pytz'], damaged: [] },
    { name: 'scipy', version: '1.17.1', installed: false, missing: ['scipy'], damaged: [] },
  ],
  source: { kind: 'cdn', place: 'https://cdn.example/full/', chosen: false },
  download: null,
  problem: null,
  ...changes,
});
const download = { names: ['pandas'], doing: 'pytz', files: 1, allFiles: 2, bytes: 2_000_000, allBytes: 8_000_000 };

const interpreter = (path: string): Interpreter =>
  path.startsWith('/usr/bin')
    ? { path, version: '3.11.2', packages: [{ name: 'pandas', version: '1.5.3' }], problem: null }
    : { path, version: null, packages: [], problem: { code: 'not_python', message: 'This is no Python.' } };

function opened() {
  const bridge = new FakeBridge({
    'python.state': () => ({ chosen: null, problem: null }),
    'python.interpreters': () => ({ paths: ['/usr/bin/python3.11'] }),
    'python.inspect': ({ path }: { path: string }) => interpreter(path),
    'python.choose': ({ path }: { path: string | null }) => ({ chosen: path && interpreter(path), problem: null }),
    'packages.state': () => state(),
    'packages.plan': () => ({ files: ['pandas.whl', 'pytz.whl'], bytes: 8_000_000 }),
    'packages.download': () => state({ download }),
    'packages.stop': () => state(),
    'packages.setSource': ({ place }: { place: string }) => state({ source: { kind: 'folder', place, chosen: true } }),
  });
  return { bridge, ...openWindow(bridge, '#/settings/python-packages') };
}

describe('Python packages in Settings', () => {
  it('says which are here, and what a download fetches from where before it begins', async () => {
    const { bridge, user } = opened();
    const row = within(await screen.findByRole('row', { name: /^numpy/ }));
    expect(row.getByText('On this machine')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Download pandas' }));
    expect(await screen.findByText(/pandas: 2 files, 8 MB, from/)).toBeTruthy();
    expect(screen.getByText('cdn.example')).toBeTruthy();
    expect(bridge.inputsOf('packages.download')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(bridge.inputsOf('packages.download')).toEqual([{ names: ['pandas'] }]);
  });

  it('says which are damaged, and offers to download them again', async () => {
    const { bridge, user } = opened();
    await screen.findByRole('row', { name: /^numpy/ });
    const packages = [{ name: 'numpy', version: '2.4.3', installed: false, missing: ['numpy'], damaged: ['numpy'] }];
    act(() => bridge.emit({ name: 'packages.changed', data: state({ packages }) }));
    await screen.findByText('Damaged');
    await user.click(screen.getByRole('button', { name: 'Download numpy again' }));
    expect(bridge.inputsOf('packages.plan')).toEqual([{ names: ['numpy'] }]);
  });

  it('shows how far a download is, stops it, and says why one failed', async () => {
    const { bridge, user } = opened();
    await screen.findByRole('row', { name: /^numpy/ });
    act(() => bridge.emit({ name: 'packages.changed', data: state({ download }) }));
    const bar = await screen.findByRole('progressbar', { name: 'Downloading packages' });
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText(/Downloading pytz · 1 of 2 files · 2 MB of 8 MB/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Download scipy' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(bridge.inputsOf('packages.stop')).toHaveLength(1);
    act(() =>
      bridge.emit({
        name: 'packages.changed',
        data: state({ problem: { code: 'unavailable', message: 'pandas could not be fetched.' } }),
      }),
    );
    expect(await screen.findByText('pandas could not be fetched.')).toBeTruthy();
  });

  it('takes files from a folder, and goes back', async () => {
    const { bridge, user } = opened();
    await user.type(await screen.findByLabelText('Address of a mirror, or a folder'), '/srv/wheels');
    await user.click(screen.getByRole('button', { name: 'Use' }));
    expect(await screen.findByText('/srv/wheels')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back to the first source' }));
    expect(bridge.inputsOf('packages.setSource')).toEqual([{ place: '/srv/wheels' }, { place: null }]);
  });

  it('keeps a source that was refused, to be mended', async () => {
    const { bridge, user } = opened();
    bridge.answer('packages.setSource', () => {
      throw new AppError('invalid_input', 'Give a folder by its whole path.');
    });
    const field = await screen.findByLabelText<HTMLInputElement>('Address of a mirror, or a folder');
    await user.type(field, 'wheels');
    await user.click(screen.getByRole('button', { name: 'Use' }));
    expect(await screen.findByText('Give a folder by its whole path.')).toBeTruthy();
    expect(field.value).toBe('wheels');
  });
});

describe('one’s own Python in Settings', () => {
  it('is looked at before it is used, says what it has, and can be given up again', async () => {
    const { bridge, user } = opened();
    await user.type(await screen.findByRole('combobox', { name: 'Path of a Python' }), '/usr/bin/python3.11');
    await user.click(screen.getByRole('button', { name: 'Look at it' }));
    expect(await screen.findByText(/Python 3.11.2, with pandas 1.5.3/)).toBeTruthy();
    expect(bridge.inputsOf('python.choose')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Use this Python' }));
    await user.click(await screen.findByRole('button', { name: 'Use none' }));
    expect(bridge.inputsOf('python.choose')).toEqual([{ path: '/usr/bin/python3.11' }, { path: null }]);
  });

  it('that cannot be used says why, and offers nothing', async () => {
    const { user } = opened();
    await user.type(await screen.findByRole('combobox', { name: 'Path of a Python' }), '/nowhere');
    await user.click(screen.getByRole('button', { name: 'Look at it' }));
    expect(await screen.findByText('This is no Python.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use this Python' })).toBeNull();
  });
});
