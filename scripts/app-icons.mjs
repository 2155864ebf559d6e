// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { root } from './built.mjs';

const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** What the picture of each size is called inside an `.icns` file. */
const MAC_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** Draws the window's icon in the form and the sizes each system wants. @param {string} folder */
export function writeIcons(folder) {
  const svg = readFileSync(join(root, 'src', 'renderer', 'icon.svg'), 'utf8');
  /** @param {number} size */
  const png = (size) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const size of LINUX_SIZES) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png(size));
  writeFileSync(join(folder, 'icon.ico'), ico(WINDOWS_SIZES.map((size) => ({ size, png: png(size) }))));
  writeFileSync(join(folder, 'icon.icns'), icns(MAC_TYPES.map(([type, size]) => ({ type, png: png(size) }))));
}

/** A header, an entry of 16 bytes for each picture, and the pictures. @param {{ size: number, png: Buffer }[]} pictures */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [i, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * i;
    // 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** Blocks of a name, a length that counts both, and a picture. @param {{ type: string, png: Buffer }[]} pictures */
function icns(pictures) {
  const blocks = pictures.map(({ type, png }) => block(type, png));
  return block('icns', Buffer.concat(blocks));
}

/** @param {string} name @param {Buffer} content */
function block(name, content) {
  const header = Buffer.alloc(8);
  header.write(name, 'latin1');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}
