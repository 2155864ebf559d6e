import { type FigureCase, result } from './case';

const REGIONS = result(
  'region:text revenue:decimal share orders:integer',
  ['North', '1234567.89', 0.41253, 5214],
  ['South', '987654.32', 0.33002, 4100],
  ['East', '770432.10', 0.25745, 3377],
);

/** Answers that say only what was computed, read or asked. */
export const COMPUTED: readonly FigureCase[] = [
  {
    name: 'to the cent, with thousands separators',
    outputs: [REGIONS],
    answer: 'North leads with €1,234,567.89 in 5,214 orders, ahead of South with €987,654.32.',
    unsourced: [],
  },
  {
    name: 'German separators and the sign behind',
    outputs: [REGIONS],
    answer: 'Der Norden liegt mit 1.234.567,89 € aus 5.214 Bestellungen vorn, der Süden folgt mit 987.654,32 €.',
    unsourced: [],
  },
  {
    name: 'rounded to whole units',
    outputs: [REGIONS],
    answer: 'North made 1,234,568 and East 770,432.',
    unsourced: [],
  },
  {
    name: 'millions and thousands in letters and in words',
    outputs: [REGIONS],
    answer: 'North: $1.23M. South: 988k. East: 0.77 million. Together the first two have 5.2k and 4.1 thousand orders.',
    unsourced: [],
  },
  {
    name: 'German scale words',
    outputs: [REGIONS],
    answer: 'Norden: 1,23 Mio. €; Süden: 988 Tsd. €; Osten: 0,77 Millionen Euro, also 770 T€.',
    unsourced: [],
  },
  {
    name: 'billions, bn and Mrd.',
    outputs: [result('total:decimal', ['4318902400.00'], ['2750000000'])],
    answer: 'Total: 4.32bn (4.3 billion), auf Deutsch 4,32 Mrd. oder 4,3 Milliarden; the other is EUR 2.75 bn.',
    unsourced: [],
  },
  {
    name: 'shares as percentages',
    outputs: [REGIONS],
    answer: 'North 41.3 %, South 33.0%, East 25.7 percent; grob 41 Prozent, 33 % und 26 %.',
    unsourced: [],
  },
  {
    name: 'percentages the query had multiplied itself',
    outputs: [result('growth_pct', [12.345], [-3.21])],
    answer: 'Growth was 12.3% at first; then sales fell by 3.2 %.',
    unsourced: [],
  },
  {
    name: 'a German table with percentages',
    outputs: [REGIONS],
    answer: [
      '| Region | Umsatz | Anteil |',
      '|---|---:|---:|',
      '| North | 1.234.567,89 € | 41,3 % |',
      '| South | 987.654,32 € | 33,0 % |',
      '| East | 770.432,10 € | 25,7 % |',
    ].join('\n'),
    unsourced: [],
  },
  {
    name: 'a table with a column that counts the rows',
    outputs: [REGIONS],
    answer: [
      '| # | Region | Orders |',
      '|--:|---|---:|',
      '| 1 | **North** | 5,214 |',
      '| 2 | South | 4,100 |',
      '| 3 | East | 3,377 |',
    ].join('\n'),
    unsourced: [],
  },
  {
    name: 'a numbered list',
    outputs: [REGIONS],
    answer: 'The regions:\n\n1. North: 5,214 orders\n2. South: 4,100 orders\n3. East: 3,377 orders',
    unsourced: [],
  },
  {
    name: 'counts of what is listed',
    outputs: [REGIONS],
    answer: 'There are 3 regions. The top 2 make most of it; the three of them sell the same goods. The 2nd is South.',
    unsourced: [],
  },
  {
    name: 'a number of rows that the result tells',
    outputs: [
      JSON.stringify({ result_id: 'res_1', columns: [{ name: 'id', type: 'text' }], rows: [['a']], row_count: 1873 }),
    ],
    answer: 'The query returns 1,873 rows, i.e. 1.873 Zeilen.',
    unsourced: [],
  },
  {
    name: 'years and dates that the data has',
    outputs: [result('day:date n:integer', ['2024-03-01', 12], ['2024-05-17', 31])],
    answer:
      'The first day is 1 March 2024 (12 orders), the best 2024-05-17 with 31. On May 17, 2024 it rained; am 17.05.2024 auch. In March 2024, Q1 2024 and FY2024 it did not. Im März 2024 nicht, am 17. Mai 2024 schon. 5/17/2024.',
    unsourced: [],
  },
  {
    name: 'a period by its first and last day',
    asked: ['What did we sell in the first quarter of 2023?'],
    outputs: [result('quarter:date revenue', ['2023-01-01', 5120.4])],
    answer: 'Read as: 1 January to 31 March 2023 (2023-01-01 to 2023-03-31). Sales: 5,120.40.',
    unsourced: [],
  },
  {
    name: 'years of columns and of the question',
    asked: ['Vergleiche 2022 mit 2023.'],
    outputs: [result('year:integer revenue change', [2022, 100.5, null], [2023, 150.75, 0.5])],
    answer: 'Von 2022 auf 2023 stieg der Umsatz von 100,50 auf 150,75, also um 50 %. (2022/23, 2022–2023.)',
    unsourced: [],
  },
  {
    name: 'numerals in names of the data',
    outputs: [result('product:text units:integer', ['Widget 3000', 42], ['Product 7 (2-pack)', 17])],
    answer: 'Widget 3000 sold 42 times, product 7 (2-pack) 17 times. *Widget 3000* is ahead.',
    unsourced: [],
  },
  {
    name: 'numerals in quoted names, codes and file names',
    outputs: [result('units:integer', [42])],
    answer:
      'In “Sales 2019 v2” (file `sales_2019.csv`, table `t_17`), column "Q4 target 2", A4, COVID-19, ISO-9001 and „Filiale 12“ there are 42 units.',
    unsourced: [],
  },
  {
    name: 'losses told with a minus, in brackets and in words',
    outputs: [result('month:text profit:decimal', ['Nov', '-512440.10'], ['Dec', '-1200'])],
    answer:
      'November: −512,440.10, or (512,440.10); a loss of 512,440. Dezember: -1.200 bzw. ein Verlust von € 1.200,00.',
    unsourced: [],
  },
  {
    name: 'ranges that share a sign, a scale or a percent sign',
    outputs: [result('low high', [0.1, 0.2], [1200000, 1500000])],
    answer: 'Between 10 and 20 percent; 10–20 %; von 1,2 bis 1,5 Mio. €; €1.2–1.5 million; $1.2-1.5M.',
    unsourced: [],
  },
  {
    name: 'roughly',
    outputs: [result('n:integer total', [12345, 987654])],
    answer:
      'About 12,000 orders, over 12,000, roughly 990,000 in total, rund 990.000, knapp 1 Million, ~12k, nearly 1 million.',
    unsourced: [],
  },
  {
    name: 'what Python printed',
    printed: ['mean     1.234568e+03\nmax      7.5e-02\np-value: 0.0431\nn = 1_250\n'],
    answer: 'The mean is 1,234.57 (1.234,57), the maximum 0.075, p = 0.043, n = 1,250.',
    unsourced: [],
  },
  {
    name: 'what a document says, in its own scale',
    passages: [
      { text: 'Revenue rose 12.5% to EUR 3.4 billion; headcount was 18,200 as of 31 December 2024.', page: 12 },
    ],
    answer:
      'Revenue was 3,4 Mrd. EUR (+12,5 %), with 18.200 people on 31 December 2024【0:0†source】, see page 12. That is 3,400 million.',
    unsourced: [],
  },
  {
    name: 'a German document read in English',
    passages: [{ text: 'Der Umsatz stieg um 7,5 Prozent auf 1.234,5 Mio. Euro, das EBIT auf 98,7 Mio. Euro.' }],
    answer: 'Revenue grew 7.5% to €1,234.5 million (€1.23 billion); EBIT was €98.7m.',
    unsourced: [],
  },
  {
    name: 'what the analyst has said',
    asked: ['Which customers bought more than 2.500 € within 90 days?'],
    outputs: [result('customer:text spent', ['Ada', 3100.5])],
    answer: 'One customer bought for more than €2,500 within 90 days: Ada (€3,100.50).',
    unsourced: [],
  },
  {
    name: 'query shown in the answer',
    outputs: [result('n:integer', [77])],
    answer: 'There are 77.\n\n```sql\nSELECT count(*) FROM t WHERE amount > 1000 LIMIT 50\n```\n',
    unsourced: [],
  },
  {
    name: 'links and marks',
    outputs: [result('n:integer', [77])],
    answer:
      'See [the 77 rows](sandbox:/mnt/data/rows_20240117_998.csv) and https://example.com/2021/08/report-4711.html【12:3†source】.',
    unsourced: [],
  },
  {
    name: 'wide numbers keep every digit',
    outputs: [result('total:decimal', ['12345678901234567890.12'])],
    answer: 'The sum is 12,345,678,901,234,567,890.12.',
    unsourced: [],
  },
  {
    name: 'spaces, apostrophes and underscores between thousands',
    outputs: [result('a b:integer', [1234567.5, 98765])],
    answer: "1 234 567,50 in Paris, 1'234'567.50 in Zürich, 1 234 567.50 by SI; _98 765_ and __98,765__.",
    unsourced: [],
  },
  {
    name: 'hours and times that the data has',
    outputs: [result('hour:integer at:timestamp n:integer', [14, '2024-03-01 14:35:00', 9])],
    answer: 'Most come at 2 pm, at 14:35 and at 14 Uhr: 9 on 1 March.',
    unsourced: [],
  },
  {
    name: 'columns told in thousands',
    outputs: [result('revenue_keur cost_mio', [1234.5, 3.2])],
    answer: 'Revenue is €1.23 million (1,234.5 k€), cost €3.2 million.',
    unsourced: [],
  },
  {
    name: 'points, permille and basis points',
    outputs: [result('delta rate spread', [-0.021, 0.0032, 0.00125])],
    answer: 'The share fell by 2.1 percentage points (2,1 Prozentpunkte); the rate is 3.2 ‰ and the spread 12.5 bps.',
    unsourced: [],
  },
  {
    name: 'a multiple that was computed',
    outputs: [result('factor', [2.487])],
    answer: 'West sells 2.5x as much as East, 2.5 times, 2,5-mal, das 2,5-fache, 2.5×.',
    unsourced: [],
  },
  {
    name: 'labels that count parts of the answer',
    outputs: [result('n:integer', [77], [12])],
    answer:
      '## 1. Result\n\nStep 1: filter. Step 2: count. Table 1 shows 77 and 12.\n\n## 2. Caveats\n\nNone[1].\n\n[1] See Figure 2.',
    unsourced: [],
  },
  {
    name: 'a description of the data',
    outputs: [
      JSON.stringify({
        datasets: [
          {
            name: 'orders.csv',
            rows: 12691,
            rejected: 3,
            rejectedLines: [17, 2044, 9001],
            columns: [{ name: 'amount', min: '-12.50', max: '8999.00', empty: 41, distinct: 7312 }],
          },
        ],
      }),
    ],
    answer:
      'The file has 12,691 rows; 3 lines (17, 2,044 and 9,001) could not be read. Amounts go from −12.50 to 8,999; 41 are empty.',
    unsourced: [],
  },
  {
    name: 'a result without rows',
    outputs: [result('n:integer')],
    answer: 'No order fits: 0 rows.',
    unsourced: [],
  },
  {
    name: 'Indian grouping and crore',
    outputs: [result('total:integer', [12345678])],
    answer: 'The total is ₹1,23,45,678, or 1.23 crore (123 lakh).',
    unsourced: [],
  },
];
