import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Keys } from '../../../src/main/services/keys';
import { osKeychain } from '../../../src/main/shells/common/keychain';

const kept = new Map<string, string>();
const working = {
  getPassword: async (_service: string, name: string) => kept.get(name) ?? null,
  setPassword: async (_service: string, name: string, value: string) => void kept.set(name, value),
  deletePassword: async (_service: string, name: string) => kept.delete(name),
};
const hanging = { ...working, getPassword: () => new Promise<string | null>(() => undefined) };
const missing = async () => {
  throw new Error('libsecret-1.so.0: cannot open shared object file');
};

describe('the keychain', () => {
  it('takes a key and tells only that it has one', async () => {
    const keys = new Keys(osKeychain(async () => working));
    const status = await keys.set({ name: 'serve', value: 'secret-value-1' });
    expect(status).toEqual({ name: 'serve', set: true, problem: null });
    expect(JSON.stringify(await keys.status({ name: 'serve' }))).not.toContain('secret');
    expect(await keys.remove({ name: 'serve' })).toMatchObject({ set: false });
  });

  it('says what to do when there is none, and keeps the key nowhere else', async () => {
    const keys = new Keys(osKeychain(missing));
    expect((await keys.status({ name: 'serve' })).problem).toMatch(/keychain/i);
    await expect(keys.set({ name: 'serve', value: 'secret-value-1' })).rejects.toMatchObject({
      code: 'keychain_unavailable',
    });
  });

  it('does not wait for ever when it asks the analyst and nobody answers', async () => {
    await expect(osKeychain(async () => hanging, 20).get('serve')).rejects.toMatchObject({
      code: 'keychain_unavailable',
    });
  });

  const canRun =
    process.platform === 'linux' &&
    ['dbus-run-session', 'gnome-keyring-daemon'].every((name) => existsSync(`/usr/bin/${name}`));
  it.skipIf(!canRun)('of GNOME keeps a key between processes, when it is installed', () => {
    const store = `require('keytar').setPassword('Assay','test','kept').then(()=>0)`;
    const read = `require('keytar').getPassword('Assay','test').then(v=>process.stdout.write(String(v)))`;
    const script = `printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "$NODE" -e "${store}"; "$NODE" -e "${read}"`;
    const home = spawnSync('mktemp', ['-d'], { encoding: 'utf8' }).stdout.trim();
    const done = spawnSync('dbus-run-session', ['--', 'sh', '-c', script], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { PATH: process.env.PATH, HOME: home, NODE: process.execPath, XDG_RUNTIME_DIR: home },
    });
    expect(done.stdout).toBe('kept');
  });
});
