import { type RefObject, useEffect, useState } from 'react';
import { missingSigns, textsIn } from '../../ui/chart';

/** Signs of the drawing within for which this window has no font; each is drawn as a box. */
export function useMissingSigns(frame: RefObject<HTMLElement | null>, isDrawn: boolean, drawing: unknown): string {
  const [signs, setSigns] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for anew in each drawing
  useEffect(() => {
    if (!isDrawn) return;
    // Axes lay themselves out in effects that follow.
    const timer = setTimeout(() => frame.current && setSigns(missingSigns(textsIn(frame.current), hasSign)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [frame, isDrawn, drawing]);
  return signs;
}

const AFTER_MS = 200;
/** Of the letters and digits that Inter has nothing needs to be looked at. */
const PLAIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\u0020-\u007e\u2010-\u2027]/u;
/** No font has a sign for it: for private use, in the last plane. */
const NOBODYS = '\u{10fffd}';
const SIZE = 24;
const known = new Map<string, boolean>();

/** Drawn like a character that nobody has, a sign is a box. */
function hasSign(sign: string): boolean {
  if (PLAIN.test(sign)) return true;
  const kept = known.get(sign);
  if (kept !== undefined) return kept;
  const [drawn, box] = [pixelsOf(sign), pixelsOf(NOBODYS)];
  const has = drawn === null || box === null || drawn !== box;
  known.set(sign, has);
  return has;
}

let canvas: CanvasRenderingContext2D | null | undefined;

function pixelsOf(sign: string): string | null {
  canvas ??= createCanvas();
  if (!canvas) return null;
  canvas.clearRect(0, 0, SIZE * 2, SIZE * 2);
  canvas.fillText(sign, 4, SIZE * 1.4);
  return canvas.getImageData(0, 0, SIZE * 2, SIZE * 2).data.join();
}

function createCanvas(): CanvasRenderingContext2D | null {
  const element = document.createElement('canvas');
  element.width = element.height = SIZE * 2;
  const context = element.getContext?.('2d', { willReadFrequently: true }) ?? null;
  if (context) context.font = `${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return context;
}
