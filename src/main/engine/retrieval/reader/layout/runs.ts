import type { PageContent, TextItem, TextRun } from './types';

/** Turns that are told apart, in degrees: lines that lean less are level. */
const STEP = 15;
/** Pages with more were made to keep readers busy: their words are taken in the order in which they are drawn. */
export const RUNS_AT_MOST = 20_000;
/** Control characters are nobody's words. Each is one unit long, so that offsets hold. */
const CONTROL = /\p{Cc}/gu;
/** Signs as they are turned in writing from top to bottom. */
const TURNED = /[\ufe10-\ufe18\ufe31-\ufe44\ufe47\ufe48]/g;

/** The runs of a page by the turn of their lines, those with the most words first. */
export const runsByTurn = (content: PageContent): TextRun[][] => turnsOf(content).map(({ runs }) => runs);

/** The same with the turns, in degrees. */
export function turnsOf({
  items,
  drawnOver = [],
  verticalFonts,
  transform,
}: PageContent): { turn: number; runs: TextRun[] }[] {
  const turns = new Map<number, TextRun[]>();
  const isVertical = ({ fontName }: TextItem) => fontName !== undefined && verticalFonts?.has(fontName) === true;
  let hadSpace = false;
  const all = [...items.map((item, index) => ({ item, index })), ...drawnOver.map((item) => ({ item, index: null }))];
  for (const [order, { item, index }] of all.entries()) {
    const text = item.str.replaceAll(CONTROL, ' ').replaceAll(TURNED, (sign) => sign.normalize('NFKC'));
    const from = text.length - text.trimStart().length;
    if (from === text.length) {
      hadSpace ||= text !== '' || item.width > 0;
      continue;
    }
    const place = placeOf(item, transform, isVertical(item));
    if (place) {
      const { turn, ...box } = place;
      const run: TextRun = {
        ...box,
        item: index,
        text: text.trim(),
        from,
        order,
        spaceBefore: hadSpace || from > 0,
        isDropCap: false,
      };
      const known = turns.get(turn);
      if (known) known.push(run);
      else turns.set(turn, [run]);
    }
    hadSpace = text.length > text.trimEnd().length;
  }
  const letters = (runs: readonly TextRun[]) => runs.reduce((sum, { text }) => sum + text.length, 0);
  return [...turns].map(([turn, runs]) => ({ turn, runs })).toSorted((a, b) => letters(b.runs) - letters(a.runs));
}

/** Null for what has no place, as only damaged or hostile pages have it. */
function placeOf(item: TextItem, page: readonly number[], isVertical: boolean) {
  const [a, b, c, d, x, y] = multiply(page, item.transform);
  const size = Math.hypot(c, d);
  // Writing from top to bottom is read as if the page were turned.
  const angle = Math.atan2(b, a) + (isVertical ? Math.PI / 2 : 0);
  const turn = (Math.round((angle * 180) / Math.PI / STEP) * STEP + 360) % 360;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const scale = Math.hypot(page[0] ?? 1, page[1] ?? 0);
  const length = (isVertical ? Math.abs(item.height) : item.width) * scale;
  const left = x * cos + y * sin;
  const baseline = -x * sin + y * cos;
  if (![left, baseline, length, size].every(Number.isFinite) || size <= 0) return null;
  return { turn, left, right: left + Math.max(0, length), baseline, size };
}

type Matrix = [number, number, number, number, number, number];

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
