import { randomUUID } from 'node:crypto';
import { constants, mkdirSync } from 'node:fs';
import { copyFile, link, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder, removeLeftovers } from './leftovers';

/** Deno reads nothing there, whatever it is allowed. */
const NEVER_READ = /^\/(dev|proc|sys)\//;

/**
 * Where this process makes the folders below: in `linksFolder`, else beside what is temporary. What processes that are gone
 * have left there goes.
 */
export function openLinksFolder(options: { linksFolder?: string | undefined; tempFolder: string }): string {
  const { linksFolder, tempFolder } = options;
  const shared = linksFolder === undefined || NEVER_READ.test(linksFolder) ? join(tempFolder, 'linked') : linksFolder;
  mkdirSync(shared, { recursive: true, mode: 0o700 });
  removeLeftovers(shared, /^(\d+)$/);
  return join(shared, String(process.pid));
}

/**
 * A folder of one sandbox, which it may read and nothing else: files appear there while it runs, without being copied,
 * as its permissions are settled when it starts.
 */
export class LinkedFiles {
  readonly folder: string;
  /** Versions of files that are there, and their names. */
  readonly #names = new Map<string, string>();

  /** @param parent on the disk of the files that will be linked: on another they have to be copied */
  constructor(parent: string) {
    this.folder = join(parent, randomUUID());
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /**
   * The name that a file has in the folder.
   * @throws as `stat` where it is gone
   */
  async add(path: string): Promise<string> {
    const { ino, size, mtimeMs } = await stat(path);
    const version = `${path} ${ino} ${size} ${mtimeMs}`;
    const known = this.#names.get(version);
    if (known !== undefined) return known;
    const name = `${this.#names.size + 1}`;
    const place = join(this.folder, name);
    // Some disks have no second name for a file; those that can share its bytes still do.
    await link(path, place).catch(() => copyFile(path, place, constants.COPYFILE_FICLONE));
    this.#names.set(version, name);
    return name;
  }

  remove(): void {
    removeFolder(this.folder);
  }
}
