import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const umsaetze = {
  umsaetze: [
    'Buchungstag;Empfänger;Betrag',
    '01.02.2024;Miete GmbH;-500,00',
    '02.02.2024;Arbeit AG;2000,00',
    '05.03.2024;Laden;-20,50',
    '06.03.2024;Miete GmbH;-500,00',
    '',
  ].join('\n'),
};
const statement = {
  statement: [
    'date,payee,amount',
    '2024-02-01,Rent Ltd,-500.00',
    '2024-02-02,Work Inc,2000.00',
    '2024-03-05,Shop,-20.50',
    '2024-03-06,Rent Ltd,-500.00',
    '',
  ].join('\n'),
};

describe('money that comes in and goes out in one column', () => {
  it.each<[Record<string, string>, string, number[]]>([
    [umsaetze, 'Ausgaben pro Monat', [500, 520.5]],
    [umsaetze, 'Wie hoch waren die Ausgaben 2024?', [1020.5]],
    [umsaetze, 'Einnahmen insgesamt', [2000]],
    [statement, 'total spending by month', [500, 520.5]],
    [statement, 'how much did we spend in March 2024?', [520.5]],
    [statement, 'what was our income in 2024', [2000]],
    [statement, 'top 2 payees by spending', [1000, 20.5]],
    [statement, 'total amount', [979.5]],
  ])('is told apart: %#', async (files, question, expected) => {
    const { rows } = await ask(files, question);
    expect(rows.map((row) => Number(row.at(-1)))).toEqual(expected);
  });

  it('is not told apart where there is only one direction', async () => {
    const { rows } = await ask(
      { costs: 'date,shop,amount\n2024-01-01,A,10\n2024-01-02,B,20\n' },
      'total spending by shop',
    );
    expect(rows.map((row) => Number(row.at(-1)))).toEqual([20, 10]);
  });
});
