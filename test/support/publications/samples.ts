import type { Cell } from '#contract';
import type { Publication, PublicationChart } from '../../../src/main/publishing';
import { COUNT, column, MONEY, MONTH, publication, SHARE, TEXT, tableOf } from './pieces';

/** Documents as they are sent, to be looked at on paper. Charts are drawn by whoever asks. */

type Charts = readonly PublicationChart[];

const MONTHS = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`);
const REGIONS = ['North', 'South', 'East', 'West'];

const byMonth: Cell[][] = MONTHS.flatMap((month, at) =>
  REGIONS.map((region, of) => [
    month,
    region,
    340 + at * 17 + of * 41,
    (18_200.5 + at * 913.37 + of * 2_105.11).toFixed(2),
    0.021 * (of + 1) - 0.011 * at,
  ]),
);

export const monthlyReport = (charts: Charts): Publication =>
  publication(
    [
      { type: 'heading', level: 1, text: 'Summary' },
      { type: 'text', markdown: SUMMARY },
      { type: 'figure', label: 'Revenue, October', value: '€\u00a0118,205.40', detail: '+4.2 % on September' },
      { type: 'figure', label: 'Orders', value: '2,214', detail: '+61 on September' },
      { type: 'figure', label: 'Average order', value: '€\u00a053.39', detail: null },
      { type: 'figure', label: 'Returns', value: '3.1 %', detail: '−0.4 percentage points' },
      { type: 'source', text: 'sales_2026.csv, read on 3 November 2026; 18,402 rows' },
      { type: 'heading', level: 2, text: 'Revenue by month' },
      ...charts.slice(0, 1),
      { type: 'source', text: 'Question “revenue by month and region”, answered on 3 November 2026' },
      { type: 'heading', level: 2, text: 'Revenue by month and region' },
      tableOf(
        'Orders, revenue and growth',
        [
          column('Month', 'date', MONTH),
          column('Region'),
          column('Orders', 'integer', COUNT),
          column('Revenue', 'decimal', MONEY),
          column('Growth', 'float', SHARE),
        ],
        byMonth,
        { note: 'Returns are taken off in the month of the order.' },
      ),
      { type: 'source', text: 'sales_2026.csv' },
      { type: 'heading', level: 1, text: 'What customers say' },
      {
        type: 'quote',
        text: 'Delivery in the north has become reliable. We have stopped keeping a reserve of our own.',
        source: 'Survey of the autumn, page 12',
      },
      {
        type: 'notice',
        tone: 'warning',
        text: '14 rows of September have no region. They are in no figure of a region.',
      },
      ...charts.slice(1, 2),
      { type: 'heading', level: 1, text: 'How it was computed' },
      { type: 'code', language: 'sql', text: SQL },
      { type: 'notice', tone: 'info', text: 'Computed on this computer; no row has left it.' },
    ],
    { title: 'Sales report, October 2026', subtitle: 'For the board of Nordlicht Handels GmbH' },
  );

const SUMMARY = `Revenue has grown **for the third month in a row**. The growth comes from two regions:

1. *South*, where the new branch has been open since July,
2. *North*, where delivery has become faster.

- The average order is unchanged.
- Returns have fallen, most of all for \`shoes\`:
  - in the shops by a third,
  - online by a tenth.

> Figures of October are preliminary until the 10th of November.

| Region | Orders | Target |
|---|---:|:---:|
| North | 412 | reached |
| South | 538 | **exceeded** |

See [the plan](https://plan.example.com/2026) for the targets.`;

const SQL = `SELECT date_trunc('month', ordered_on) AS month, region,
       count(*) AS orders, sum(amount) AS revenue
FROM sales
WHERE ordered_on >= DATE '2026-01-01'
GROUP BY ALL
ORDER BY month, region`;

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

export const awkwardReport = (charts: Charts): Publication =>
  publication(
    [
      { type: 'text', markdown: HOSTILE },
      tableOf(
        'Names',
        [column('Name'), column(`${LONG} in thousands`), column('Balance', 'decimal', MONEY)],
        [
          ['株式会社東京データ分析研究所', 'x'.repeat(90), '-1234567.89'],
          ['شركة البيانات العربية للتحليل', LONG, '0.00'],
          ['Ünïcödé & <b>bold</b> =1+1', '😀 👩‍👩‍👧 emoji', '-0.50'],
          ['Żółw Łódź Ελλάδα Россия', null, null],
          ['\u{12000} cuneiform', 'a\u202eb', '99999999999999.99'],
        ],
      ),
      tableOf('Forty columns', FORTY, [
        Array.from({ length: 40 }, (_, at) => at * 1_234),
        Array.from({ length: 40 }, (_, at) => -at),
      ]),
      tableOf('Nothing', [column('Region'), column('Revenue', 'decimal', MONEY)], []),
      tableOf(
        null,
        [
          column('Number', 'integer', COUNT),
          column('Customer'),
          column('Paid on', 'date'),
          column('Amount', 'decimal', MONEY),
        ],
        MANY,
      ),
      ...charts,
    ],
    { title: `A report with a very long title that does not fit a line: ${LONG}`, subtitle: 'Awkward data' },
  );

const FORTY = Array.from({ length: 40 }, (_, at) => column(`Measure ${at + 1}`, 'integer', COUNT));

const MANY: Cell[][] = Array.from({ length: 3_000 }, (_, at) => [
  at + 1,
  `Customer ${at % 7 === 0 ? LONG.slice(0, 40) : at}`,
  `2026-0${(at % 9) + 1}-1${at % 10}`,
  ((at % 5 === 0 ? -1 : 1) * at * 13.37).toFixed(2),
]);

const HOSTILE = `<script>alert(1)</script> ![pixel](https://evil.example/p.png) [click](javascript:alert(1)) **bold** <img src=x onerror=alert(1)>

### A heading of the text

\`\`\`html
<img src="https://evil.example/x.png">
\`\`\`

- [x] done
- [ ] not done`;

export const germanReport = (charts: Charts): Publication =>
  publication(
    [
      { type: 'heading', level: 1, text: 'Überblick' },
      {
        type: 'text',
        markdown: 'Der Umsatz ist im Oktober um **4,2 %** gestiegen. Größter Standort bleibt *Nürnberg Süd*.',
      },
      { type: 'figure', label: 'Umsatz', value: '118.205,40 €', detail: '+4,2 % zum September' },
      { type: 'figure', label: 'Aufträge', value: '2.214', detail: null },
      ...charts.slice(0, 1),
      { type: 'source', text: 'Umsätze_2026.xlsx, Blatt „Oktober“, gelesen am 3. November 2026' },
      { type: 'heading', level: 1, text: 'Umsatz je Monat' },
      tableOf(
        'Umsatz und Aufträge',
        [
          column('Monat', 'date', MONTH),
          column('Region', 'text', TEXT),
          column('Aufträge', 'integer', COUNT),
          column('Umsatz', 'decimal', MONEY),
          column('Wachstum', 'float', SHARE),
        ],
        byMonth.slice(0, 16),
        { rowCount: 40, note: 'Retouren sind im Monat des Auftrags abgezogen.' },
      ),
      { type: 'quote', text: 'Die Lieferung ist seit dem Sommer zuverlässig.', source: 'Kundenumfrage, Seite 12' },
    ],
    {
      title: 'Umsatzbericht Oktober 2026',
      subtitle: 'Für die Geschäftsführung',
      locale: { language: 'de', numbers: 'de-DE' },
    },
  );
