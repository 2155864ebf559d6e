import { describe, expect, it } from 'vitest';
import { findLoosely } from '../../../../src/preload/contract/quotes';
import { canvasFor, piecesOf } from '../../../../src/renderer/features/documents/pdf';
import { covered } from '../../../../src/renderer/features/documents/use-lines';
import { excerptOf } from '../../../../src/renderer/features/runs/excerpt';

describe('words in a document', () => {
  it.each([
    ['Storks nest on\nthe  lighthouse.', 'nest on the lighthouse', 'nest on\nthe  lighthouse'],
    ['soft\u00adhyphens are not seen', 'softhyphens', 'soft\u00adhyphens'],
    ['😀 Storks 😀 nest', 'Storks 😀', 'Storks 😀'],
  ])('are found however the text is broken: %j', (text, words, found) => {
    const place = findLoosely(text, words);
    expect(text.slice(place?.start, place?.end)).toBe(found);
  });

  it.each([['other words'], [''], ['  ']])('are not found where they are not: %j', (words) => {
    expect(findLoosely('Storks nest.', words)).toBeNull();
  });

  it('are pointed out in each run of a page that holds some of them', () => {
    expect(
      piecesOf(['Gulls. Storks', '', 'nest on', 'the lighthouse. Terns'], 'Storks nest on the lighthouse.'),
    ).toEqual([
      { item: 0, from: 7, to: 13 },
      { item: 2, from: 0, to: 7 },
      { item: 3, from: 0, to: 15 },
    ]);
  });

  it('are pointed out in the lines that a place covers, and in no other', () => {
    const line = { number: 1, start: 10, text: 'Storks nest' };
    expect(covered(line, { start: 0, end: 16 })).toEqual({ from: 0, to: 6 });
    expect(covered(line, { start: 17, end: 90 })).toEqual({ from: 7, to: 11 });
    expect(covered(line, { start: 21, end: 30 })).toBeNull();
    expect(covered(line, null)).toBeNull();
  });
});

describe('the excerpt of a passage', () => {
  it('is where most of the words stand together, with the words set apart', () => {
    const passage = `A stork flew by. ${'Nothing happens here. '.repeat(30)}Storks nest on the lighthouse. ${'More. '.repeat(99)}`;
    const pieces = excerptOf(passage, ['stork', 'nest', 'lighthous']);
    expect(pieces.filter((one) => one.hit).map((one) => one.text)).toEqual(['Storks', 'nest', 'lighthouse']);
    expect(pieces[0]?.text).toBe('… ');
    expect(pieces.map((one) => one.text).join('').length).toBeLessThan(260);
  });

  it('is the beginning where none of the words is', () => {
    expect(excerptOf('Terns arrive in April.', ['stork'])).toEqual([{ text: 'Terns arrive in April.', hit: false }]);
  });
});

describe('a page', () => {
  it('is as wide as there is room, and as sharp as the screen', () => {
    expect(canvasFor({ width: 600, height: 800 }, 300, 2)).toEqual({ scale: 0.5, sharpness: 2 });
  });

  it.each([
    ['miles high', { width: 1, height: 14_400 }, 370],
    ['wide and enlarged', { width: 14_400, height: 14_400 }, 12_000],
  ])('is never drawn on more canvas than there is: %s', (_, page, width) => {
    const { scale, sharpness } = canvasFor(page, width, 2);
    const [wide, high] = [page.width * scale * sharpness, page.height * scale * sharpness];
    expect(Math.max(wide, high)).toBeLessThanOrEqual(16_384);
    expect(wide * high).toBeLessThanOrEqual(32 * 1024 * 1024 + 1);
    expect(scale).toBeGreaterThan(0);
  });
});
