import { AppError } from '#contract/result';

const SERVICE = 'Assay';
/** A locked keychain may put a dialog on the screen; the analyst gets this long to answer it. */
const PATIENCE_MS = 60_000;

type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>;

/**
 * Keys in the keychain of the operating system, through keytar. There is no plaintext to fall back to: without a keychain
 * the calls reject with `keychain_unavailable` and what to do.
 */
export function osKeychain(load: () => Promise<Keytar> = loadKeytar, patienceMs = PATIENCE_MS) {
  const ask = async <T>(work: (keytar: Keytar) => Promise<T>): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs);
    });
    try {
      return await Promise.race([load().then(work), late]);
    } catch (error) {
      throw new AppError('keychain_unavailable', adviceFor(process.platform), {
        cause: error,
        reason: { code: process.platform === 'linux' ? 'keychain_linux' : 'keychain' },
      });
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    get: (name: string) => ask((keytar) => keytar.getPassword(SERVICE, name)),
    set: (name: string, value: string) => ask((keytar) => keytar.setPassword(SERVICE, name, value)),
    remove: (name: string) => ask(async (keytar) => void (await keytar.deletePassword(SERVICE, name))),
  };
}

async function loadKeytar(): Promise<Keytar> {
  const loaded = await import('keytar');
  return loaded.default ?? loaded;
}

function adviceFor(platform: NodeJS.Platform): string {
  if (platform === 'linux') {
    return 'No keychain answers. Install and unlock a Secret Service such as GNOME Keyring or KWallet (and libsecret-1-0), then try again. Keys are never kept anywhere else.';
  }
  return 'The keychain of this computer did not answer. Unlock it and try again. Keys are never kept anywhere else.';
}
