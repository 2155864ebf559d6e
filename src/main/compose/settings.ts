import { join } from 'node:path';
import type { SettingsFile } from '../services/ports';
import { type Instance, makePrivate, storageError, syncFolder } from '../storage';

/** Files that the libraries of the shells write beside the databases. */
const FILES = ['config.json', 'window.json'];

/** The shell's settings, readable by this user only; what cannot be saved is told as the databases tell it. */
export function keptSettings(
  file: SettingsFile,
  { dataFolder, instance }: { dataFolder: string; instance: Instance },
): SettingsFile {
  for (const name of FILES) makePrivate(join(dataFolder, name));
  return {
    read: () => file.read(),
    write: (settings) => {
      instance.assertPresent();
      try {
        file.write(settings);
        syncFolder(dataFolder);
      } catch (error) {
        throw storageError(error);
      }
    },
  };
}
