import { readFileSync } from 'node:fs';

const CODE_POINTS = 0x110000;

/** Which characters fonts have signs for, as their files say (`cmap`, of TrueType, OpenType and collections of either). */
export class FontCoverage {
  readonly #bits = new Uint8Array(CODE_POINTS / 8);

  /** A file that cannot be read as a font adds nothing. */
  add(path: string): void {
    try {
      const file = readFileSync(path);
      const isCollection = file.toString('latin1', 0, 4) === 'ttcf';
      const count = isCollection ? file.readUInt32BE(8) : 1;
      for (let font = 0; font < Math.min(count, FONTS_AT_MOST); font += 1)
        this.#addFont(file, isCollection ? file.readUInt32BE(12 + font * 4) : 0);
    } catch {
      // Damaged, or gone since it was found.
    }
  }

  has(sign: string): boolean {
    const code = sign.codePointAt(0) ?? 0;
    return ((this.#bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
  }

  #addFont(file: Buffer, start: number): void {
    const tables = file.readUInt16BE(start + 4);
    for (let table = 0; table < tables; table += 1) {
      const at = start + 12 + table * 16;
      if (file.toString('latin1', at, at + 4) === 'cmap') this.#addMaps(file, file.readUInt32BE(at + 8));
    }
  }

  #addMaps(file: Buffer, cmap: number): void {
    const maps = file.readUInt16BE(cmap + 2);
    for (let map = 0; map < maps; map += 1) {
      const record = cmap + 4 + map * 8;
      const platform = file.readUInt16BE(record);
      const at = cmap + file.readUInt32BE(record + 4);
      // Unicode, and Windows but for its encoding of symbols.
      if (platform !== 0 && (platform !== 3 || file.readUInt16BE(record + 2) === 0)) continue;
      const format = file.readUInt16BE(at);
      if (format === 4) this.#addSegments(file, at);
      if (format === 12) this.#addGroups(file, at);
    }
  }

  #addSegments(file: Buffer, at: number): void {
    const double = file.readUInt16BE(at + 6);
    for (let segment = 0; segment < double; segment += 2) {
      const end = file.readUInt16BE(at + 14 + segment);
      const start = file.readUInt16BE(at + 16 + double + segment);
      const delta = file.readUInt16BE(at + 16 + double * 2 + segment);
      const place = at + 16 + double * 3 + segment;
      const offset = file.readUInt16BE(place);
      for (let code = start; code <= end && code < 0xffff; code += 1) {
        const known = offset === 0 ? code : file.readUInt16BE(place + offset + (code - start) * 2);
        if (known !== 0 && ((known + delta) & 0xffff) !== 0) this.#set(code);
      }
    }
  }

  #addGroups(file: Buffer, at: number): void {
    const groups = Math.min(file.readUInt32BE(at + 12), CODE_POINTS);
    for (let group = 0; group < groups; group += 1) {
      const record = at + 16 + group * 12;
      const [start, end] = [file.readUInt32BE(record), file.readUInt32BE(record + 4)];
      const first = file.readUInt32BE(record + 8) === 0 ? start + 1 : start;
      for (let code = first; code <= end && code < CODE_POINTS; code += 1) this.#set(code);
    }
  }

  #set(code: number): void {
    this.#bits[code >> 3] = (this.#bits[code >> 3] ?? 0) | (1 << (code & 7));
  }
}

/** Beyond, a collection was made to keep readers busy. */
const FONTS_AT_MOST = 64;
