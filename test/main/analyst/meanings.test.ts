import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const gifts = {
  gifts:
    'gift_id,donor_name,gift_amt,received_on,channel,campaign\n1,Ada,100,2024-01-03,Mail,Winter\n2,Ben,40,2024-01-09,Web,Winter\n3,Ada,60,2024-02-11,Web,Spring\n4,Cem,250,2024-03-02,Phone,Spring\n5,Ben,15,2024-03-20,Web,Spring\n',
};
const pipeline = {
  pipeline:
    'opp_id,account_executive,acct_name,value_usd,stage,close_dt\n1,Kim,Acme,5000,Closed Won,2024-02-01\n2,Lee,Bolt,3000,Closed Lost,2024-02-05\n3,Kim,Core,8000,Proposal,2024-03-09\n4,Mia,Acme,2000,Closed Won,2024-03-10\n5,Kim,Dune,1000,Closed Won,2024-04-01\n',
};
const ledger = {
  receivables:
    'doc_no,debtor,net_total,state,due_by\nR1,Hill,120.50,Paid,2024-01-10\nR2,Dale,80,Overdue,2024-01-12\nR3,Hill,200,Open,2024-02-01\nR4,Moor,49.50,Overdue,2024-02-03\nR5,Dale,300,Paid,2024-02-20\n',
};
const climate = {
  climate:
    'day,site,tmax_c,tmin_c,prcp_mm,wind_avg\n2024-01-01,Ness,4,-3,0,12\n2024-01-02,Ness,6,1,5.5,30\n2024-01-01,Port,12,8,0.5,20\n2024-01-02,Port,10,5,0,26\n2024-01-03,Ness,2,-6,0,8\n2024-01-03,Port,15,9,0,4\n',
};
const presses = {
  schichtprotokoll:
    'Datum;Anlage;Stückzahl;Ausschussmenge;Stillstand (min)\n01.03.2024;Presse A;400;12;0\n01.03.2024;Presse B;380;30;45\n02.03.2024;Presse A;420;8;10\n02.03.2024;Presse B;360;25;0\n',
};
const cup = {
  cup_results:
    'fixture_date,home,away,home_pts,away_pts,ftr,gate\n2024-05-01,Reds,Blues,3,1,H,900\n2024-05-02,Greens,Reds,2,2,D,1500\n2024-05-03,Blues,Greens,0,4,A,700\n2024-05-04,Reds,Greens,5,5,D,1300\n',
};
const hotel = {
  reservations:
    'res_no,is_cancelled,adults,children,adr,country,nights\nA1,0,2,0,90,PT,3\nA2,1,2,1,120,FR,2\nA3,0,1,0,70,PT,1\nA4,0,2,2,150,DE,7\nA5,1,2,0,95,FR,4\n',
};
const quotes = {
  quotes:
    'ticker,date,close,volume\nAAA,2024-06-03,10.5,1000\nBBB,2024-06-03,20,300\nAAA,2024-06-04,11.5,1500\nBBB,2024-06-04,18,900\n',
};
const desk = {
  servicedesk:
    'case_no,assignee,opened_at,prio,first_reply_min,state\n1,Zoe,2024-01-01,High,30,New\n2,Yan,2024-01-02,Low,90,Closed\n3,Zoe,2024-01-03,High,60,In progress\n4,Zoe,2024-01-05,Low,20,Closed\n5,Yan,2024-01-07,High,10,Pending\n',
};

const rides = {
  rides: 'ride_id,trip_distance,fare_amount\n1,2.5,10\n2,4,16\n3,2.5,9\n',
};

type Row = readonly (string | number)[];
/** Rows in their order; figures as numbers. */
const cells = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );

async function answers(files: Parameters<typeof ask>[0], question: string, expected: readonly Row[]): Promise<void> {
  const { rows, understood } = await ask(files, question);
  expect(cells(rows), JSON.stringify(understood)).toEqual(expected);
}

