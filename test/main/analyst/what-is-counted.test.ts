import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const PLACES = ['Birch;Brooklyn;Main St', 'Domino;Queens;Hill St', 'Sushi Ko;Bronx;West St', 'Taco;Bronx;East St'];
const inspections = {
  restaurant_inspections: `CAMIS;DBA;BORO;STREET;INSPECTION DATE;SCORE;GRADE\n${PLACES.flatMap((place, at) =>
    [1, 2, 3].map(
      (visit) =>
        `${41000000 + at * 971};${place};2024-0${visit}-1${at};${visit * 7 + at};${at < 2 && visit > 1 ? 'C' : 'A'}`,
    ),
  ).join('\n')}\n`,
};
const staff = {
  HRDataset_v14: `Employee_Name,EmpID,DOB,DateofHire,DateofTermination,EmploymentStatus,Department\n${Array.from(
    { length: 12 },
    (_, at) =>
      `Name ${at},${10001 + at},198${at % 9}-02-0${(at % 9) + 1},201${at % 4}-05-1${at % 9},${at % 3 === 0 ? `201${5 + (at % 2)}-08-0${(at % 9) + 1}` : ''},${at % 3 === 0 ? 'Voluntarily Terminated' : 'Active'},${at % 2 ? 'Sales' : 'Production'}`,
  ).join('\n')}\n`,
};
const items = {
  sales: `ITEM CODE,ITEM DESCRIPTION,RETAIL SALES\n${Array.from({ length: 30 }, (_, at) => `${300 + (at % 6) * 17},Item ${'ABCDEF'[at % 6]},${(at % 6) * 10 + at}`).join('\n')}\n`,
};
const spending = {
  spending_over_25000: `Entity,Date,Expense Type,Supplier,Amount\n${Array.from({ length: 12 }, (_, at) => `DfT,0${(at % 9) + 1}/04/2024,${at % 3 ? 'Consultancy' : 'Postage'},S${at % 4} LTD,"${at === 5 ? '-1,000.00' : `3${at},000.00`}"`).join('\n')}\n`,
};

async function answer(files: Parameters<typeof ask>[0], ...texts: string[]) {
  const { understood, rows } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood).slice(0, 600)).toBe('query');
  return rows.map((row) => row.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))));
}

describe('a number without a name of its own', () => {
  it('counts what the file says its rows are of', async () => {
    expect(await answer(inspections, 'how many restaurants are in this file?')).toEqual([[4]]);
    expect(await answer(inspections, 'how many eateries are there in Brooklyn')).toEqual([[1]]);
  });

  it('is told by the name beside it', async () => {
    const rows = await answer(inspections, 'list the restaurants that got a C');
    expect(rows.map(([name]) => name).toSorted()).toEqual(['Birch', 'Domino']);
  });

  it('leaves rows what they are', async () => {
    expect(await answer(inspections, 'how many inspections were there')).toEqual([[12]]);
  });
});

describe('a column whose name is cut short', () => {
  it('is called by the whole word', async () => {
    const rows = await answer(inspections, 'inspections by borough');
    expect(rows.map(([name]) => name).toSorted()).toEqual(['Bronx', 'Brooklyn', 'Queens']);
  });
});

describe('people who came and left', () => {
  it('are there now where they have no end', async () => {
    expect(await answer(staff, 'How many people currently work in Production?')).toEqual([[4]]);
  });

  it('left by the day they left on, and not by any other', async () => {
    expect(await answer(staff, 'how many employees left us in 2015')).toEqual([[2]]);
  });

  it('were hired by the day of that', async () => {
    expect(await answer(staff, 'show me hires by year')).toEqual([
      [2010, 3],
      [2011, 3],
      [2012, 3],
      [2013, 3],
    ]);
  });
});

describe('an item that has a number and a name', () => {
  it('is told by its name', async () => {
    expect((await answer(items, "what's the best selling item?"))[0]?.[0]).toBe('Item F');
  });
});

describe('items of one name', () => {
  const lines = Array.from({ length: 60 }, (_, at) => {
    const name = at === 59 ? 'Thing 58' : `Thing ${at}`;
    return `${300 + at * 17},${name},${at < 58 ? at : 50}`;
  });
  const alike = { sales: `ITEM CODE,ITEM DESCRIPTION,RETAIL SALES\n${[...lines, ...lines].join('\n')}\n` };
  const unlike = { orders: `Customer ID,Product Name,Amount\n${lines.join('\n').replace('Thing 58', 'Thing X')}\n` };

  it('are not summed as one', async () => {
    expect((await answer(alike, "what's the best selling item?"))[0]).toEqual([300 + 57 * 17, 114]);
  });

  it('are all that they name: a customer is never told by the name of a product', async () => {
    const [best] = await answer(unlike, 'who are the top 3 customers by amount');
    expect(best?.[0]).toBe(300 + 57 * 17);
  });
});

describe('how much', () => {
  it('is an amount, and no number of rows', async () => {
    expect(await answer(spending, 'how much went on postage?')).toEqual([[30000 + 33000 + 36000 + 39000]]);
  });

  it('was spent is all that suppliers were paid, less what came back', async () => {
    const rows = await answer(spending, 'spend by expense type');
    expect(rows.find(([name]) => name === 'Consultancy')?.[1]).toBe(
      31000 + 32000 + 34000 - 1000 + 37000 + 38000 + 310000 + 311000,
    );
  });
});
