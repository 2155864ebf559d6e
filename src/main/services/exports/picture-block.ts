import type { PublicationChart } from '../../publishing';

const SHOWN_WIDTH = 720;

/** A picture that code drew as a document shows it: within its own size, and never wider than a chart. */
export function pictureBlock(png: Uint8Array, alt: string): PublicationChart {
  const { width, height } = sizeOf(png);
  const scale = Math.min(1, SHOWN_WIDTH / width);
  const shown = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return { type: 'chart', title: alt, svg: null, png, ...shown, alt, note: null };
}

/** As its head says: signature, then the first chunk with width and height. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const isPng = png.length > 24 && png[0] === 0x89 && png[1] === 0x50;
  if (!isPng) return { width: SHOWN_WIDTH, height: 480 };
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: Math.max(1, view.getUint32(16)), height: Math.max(1, view.getUint32(20)) };
}
