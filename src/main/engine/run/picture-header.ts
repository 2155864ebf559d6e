import type { Picture } from '../ports';

export interface PictureHeader {
  mediaType: Picture['mediaType'];
  /** Pixels. */
  width: number;
  height: number;
}

/** What a picture is by its first bytes, whatever its name says; null for any other file, and for one that is cut short. */
export function pictureHeader(content: Buffer): PictureHeader | null {
  try {
    const header = png(content) ?? gif(content) ?? webp(content) ?? jpeg(content);
    return header && header.width > 0 && header.height > 0 ? header : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const ascii = (content: Buffer, start: number, end: number): string => content.toString('latin1', start, end);

function png(content: Buffer): PictureHeader | null {
  if (ascii(content, 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  return { mediaType: 'image/png', width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

function gif(content: Buffer): PictureHeader | null {
  if (!/^GIF8[79]a$/.test(ascii(content, 0, 6))) return null;
  return { mediaType: 'image/gif', width: content.readUInt16LE(6), height: content.readUInt16LE(8) };
}

function webp(content: Buffer): PictureHeader | null {
  if (ascii(content, 0, 4) !== 'RIFF' || ascii(content, 8, 12) !== 'WEBP') return null;
  const mediaType = 'image/webp';
  switch (ascii(content, 12, 16)) {
    case 'VP8 ':
      return { mediaType, width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = content.readUInt32LE(21);
      return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { mediaType, width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** Start-of-frame markers hold the size; these of the same range are something else. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

function jpeg(content: Buffer): PictureHeader | null {
  if (content.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; ; ) {
    if (content.readUInt8(at) !== 0xff) return null;
    const marker = content.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker))
      return { mediaType: 'image/jpeg', width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5) };
    at += 2 + content.readUInt16BE(at + 2);
  }
}
