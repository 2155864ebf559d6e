import Store from 'electron-store';
import { settingsOver } from '../common/settings-file';

/** The same `config.json` in the data folder that the other shells use. */
export function openElectronSettings(folder: string) {
  const store = new Store<{ settings: unknown }>({
    cwd: folder,
    name: 'config',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  });
  return settingsOver({ get: () => store.get('settings'), set: (value) => store.set('settings', value) });
}
