import { describe, expect, it } from 'vitest';
import { differingNumbers, numbersIn } from '../../../src/renderer/features/conversation/differing-numbers';
import { message } from '../../support/rows';

const answer = (id: string, text: string) => message(id, { role: 'assistant', parts: [{ type: 'text', text }] });

/** Texts of the numbers that differ, by answer. */
const differing = (...texts: string[]) => {
  const messages = texts.map((text, index) => answer(String(index), text));
  return differingNumbers(messages.map((each) => [each])).map((stretches, index) =>
    (stretches.get(messages[index]!.id)?.get(0) ?? []).map(({ start, end }) => texts[index]?.slice(start, end)),
  );
};

describe('numbers of two answers', () => {
  it('are those that the other does not have, wherever they stand', () => {
    expect(differing('West made 38.1 % of 4,318 orders.', 'Of 4,318 orders, 38.4 % came from West.')).toEqual([
      ['38.1'],
      ['38.4'],
    ]);
  });

  it.each([
    ['1,200.50', '1.200,5'],
    ['4,318,902.40', '4.318.902,4'],
    ['4\u202f318\u202f902', '4318902'],
    ['1,234', '1.234'],
    ['12.0', '12'],
    ['0.125', '0,125'],
  ])('are the same in %s and %s', (one, other) => {
    expect(differing(`It is ${one}.`, `It is ${other}.`)).toEqual([[], []]);
  });

  it.each([
    ['1,200', '1,201'],
    ['0.5', '0.05'],
    ['38.1', '381'],
    ['2024', '2025'],
  ])('differ in %s and %s', (one, other) => {
    expect(differing(`It is ${one}.`, `It is ${other}.`)).toEqual([[one], [other]]);
  });

  it('leave out the marks of citations', () => {
    expect(numbersIn('Three years【4:2†source】 or 36 months').map(({ value }) => value)).toEqual(['36']);
  });

  it('are not marked while the other has said nothing yet', () => {
    expect(differing('It is 42.', '')).toEqual([[], []]);
  });
});
