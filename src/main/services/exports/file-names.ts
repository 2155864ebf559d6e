import { fileNameFrom } from '../file-names';

/** Names for the files of an archive: such as every system takes, and each once, whatever letters are large. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** `folder/name`, or `folder/name (2).ext` where that is taken. */
  in(folder: string, name: string): string {
    const plain = fileNameFrom(name);
    const [, stem = plain, ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,8})?$/.exec(plain) ?? [];
    for (let n = 1; ; n += 1) {
      const place = `${folder === '' ? '' : `${folder}/`}${stem}${n === 1 ? '' : ` (${n})`}${ending}`;
      const key = place.normalize('NFC').toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return place;
    }
  }
}
