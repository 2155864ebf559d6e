import { linkFile } from './linked-file';
import type { FileSystem } from './pyodide';

/** Where the harness looks for them. */
const FOLDER = '/assay/fonts';

/** Fonts of the system, for signs that matplotlib's own face lacks. One that cannot be opened is none. */
export function linkFonts(fs: FileSystem, paths: readonly string[]): void {
  fs.mkdirTree(FOLDER);
  for (const path of paths) {
    try {
      linkFile(fs, `${FOLDER}/${path.split(/[/\\]/).at(-1)}`, path);
    } catch {}
  }
}
