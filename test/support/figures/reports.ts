import { type FigureCase, result } from './case';

const MONTHS = result(
  'month:date revenue:decimal orders:integer mom aov p95',
  ['2024-01-01', '182340.55', 1203, null, 151.57, 402.1],
  ['2024-02-01', '171200.10', 1150, -0.0611, 148.87, 398.75],
  ['2024-03-01', '204901.99', 1366, 0.19686, 150.0, 410.0],
);

const SUMMARY = result('total:decimal customers:integer share_top5 returning_share median', [
  '558442.64',
  318,
  0.4431,
  0.278,
  96.5,
]);

/** Longer answers, as models like to write them: of both kinds. */
export const REPORTS: readonly FigureCase[] = [
  {
    name: 'headings, bullets and arrows',
    outputs: [MONTHS, SUMMARY],
    answer: [
      '## Revenue, Q1 2024',
      '',
      '**Total: €558,442.64** from **318 customers**.',
      '',
      '- **January:** €182.3k (1,203 orders)',
      '- **February:** €171.2k (1,150 orders, ▼ 6.1% MoM)',
      '- **March:** €204.9k (1,366 orders, ↑19.7 % MoM)',
      '',
      'The top 5 customers make 44.3% of it; returning customers 27.8%. All 3 months are complete (Jan–Mar 2024, FY24).',
    ].join('\n'),
    unsourced: [],
  },
  {
    name: 'a total of percentages and of months added up by the model',
    outputs: [MONTHS],
    answer: 'Q1 revenue was €558,442.64 from 3,719 orders; March alone made 36.7 %, February 30.7% and January 32.7 %.',
    unsourced: ['€558,442.64', '3,719', '36.7 %', '30.7%', '32.7 %'],
  },
  {
    name: 'signed changes in a table whose titles tell the unit',
    outputs: [MONTHS],
    answer: [
      '| Month | Revenue (k€) | MoM (%) | AOV (€) |',
      '|:--|--:|--:|--:|',
      '| 2024-01 | 182.3 | – | 151.57 |',
      '| 2024-02 | 171.2 | -6.1 | 148.87 |',
      '| 2024-03 | 204.9 | +19.7 | 150.00 |',
    ].join('\n'),
    unsourced: [],
  },
  {
    name: 'the same table with a sign flipped and a cell made up',
    outputs: [MONTHS],
    answer: [
      '| Month | Revenue (k€) | MoM (%) |',
      '|:--|--:|--:|',
      '| Jan 2024 | 182.3 | 4.2 |',
      '| Feb 2024 | 171.2 | +6.1 |',
      '| Mar 2024 | 240.9 | 19.7 |',
    ].join('\n'),
    unsourced: ['4.2', '+6.1', '240.9'],
  },
  {
    name: 'percentiles, medians and sizes of samples',
    outputs: [MONTHS, SUMMARY],
    answer: 'The median basket is €96.50 (n=318). The p95 was 402.1 in January, the 95th percentile 410.00 in March.',
    unsourced: ['95th'],
  },
  {
    name: 'a formula that the model worked out',
    outputs: [MONTHS],
    answer: 'Growth: (204,901.99 − 182,340.55) / 182,340.55 = 0.1237, i.e. $12.4\\%$ or 12.4\\%.',
    unsourced: ['0.1237', '$12.4\\%', '12.4\\%'],
  },
  {
    name: 'escaped signs and thin spaces',
    outputs: [MONTHS],
    answer: 'January: \\$182,340.55; February: 171\u202f200,10\u00a0€; March: \\~204.9k; −6,1\u00a0% und +19,7\u202f%.',
    unsourced: [],
  },
  {
    name: 'an answer in JSON',
    outputs: [MONTHS],
    answer: '{"january": 182340.55, "orders": 1203, "total": 558442.64, "note": "3 months"}',
    unsourced: ['558442.64'],
  },
  {
    name: 'a German summary',
    outputs: [MONTHS, SUMMARY],
    answer: [
      '### Zusammenfassung',
      'Im 1. Quartal 2024 lag der Umsatz bei **558.442,64 €** (rund 558 Tsd. €), verteilt auf 318 Kunden.',
      '1. Januar 2024: 182.340,55 € bei 1.203 Bestellungen',
      '2. Februar 2024: 171.200,10 € (−6,1 % ggü. Vormonat)',
      '3. März 2024: 204.901,99 € (+19,7 %)',
      'Die 5 größten Kunden stehen für 44,3 %.',
    ].join('\n'),
    unsourced: [],
  },
  {
    name: 'a German summary with inventions',
    outputs: [MONTHS],
    answer:
      'Im I. Quartal 2024 stieg der Umsatz um 12,4 % auf 558,4 Tsd. €, das sind 186.147,55 € im Monatsmittel. Im Vorjahr 2023 waren es knapp 500 Tsd. €.',
    unsourced: ['12,4 %', '558,4 Tsd. €', '186.147,55 €', '2023', '500 Tsd. €'],
  },
  {
    name: 'intervals and comparisons',
    outputs: [result('low high n:integer', [-5.25, 7.5, 40])],
    answer: 'The interval is [−5.25, 7.5], i.e. -5.25 to 7.5 or −5.25…7.50 (n = 40, > 30).',
    unsourced: ['30'],
  },
  {
    name: 'units joined by a slash, and prices for each',
    outputs: [MONTHS],
    answer: 'That is €151.57/order in January, 148.87 €/order in February; 1,203/1,150 orders.',
    unsourced: [],
  },
  {
    name: 'weeks, quarters and halves',
    outputs: [result('week:date n:integer', ['2024-06-03', 12], ['2024-07-01', 9])],
    answer: 'In KW 23 (Q2 2024, H1 2024) 12, in week 27 9, in 2024-W23 12, in Q3 9. In KW 31 none.',
    unsourced: ['31'],
  },
  {
    name: 'years as a range, and one beyond the data',
    outputs: [result('year:integer n:integer', [2021, 4], [2022, 5], [2023, 6])],
    answer: 'From 2021 to 2023 (2021–23, 2022/2023) it rose from 4 to 6; before 2020 there was no data.',
    unsourced: ['2020'],
  },
  {
    name: 'numbers after colons, equal signs and brackets without blanks',
    outputs: [MONTHS],
    answer: 'orders=1203;revenue:182340.55(AOV:151.57)[1150]{1366}<171200.10>"204901.99"',
    unsourced: [],
  },
  {
    name: 'inventions after colons, equal signs and brackets without blanks',
    outputs: [MONTHS],
    answer: 'orders=7203;revenue:982340.55(AOV:751.57)[7150]{7366}<771200.10>"704901.99",€9;8',
    unsourced: ['7203', '982340.55', '751.57', '7150', '7366', '771200.10', '704901.99', '€9', '8'],
  },
  {
    name: 'names with numerals that only the data has',
    outputs: [
      result('sku:text bucket:text n:integer', ['SKU 10-442', '18–24', 77], ['SKU 10-443', '25-34', 61]),
      result('phone:text', ['+49 30 1234567']),
    ],
    answer: 'SKU 10-442 leads among the 18-24 year-olds (77), then sku 10-443 among 25–34 (61). Call +49 30 1234567.',
    unsourced: [],
  },
  {
    name: 'names that are like those of the data and are not',
    outputs: [result('sku:text n:integer', ['SKU 10-442', 77])],
    answer: 'SKU 10-449 leads, SKU 10-4429 too.',
    unsourced: ['10', '449', '10', '4429'],
  },
  {
    name: 'filters that the model chose',
    outputs: [result('n:integer', [42])],
    answer: 'Counting only orders above €1,000 in the last 12 months: 42.',
    unsourced: ['€1,000'],
  },
  {
    name: 'an error that a tool told, repeated',
    outputs: [
      '{"error":{"code":"invalid_input","message":"The query took more than 120 s; column amount_2 is missing."}}',
    ],
    answer: 'The query was stopped after 120 s, so there is no total. An estimate would be 5,000.',
    unsourced: ['5,000'],
  },
  {
    name: 'zero, one and all',
    outputs: [result('returned:integer share', [0, 0.0])],
    answer: 'None was returned: 0 orders, 0 %, 0.0%. So 100 % were kept.',
    unsourced: ['100 %'],
  },
  {
    name: 'whole percentages of counts that look like them',
    outputs: [result('orders:integer', [1], [2], [50])],
    answer: '1 order, 2 orders, 50 orders: 100 %, 200%, 50 percent.',
    unsourced: ['100 %', '200%', '50 percent'],
  },
  {
    name: 'whole percentages that were computed',
    outputs: [result('pct:integer share', [50, 1.0], [37, 0.25])],
    answer: '50 %, 37%, 100 %, 25 percent.',
    unsourced: [],
  },
  {
    name: 'bold number, unit outside',
    outputs: [MONTHS],
    answer: 'Down **6.1** % to **171.2**k, not **5.5** % and not *4.7* million.',
    unsourced: ['5.5', '4.7'],
  },
  {
    name: 'a struck and corrected figure',
    outputs: [MONTHS],
    answer: '~~182,340.55~~ ~~182,999.99~~',
    unsourced: ['182,999.99'],
  },
  {
    name: 'tables of code output repeated in a plain block',
    printed: ['         revenue  share\nNorth  1234567.89  0.413\nSouth   987654.32  0.330\n'],
    answer: '```\nNorth  1,234,568  41.3%\nSouth    987,654  33.0%\nWest     500,000  12.0%\n```',
    unsourced: ['500,000', '12.0%'],
  },
  {
    name: 'hundreds, dozens and halves in words',
    outputs: [MONTHS],
    answer: 'About half of it, a third, two thirds, the three months, a dozen, one in four: words are not checked.',
    unsourced: [],
  },
  {
    name: 'dates in other orders',
    outputs: [result('day:date', ['2024-12-31'], ['2024-02-03'])],
    answer:
      '31/12/2024, 12/31/2024, Dec 31, 31. Dezember, 31.12.24, Tuesday 31 Dec 2024, 3.2.2024, Feb 3rd; not 30/12/2024.',
    unsourced: ['30/12/2024'],
  },
];
