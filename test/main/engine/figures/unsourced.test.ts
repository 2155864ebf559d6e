import { describe, expect, test } from 'vitest';
import { type FigureSource, unsourcedFigures } from '../../../../src/main/engine/figures';
import { COMPUTED, type FigureCase, INVENTED, REPORTS } from '../../../support/figures';

function sourcesOf({ asked = [], outputs = [], printed = [], passages = [] }: FigureCase): FigureSource[] {
  return [
    ...asked.map((text): FigureSource => ({ type: 'asked', text })),
    ...outputs.map((text): FigureSource => ({ type: 'output', text })),
    ...printed.map((text): FigureSource => ({ type: 'printed', text })),
    ...passages.map((passage): FigureSource => ({ type: 'passage', filename: 'report.pdf', ...passage })),
  ];
}

/** As written, and as the text has them at the places that are told. */
function unsourcedIn(given: FigureCase): { written: string[]; placed: string[] } {
  const figures = unsourcedFigures(given.answer, sourcesOf(given));
  return {
    written: figures.map(({ text }) => text),
    placed: figures.map(({ start, end }) => given.answer.slice(start, end)),
  };
}

describe('figures without a source', () => {
  test.each(COMPUTED)('there are none in an answer that computes: $name', (given) => {
    expect(given.unsourced).toEqual([]);
    expect(unsourcedIn(given)).toEqual({ written: [], placed: [] });
  });

  test.each(INVENTED)('are all told of an answer that invents: $name', (given) => {
    expect(given.unsourced).not.toEqual([]);
    expect(unsourcedIn(given)).toEqual({ written: given.unsourced, placed: given.unsourced });
  });

  test.each(REPORTS)('are told of longer answers, and no others: $name', (given) => {
    expect(unsourcedIn(given)).toEqual({ written: given.unsourced, placed: given.unsourced });
  });
});
