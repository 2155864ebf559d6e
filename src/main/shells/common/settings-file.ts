import Conf from 'conf';
import type { Settings } from '#contract';
import { defaultSettings, Settings as SettingsSchema } from '#contract/settings';

/** Settings in `config.json` of the data folder, written by rename; what is missing or damaged reads as the default. */
export function openSettings(folder: string) {
  const store = new Conf<{ settings: unknown }>({
    cwd: folder,
    configName: 'config',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  });
  return settingsOver({ get: () => store.get('settings'), set: (value) => store.set('settings', value) });
}

/** The same over any key-value store, such as the one Electron's shell uses. */
export function settingsOver(store: { get(): unknown; set(value: Settings): void }) {
  return {
    read: (): Settings => SettingsSchema.catch(defaultSettings).parse({ ...defaultSettings, ...asObject(store.get()) }),
    write: (settings: Settings): void => store.set(settings),
  };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
