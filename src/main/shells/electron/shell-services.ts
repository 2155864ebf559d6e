import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, clipboard, dialog, shell } from 'electron';
import type { Saved } from '#contract';

/** Saving through the system's dialog, and showing folders in its file browser. */
export const shellServices = {
  async save(file: { name: string; type: string } & ({ bytes: Uint8Array } | { path: string })): Promise<Saved> {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: join(app.getPath('downloads'), file.name),
    });
    if (canceled || !filePath) return { kind: 'cancelled' };
    const partial = `${filePath}.partial`;
    try {
      await ('path' in file ? copyFile(file.path, partial) : writeFile(partial, file.bytes));
      await rename(partial, filePath);
    } finally {
      await rm(partial, { force: true });
    }
    return { kind: 'saved', name: basename(filePath) };
  },
  async showFolder(path: string): Promise<boolean> {
    return (await shell.openPath(path)) === '';
  },
  async handOverKey(key: string): Promise<null> {
    clipboard.writeText(key);
    return null;
  },
};
