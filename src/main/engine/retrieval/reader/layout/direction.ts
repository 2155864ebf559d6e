import type { Row, TextRun } from './types';

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a third of the letters or more are of a script that is written from right to left: names in others are long. */
export function isRightToLeft(runs: readonly Pick<TextRun, 'text'>[]): boolean {
  const rtl = runs.reduce((sum, { text }) => sum + count(text, RIGHT_TO_LEFT), 0);
  return rtl > 0 && rtl * 3 >= runs.reduce((sum, { text }) => sum + count(text, LETTER), 0);
}

/** The runs of a row in the order in which they are read. */
export function readingOrder({ segments }: Row): TextRun[] {
  const runs = segments.flatMap((segment) => segment.runs).toSorted((a, b) => a.left - b.left);
  if (!isRightToLeft(runs)) return runs;
  const order: TextRun[] = [];
  let foreign: TextRun[] = [];
  // Words of other scripts keep their own order within the line.
  for (const run of runs.toReversed()) {
    if (count(run.text, RIGHT_TO_LEFT) === 0 && count(run.text, LETTER) > 0) foreign.unshift(run);
    else {
      order.push(...foreign, run);
      foreign = [];
    }
  }
  return [...order, ...foreign];
}
