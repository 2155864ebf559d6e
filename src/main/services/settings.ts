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
  /** The best first; those of this process until a window has told. */
  #languages: readonly string[] = [Intl.DateTimeFormat().resolvedOptions().locale];

  constructor(options: SettingsOptions) {
    this.#options = options;
  }

  get(): SettingsShape {
    return this.#options.file.read();
  }

  languages(): readonly string[] {
    return this.#languages;
  }

  speak({ languages }: { languages: string[] }): SettingsShape {
    this.#languages = languages;
    return this.get();
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
