import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';
import { needs, WHOLE } from '../../support/needs';
import { askedTables } from '../../support/query/asked';

const ask = questions();
const asked = askedTables();
const one = async (files: Record<string, string>, ...texts: string[]) => (await ask(files, ...texts)).rows;

/** Lines of orders: the total stands in the first of each, as shops write it. */
const shop = {
  orders: [
    'Name,Email,Total,Payment Method,Coupon,Lineitem name,Lineitem quantity',
    '#101,a@x.io,30.00,Card,SPRING,Mug,1',
    '#101,a@x.io,,,,Bowl,2',
    '#102,b@x.io,10.00,PayPal,,Mug,1',
    '#103,a@x.io,50.00,Card,,Vase,1',
    '#103,a@x.io,,,,Mug,3',
    '#103,a@x.io,,,,Bowl,1',
    '#104,c@x.io,70.00,PayPal,SPRING,Vase,2',
    '#104,c@x.io,,,,Bowl,2',
    '#105,b@x.io,20.00,Card,,Mug,2',
    '#106,d@x.io,15.00,Card,,Bowl,1',
    '#107,e@x.io,25.00,Card,,Bowl,2',
    '#107,e@x.io,,,,Mug,1',
    '',
  ].join('\n'),
};

/** Lines of invoices with their own amounts; what tells of the invoice stands in each line. */
const invoices = {
  lines: [
    'InvoiceNo,InvoiceDate,Client,Article,Qty,Line Total',
    '7001,2024-01-03,Adler,Screws,10,100.00',
    '7001,2024-01-03,Adler,Nails,5,20.00',
    '7002,2024-01-09,Berg,Screws,2,20.00',
    '7003,2024-02-01,Adler,Glue,1,15.00',
    '7003,2024-02-01,Adler,Nails,20,85.00',
    '7004,2024-02-02,Cole,Glue,2,30.00',
    '7004,2024-02-02,Cole,Screws,7,70.00',
    '',
  ].join('\n'),
};

/** A fee of the booking in each of its nights. */
const bookings = {
  nights: [
    'booking_id,guest,cleaning_fee,room,rate',
    'B1,Ann,30,101,80',
    'B1,Ann,30,101,90',
    'B2,Bob,40,102,70',
    'B2,Bob,40,103,75',
    'B3,Cem,30,101,80',
    'B3,Cem,30,104,85',
    'B4,Dee,50,101,60',
    '',
  ].join('\n'),
};

const figures = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (cell === null || Number.isNaN(Number(cell)) ? cell : Number(cell))));

describe('what rows are lines of', () => {
  it.each<[string, unknown[][]]>([
    ['How many orders are there?', [[7]]],
    ['number of orders with a mug', [[5]]],
    ['average order value', [[expect.closeTo(31.43, 2)]]],
    ['most used coupon', [['SPRING', 2]]],
    ['orders without a coupon', [[5]]],
    ['which payment method is used most?', [['Card', 5]]],
    [
      'pieces sold by payment method',
      [
        ['Card', 14],
        ['PayPal', 5],
      ],
    ],
  ])(
    'an order is counted once, and what stands in its first line holds for all of them: %s',
    async (question, rows) => {
      expect(figures(await one(shop, question))).toEqual(rows);
    },
  );

  it.each<[string, unknown[][]]>([
    ['number of invoices', [[4]]],
    ['average invoice total', [[85]]],
    ['median invoice value', [[100]]],
    ['biggest invoice', [[7001, 120]]],
    [
      'invoices by month',
      [
        ['2024-01-01', 2],
        ['2024-02-01', 2],
      ],
    ],
    [
      'invoices over 90',
      [
        [7001, 120],
        [7003, 100],
        [7004, 100],
      ],
    ],
    ['how many invoices have more than 15 pieces', [[7003, 21]]],
    ['which clients had more than one invoice?', [['Adler', 2]]],
  ])('an invoice is what its lines come to: %s', async (question, rows) => {
    expect(figures(await one(invoices, question)).toSorted()).toEqual(rows);
  });

  it('what stands in each line is added up once for each thing', async () => {
    expect(figures(await one(bookings, 'total cleaning fee'))).toEqual([[150]]);
    expect(figures(await one(bookings, 'cleaning fee by guest')).toSorted()).toEqual([
      ['Ann', 30],
      ['Bob', 40],
      ['Cem', 30],
      ['Dee', 50],
    ]);
  });

  it('are told of a file of many rows as of a small one', needs(WHOLE), async () => {
    const lines = Array.from({ length: 120_000 }, (_, at) => {
      const order = Math.floor(at / 2);
      return `${order},2024-01-${String((order % 28) + 1).padStart(2, '0')},item ${at % 7},${at % 2 === 0 ? order % 50 : ''}`;
    });
    const file = { orders: `Order No,Ordered On,Item,Order Total\n${lines.join('\n')}\n` };
    expect((await one(file, 'how many orders')).map((row) => row.map(Number))).toEqual([[60_000]]);
    const [definitions] = (await asked.tables(file)).definitions;
    expect(definitions?.things?.map(({ key }) => key)).toEqual(['Order No']);
  });

  it('visits on several days are no lines of a patient, and names number nothing', async () => {
    const visits = ['patient_id,date,sex,cost', 'P1,2024-01-01,F,10', 'P1,2024-02-01,F,20', 'P2,2024-01-05,M,30'];
    const more = ['P2,2024-03-01,M,10', 'P3,2024-01-02,F,5', 'P3,2024-01-09,F,5', 'P4,2024-01-09,M,5', ''];
    const medals = 'Name,Sex,Medal\nAnn,F,Gold\nAnn,F,Gold\nBob,M,Gold\nBob,M,Silver\nCem,M,Gold\nCem,M,Bronze\n';
    const tables = await asked.tables({ visits: [...visits, ...more].join('\n'), medals });
    expect(tables.definitions.map(({ things }) => things)).toEqual([[], []]);
    expect(figures(await one({ medals }, 'how many medals'))).toEqual([[6]]);
  });
});
