import { describe, expect, it } from 'vitest';
import { citationsIn } from '../../../../src/main/services/runs/citations';
import { growth } from '../../../support/growth';

const source = { documentId: null, name: 'birds.txt', text: 'Gulls sleep.\nStorks nest 😀 here.', place: null };
const place = { page: 2, sheet: null, line: 7, start: 100, end: 132 };
const MARK = '【0:1†source】';
const text = (value: string) => [{ type: 'text' as const, text: value }];

describe('citation marks', () => {
  it('rest on the words quoted before them, counted in UTF-16 units', () => {
    const said = `😀 “Storks nest 😀 here.”${MARK}`;
    const [one] = citationsIn(text(said), () => ({ ...source, place }));
    expect(said.slice(one?.start, one?.end)).toBe(MARK);
    expect(one).toMatchObject({ quote: 'Storks nest 😀 here.', place: { page: 2, line: 8, start: 113, end: 133 } });
  });

  it('rest on the whole passage where nothing of it is quoted', () => {
    const [one] = citationsIn(text(`“Something else.”${MARK}`), () => ({ ...source, place }));
    expect(one).toMatchObject({ quote: source.text, place });
  });

  it('take no more time and memory than an analyst has, however many there are', () => {
    const cited = (marks: number) => citationsIn(text(`"Gulls sleep." or so ${MARK}`.repeat(marks)), () => source);
    const many = cited(20_000);
    expect(many).toHaveLength(1_000);
    expect(new Set(many.map((one) => one.number))).toEqual(new Set([1]));
    expect(growth(1_000, 10, cited)).toBeLessThan(35);
  });
});
