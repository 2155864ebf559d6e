import { Deno } from './deno';
import { linkFile } from './linked-file';
import type { FileSystem } from './pyodide';

/** Where Python sees them. */
const FOLDER = '/assay/linked';

/** Files that the app puts into a folder of the machine while Python runs. */
export class LinkedFolder {
  readonly #fs: FileSystem;
  readonly #folder: string | null;
  readonly #known = new Set<string>();

  constructor(fs: FileSystem, folder: string | null) {
    this.#fs = fs;
    this.#folder = folder;
    fs.mkdirTree(FOLDER);
  }

  /** More may have been put there; none goes, and none changes. */
  refresh(): void {
    if (this.#folder === null) return;
    for (const { name, isFile } of Deno.readDirSync(this.#folder)) {
      if (!isFile || this.#known.has(name)) continue;
      this.#known.add(name);
      linkFile(this.#fs, `${FOLDER}/${name}`, `${this.#folder}/${name}`);
    }
  }
}