describe('words find columns by what they stand for', () => {
  it.each<[Parameters<typeof ask>[0], string, Row[]]>([
    [gifts, 'how much was donated?', [[465]]],
    [
      gifts,
      'total donations by donor',
      [
        ['Cem', 250],
        ['Ada', 160],
        ['Ben', 55],
      ],
    ],
    [
      gifts,
      'average amount per channel',
      [
        ['Phone', 250],
        ['Mail', 100],
        ['Web', 115 / 3],
      ],
    ],
    [gifts, 'how many givers do we have', [[3]]],
    [
      pipeline,
      'number of deals per rep',
      [
        ['Kim', 3],
        ['Lee', 1],
        ['Mia', 1],
      ],
    ],
    [pipeline, 'average deal size', [[3800]]],
    [pipeline, 'how many clients are there', [[4]]],
    [
      pipeline,
      'total revenue by salesperson',
      [
        ['Kim', 14000],
        ['Lee', 3000],
        ['Mia', 2000],
      ],
    ],
    [
      ledger,
      'total invoiced amount by customer',
      [
        ['Dale', 380],
        ['Hill', 320.5],
        ['Moor', 49.5],
      ],
    ],
    [ledger, 'total billing', [[750]]],
    [
      climate,
      'total rainfall by station',
      [
        ['Ness', 5.5],
        ['Port', 0.5],
      ],
    ],
    [
      climate,
      'average daily high by site',
      [
        ['Port', 37 / 3],
        ['Ness', 4],
      ],
    ],
    [climate, 'lowest temperature', [[-6]]],
    [climate, 'highest temperature', [[15]]],
    [
      presses,
      'Produktion je Maschine',
      [
        ['Presse A', 820],
        ['Presse B', 740],
      ],
    ],
    [
      presses,
      'total rejects by machine',
      [
        ['Presse B', 55],
        ['Presse A', 20],
      ],
    ],
    [presses, 'average downtime', [[13.75]]],
    [cup, 'average crowd', [[1100]]],
    [hotel, 'average length of stay', [[3.4]]],
    [
      quotes,
      'highest closing price of each stock',
      [
        ['BBB', 20],
        ['AAA', 11.5],
      ],
    ],
    [
      quotes,
      'total shares traded per security',
      [
        ['AAA', 2500],
        ['BBB', 1200],
      ],
    ],
    [
      desk,
      'tickets per agent',
      [
        ['Zoe', 3],
        ['Yan', 2],
      ],
    ],
    [
      desk,
      'average response time by priority',
      [
        ['Low', 55],
        ['High', 100 / 3],
      ],
    ],
  ])('%o: %s', async (files, question, expected) => {
    await answers(files, question, expected);
  });
});

describe('words find values by what they stand for', () => {
  it.each<[Parameters<typeof ask>[0], string, Row[]]>([
    // Whatever is not paid: both states.
    [ledger, 'how many unpaid invoices', [[3]]],
    [ledger, 'total outstanding amount', [[329.5]]],
    [ledger, 'how many settled invoices', [[2]]],
    [pipeline, 'how many deals were won', [[3]]],
    [pipeline, 'average size of lost deals', [[3000]]],
    [cup, 'how many games were a draw', [[2]]],
    [desk, 'how many tickets are unresolved', [[3]]],
    [desk, 'how many urgent tickets', [[3]]],
    [hotel, 'number of cancelled bookings', [[2]]],
    [hotel, 'how many bookings with kids', [[2]]],
    [hotel, 'how many bookings without children', [[3]]],
    [climate, 'how many dry days did Port have', [[2]]],
    [presses, 'wie viele Schichten ohne Stillstand', [[2]]],
  ])('%o: %s', async (files, question, expected) => {
    await answers(files, question, expected);
  });
});

describe('adjectives and verbs find the column and the direction', () => {
  it.each<[Parameters<typeof ask>[0], string, Row]>([
    [climate, 'which site is the windiest', ['Ness', 50 / 3]],
    [climate, 'which site is the rainiest', ['Ness', 5.5]],
    [gifts, 'most generous donor', ['Cem', 250]],
    [quotes, 'which stock has the highest trading volume', ['AAA', 2500]],
  ])('%o: %s', async (files, question, [name, figure]) => {
    const { rows, understood } = await ask(files, question);
    expect(cells(rows)[0], JSON.stringify(understood)).toEqual([name, figure]);
  });
});

describe('rows are called by what they are', () => {
  it.each<[Parameters<typeof ask>[0], string, number]>([
    [gifts, 'how many donations', 5],
    [pipeline, 'how many deals', 5],
    [pipeline, 'number of opportunities', 5],
    [ledger, 'how many invoices', 5],
    [cup, 'how many matches', 4],
    [cup, 'how many games', 4],
    [hotel, 'how many bookings', 5],
    [desk, 'number of tickets', 5],
    [presses, 'wie viele Schichten', 4],
  ])('%o: %s', async (files, question, count) => {
    await answers(files, question, [[count]]);
  });
});

describe('two sides of one thing', () => {
  it('are taken together where neither is named', async () => {
    await answers(cup, 'total points', [[22]]);
    await answers(cup, 'total home points', [[10]]);
  });
});

describe('what no word of the data stands for', () => {
  it.each<[Parameters<typeof ask>[0], string]>([
    [climate, 'average humidity'],
    [gifts, 'how many employees'],
    [quotes, 'total dividend by ticker'],
    [hotel, 'average review score'],
    [presses, 'total energy consumption by machine'],
    [desk, 'tickets by language'],
    [cup, 'which player scored the most'],
    // A driver is nothing that was driven.
    [rides, 'which drivers earned the most'],
  ])('is not answered with something else: %o: %s', async (files, question) => {
    const { understood } = await ask(files, question);
    expect(understood.kind, JSON.stringify(understood)).not.toBe('query');
  });
});
