import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const loans = {
  loans: [
    'branch,grade,member type,tempo,amount,guest',
    'Kiel,high risk,casual,120,10,Ann Lee',
    'Kiel,low,annual,140,20,Bo Ek',
    'Bonn,low,casual,150,30,Ann Lee',
    'Bonn,low,annual,90,60,Cy Dorn',
    '',
  ].join('\n'),
};

/** The figures, and which words the answer says that it did not use. */
const asked = async (text: string) => {
  const { understood, rows } = await ask(loans, text);
  return { rows, kind: understood.kind, unused: understood.kind === 'query' ? understood.unused : [] };
};

describe('a word nobody knows, beside a word of the data that it can only belong to', () => {
  it.each([
    ['how many loans by casual riders', 2, 'riders'],
    ['total amount of casual pedalists', 40, 'pedalists'],
    ['how many loans in Kiel zone?', 2, 'zone'],
    ['average tempo of the annual sprockets', 115, 'sprockets'],
    ['how many loans have a tempo readout over 130', 2, 'readout'],
    ['how many loans have a tempo over 130 zpm', 2, 'zpm'],
    ['how many loans feature Ann Lee?', 2, 'feature'],
  ])('is read over and told: %s', async (text, figure, word) => {
    const { rows, kind, unused } = await asked(text);
    expect(kind).toBe('query');
    expect(Number(rows[0]?.at(-1))).toBe(figure);
    expect(unused).toEqual([word]);
  });

  it.each([
    'how many riders in Kiel?',
    'how much do casual loans zorp',
    'how many zorped loans in Kiel',
    'casual zorp amount loans',
  ])('is not read over where it may ask for something else: %s', async (text) => {
    expect((await asked(text)).kind).not.toBe('query');
  });

  it('names both of two that are compared', async () => {
    const { rows, unused } = await asked('total amount of casual vs annual sprockets');
    expect(rows.map(([name, figure]) => [name, Number(figure)])).toEqual(
      expect.arrayContaining([
        ['casual', 40],
        ['annual', 80],
      ]),
    );
    expect(unused).toEqual(['sprockets']);
  });
});
