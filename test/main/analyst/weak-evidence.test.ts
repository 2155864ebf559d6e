import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const statement = {
  umsaetze:
    'Buchungstag;Buchungstext;Betrag;Währung\n' +
    Array.from(
      { length: 24 },
      (_, at) =>
        `0${(at % 9) + 1}.0${(at % 6) + 1}.202${3 + (at % 2)};${at % 3 ? 'Kartenzahlung' : 'Gehalt/Rente'};${at % 3 ? -20 - at : 2000 + at},00;EUR`,
    ).join('\n'),
};
const payments = {
  payments:
    'Payment ID,Status,Seller Message,Amount\n' +
    Array.from(
      { length: 12 },
      (_, at) =>
        `P${at},${at % 4 ? 'Paid' : 'Failed'},${at % 4 ? 'Payment complete.' : 'Card was declined.'},${at + 10}`,
    ).join('\n'),
};
const shop = {
  sales:
    'YEAR,MONTH,ITEM TYPE,SUPPLIER,RETAIL SALES\n' +
    Array.from(
      { length: 48 },
      (_, at) =>
        `${2019 + (at % 2)},${(at % 12) + 1},${at % 3 ? 'WINE' : 'BEER'},${at % 4 ? 'OTHERS INC' : 'E & J GALLO WINERY'},${at + 1}.5`,
    ).join('\n'),
};

async function read(files: Parameters<typeof ask>[0], ...texts: string[]) {
  const { understood, rows } = await ask(files, ...texts);
  return { kind: understood.kind, cells: rows.flat().map(Number) };
}

describe('a word that names a column on little evidence', () => {
  it('is asked back where it may as well be a value', async () => {
    expect((await read(statement, 'Gehalt 2024 im Vergleich zu 2023')).kind).toBe('open');
  });

  it('is no part of a text where it is what rows are called', async () => {
    expect((await read(payments, 'what percentage of payments is there')).kind).not.toBe('query');
    expect((await read(payments, 'how many payments failed')).cells).toEqual([3]);
  });
});

describe('a share', () => {
  const sum = (of: (at: number) => boolean) =>
    Array.from({ length: 48 }, (_, at) => (of(at) ? at + 1.5 : 0)).reduce((a, b) => a + b);
  it('is of the whole, though two words name its part', async () => {
    const { cells } = await read(shop, 'Share of E & J Gallo in wine retail sales');
    expect(cells.at(-1)).toBeCloseTo(sum((at) => at % 3 > 0 && at % 4 === 0) / sum((at) => at % 3 > 0), 6);
  });
});

describe('two periods', () => {
  it('differ by what the later has more, whichever is named first', async () => {
    const dates = [
      ...['02', '03', '05'].map((month) => `2023-${month}-07`),
      ...['01', '02', '03', '04', '06'].map((month) => `2024-${month}-09`),
    ];
    const contacts = { contacts: `name,Create Date\n${dates.map((date, at) => `C${at},${date}`).join('\n')}\n` };
    const { cells } = await read(
      contacts,
      'By how much did contacts grow in the first half of 2024 compared to the first half of 2023?',
    );
    expect(cells).toEqual([3, 5, 2]);
  });

  it('are those of their months where years and months are columns', async () => {
    const lines = Array.from(
      { length: 48 },
      (_, at) => `${2019 + (Math.floor(at / 12) % 2)},${(at % 12) + 1},${at + 1}.5`,
    );
    const monthly = { sales: `YEAR,MONTH,RETAIL SALES\n${lines.join('\n')}\n` };
    const { cells } = await read(monthly, 'How did retail sales in January 2020 compare with January 2019?');
    expect(cells).toEqual([1.5 + 25.5, 13.5 + 37.5, 24]);
  });
});
