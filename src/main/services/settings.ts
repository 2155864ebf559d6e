import type { AppInfo, Settings as SettingsShape } from '#contract';
import type { Emit } from './hub';
import type { SettingsFile, ShellServices } from './ports';

export interface SettingsOptions {
  file: SettingsFile;
  shell: ShellServices;
  about: () => Promise<AppInfo>;
  dataFolder: string;
  emit: Emit;
}

/** What the analyst has chosen about the app itself. */
export class AppSettings {
  readonly #options: SettingsOptions;

  constructor(options: SettingsOptions) {
    this.#options = options;
  }

  get(): SettingsShape {
    return this.#options.file.read();
  }

  change(input: { [K in keyof SettingsShape]?: SettingsShape[K] | undefined }): SettingsShape {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const settings = { ...this.get(), ...given };
    this.#options.file.write(settings);
    this.#options.emit({ name: 'settings.changed', data: settings });
    return settings;
  }

  about(): Promise<AppInfo> {
    return this.#options.about();
  }

  async openDataFolder(): Promise<{ shown: boolean }> {
    return { shown: await this.#options.shell.showFolder(this.#options.dataFolder) };
  }
}
