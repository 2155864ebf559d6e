import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Keys } from '../../../src/main/services/keys';
import { osKeychain } from '../../../src/main/shells/common/keychain';
import { KEYRING, openKeyring } from '../../support/keyring';
import { needs } from '../../support/needs';

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
    expect((await keys.status({ name: 'serve' })).problem?.message).toMatch(/keychain/i);
    await expect(keys.set({ name: 'serve', value: 'secret-value-1' })).rejects.toMatchObject({
      code: 'keychain_unavailable',
    });
  });

  it('does not wait for ever when it asks the analyst and nobody answers', async () => {
    await expect(osKeychain(async () => hanging, 20).get('serve')).rejects.toMatchObject({
      code: 'keychain_unavailable',
    });
  });

  it('of GNOME keeps a key between processes', needs(KEYRING), async () => {
    const env = { PATH: process.env.PATH, ...(await openKeyring()) };
    const run = (code: string) =>
      spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', timeout: 20_000, env }).stdout;
    run(`require('keytar').setPassword('Assay', 'test', 'kept')`);
    expect(run(`require('keytar').getPassword('Assay', 'test').then((key) => process.stdout.write(String(key)))`)).toBe(
      'kept',
    );
  });
});
