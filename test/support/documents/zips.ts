import { constants, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** As it lies in the archive. */
  packed: Uint8Array;
  method?: number;
  /** What the archive says it unpacks to, whether or not that is so. */
  says?: number | bigint;
  flags?: number;
  /** Lies where the entry of that name lies, so that the same bytes are many files. */
  at?: string;
}

/** Megabytes of the same, deflated: a thousandth of what they unpack to. One of them is, and the others are copies. */
export function deflated(
  megabytes: number,
  fill: string | number = 0,
  { head = '', tail = '' }: { head?: string; tail?: string } = {},
): Buffer {
  const part = (bytes: Buffer) => deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const middle = part(Buffer.alloc(1024 ** 2, fill));
  return Buffer.concat([
    part(Buffer.from(head)),
    ...Array<Buffer>(megabytes).fill(middle),
    deflateRawSync(Buffer.from(tail)),
  ]);
}

/** As gzip, whose sum is wrong: whoever reads as far as that has unpacked it all. */
export const gzipBomb = (megabytes: number, fill: string | number): Buffer =>
  Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]), deflated(megabytes, fill), Buffer.alloc(8)]);

const NOTHING = deflateRawSync('');

/** An entry as honest programs write it. */
export const honest = (name: string, text: string): ZipEntry => ({
  name,
  packed: text === '' ? NOTHING : deflateRawSync(Buffer.from(text)),
  says: Buffer.byteLength(text),
});

/** An archive that says of itself whatever it is told to say. Sizes that need 64 bits are written in the way for those. */
export function zipOf(entries: readonly ZipEntry[], { zip64 = false, count = entries.length } = {}): Buffer {
  const parts: Buffer[] = [];
  const offsets = new Map<string, number>();
  let length = 0;
  const push = (...buffers: Buffer[]) => {
    for (const buffer of buffers) {
      parts.push(buffer);
      length += buffer.length;
    }
  };
  for (const entry of entries) {
    if (entry.at !== undefined) continue;
    offsets.set(entry.name, length);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    writeCommon(head, 4, entry);
    push(head, Buffer.from(entry.name), Buffer.from(entry.packed));
  }
  const start = length;
  for (const entry of entries) {
    const at = offsets.get(entry.at ?? entry.name) ?? 0;
    const extra = zip64 ? wide(entry, at) : Buffer.alloc(0);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    writeCommon(head, 6, entry);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE(zip64 ? 0xffffffff : at, 42);
    if (zip64) {
      head.writeUInt32LE(0xffffffff, 20);
      head.writeUInt32LE(0xffffffff, 24);
    }
    push(head, Buffer.from(entry.name), extra);
  }
  const size = length - start;
  if (zip64) push(end64(count, size, start), locator64(length));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : Math.min(count, 0xffff), 8);
  end.writeUInt16LE(zip64 ? 0xffff : Math.min(count, 0xffff), 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : start, 16);
  push(end);
  return Buffer.concat(parts);
}

function writeCommon(head: Buffer, at: number, entry: ZipEntry): void {
  const { name, packed, method = 8, says = 0, flags = 0 } = entry;
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(flags, at + 2);
  head.writeUInt16LE(method, at + 4);
  head.writeUInt32LE(packed.length, at + 14);
  head.writeUInt32LE(Number(BigInt(says) & 0xffffffffn), at + 18);
  head.writeUInt16LE(Buffer.byteLength(name), at + 22);
}

function wide({ packed, says = 0 }: ZipEntry, at: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(says), 4);
  extra.writeBigUInt64LE(BigInt(packed.length), 12);
  extra.writeBigUInt64LE(BigInt(at), 20);
  return extra;
}

function end64(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  return end;
}

function locator64(at: number): Buffer {
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  return locator;
}
