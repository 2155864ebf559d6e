import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type KeySources, serveKey } from '../../../src/main/shells/headless/serve-key';
import { needs, POSIX } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

const OWN = 'a-key-of-my-own-choice';

async function keyFrom(sources: Partial<KeySources>) {
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(text);
  const key = await serveKey({ keyFile: null, fromEnvironment: undefined, kept: async () => null, warn, ...sources });
  return { key, warnings };
}

it('the key of a file is the same at each start, and made at the first', async () => {
  const keyFile = join(tempFolder(), 'key');
  const first = await keyFrom({ keyFile });
  expect(first.key).toMatch(/^assay-[\w-]{32}$/);
  expect(await keyFrom({ keyFile })).toEqual(first);
  expect(readFileSync(keyFile, 'utf8').trim()).toBe(first.key);
  if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);
});

it('the file counts before the environment, that before the keychain, and without any of them each start has a new key', async () => {
  const keyFile = join(tempFolder(), 'key');
  writeFileSync(keyFile, `${OWN}\r\n`, { mode: 0o600 });
  const others = { fromEnvironment: 'the-key-of-the-environment', kept: async () => 'the-key-of-the-keychain' };
  expect((await keyFrom({ ...others, keyFile })).key).toBe(OWN);
  expect((await keyFrom(others)).key).toBe(others.fromEnvironment);
  expect((await keyFrom({ ...others, fromEnvironment: '' })).key).toBe('the-key-of-the-keychain');
  expect((await keyFrom({})).key).not.toBe((await keyFrom({})).key);
});

it.each(['', 'short', 'with a space in it', 'on one line\nand another', 'ümlaut-ümlaut-ümlaut'])(
  'refuses %j as a key',
  async (key) => {
    const keyFile = join(tempFolder(), 'key');
    writeFileSync(keyFile, key);
    await expect(keyFrom({ keyFile })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(keyFile),
    });
    if (key !== '')
      await expect(keyFrom({ fromEnvironment: key })).rejects.toMatchObject({
        message: expect.stringContaining('ASSAY_API_KEY'),
      });
  },
);

it('says which file it cannot use', async () => {
  for (const keyFile of [join(tempFolder(), 'nowhere', 'key'), tempFolder()])
    await expect(keyFrom({ keyFile })).rejects.toMatchObject({ message: expect.stringContaining(keyFile) });
});

it('warns of a key that other users may read, and takes it', needs(POSIX), async () => {
  const keyFile = join(tempFolder(), 'key');
  writeFileSync(keyFile, OWN);
  chmodSync(keyFile, 0o644);
  expect(await keyFrom({ keyFile })).toEqual({ key: OWN, warnings: [expect.stringContaining('chmod 600')] });
});
