// @ts-check
/** Writes resources/samples. The same seed writes the same bytes, so a change here shows as a change there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'resources', 'samples');
let state = 20_230_102;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};
/** @template T @param {readonly (readonly [T, number])[]} choices @returns {T} */
const weighted = (choices) => {
  let at = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    at -= weight;
    if (at <= 0) return value;
  }
  return choices[0][0];
};

const PRODUCTS = /** @type {const} */ ([
  ['Standing desk', 'Furniture', 48900],
  ['Office chair', 'Furniture', 27900],
  ['Bookshelf', 'Furniture', 14900],
  ['Filing cabinet', 'Furniture', 18900],
  ['Desk lamp', 'Lighting', 5490],
  ['Floor lamp', 'Lighting', 9900],
  ['LED panel', 'Lighting', 7450],
  ['Monitor arm', 'Accessories', 11900],
  ['Cable tray', 'Accessories', 2490],
  ['Footrest', 'Accessories', 3990],
  ['Whiteboard', 'Supplies', 8900],
  ['Notebook A5', 'Supplies', 690],
  ['Gel pens, set of 12', 'Supplies', 1290],
  ['Paper A4, 5 reams', 'Supplies', 2790],
]);
const REGIONS = /** @type {const} */ ([
  ['West', 38],
  ['North', 28],
  ['South', 20],
  ['East', 14],
]);
const COUNTRIES = {
  West: ['France', 'Belgium'],
  North: ['Sweden', 'Denmark'],
  South: ['Italy', 'Spain'],
  East: ['Poland', 'Czechia'],
};
const CHANNELS = /** @type {const} */ ([
  ['Online', 55],
  ['Store', 30],
  ['Partner', 15],
]);
/** Sales by month of the year, in percent of an average month. */
const SEASON = [92, 88, 97, 95, 98, 90, 82, 78, 106, 112, 134, 128];
const DAY = 86_400_000;
const cents = (/** @type {number} */ value) =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
const iso = (/** @type {number} */ at) => new Date(at).toISOString().slice(0, 10);

function salesLines() {
  const lines = [];
  let order = 10_001;
  for (let at = Date.UTC(2023, 0, 2); at <= Date.UTC(2025, 11, 30); at += DAY) {
    const date = new Date(at);
    const weekday = date.getUTCDay();
    const growth = 1 + (at - Date.UTC(2023, 0, 2)) / DAY / 365 / 7;
    const busy = (SEASON[date.getUTCMonth()] ?? 100) / 100;
    const expected = 4.7 * growth * busy * (weekday === 0 ? 0.35 : weekday === 6 ? 0.7 : 1.15);
    for (let n = Math.floor(expected + random()); n > 0; n -= 1) {
      lines.push(saleLine(order, at));
      order += 1;
    }
  }
  return lines;
}

/** @param {number} order @param {number} at */
function saleLine(order, at) {
  const region = weighted(REGIONS);
  const country = COUNTRIES[region][random() < 0.62 ? 0 : 1];
  const [product, category, price] = weighted(PRODUCTS.map((one) => [one, 40_000 / (one[2] + 3_000)]));
  const channel = weighted(CHANNELS);
  const quantity = category === 'Supplies' ? 1 + Math.floor(random() ** 2 * 30) : 1 + Math.floor(random() ** 3 * 6);
  const raised = Math.round(price * (new Date(at).getUTCFullYear() === 2025 ? 1.04 : 1));
  const discount = channel === 'Partner' ? 15 : random() < 0.18 ? 10 : 0;
  const returned = random() < 0.035;
  const amount = Math.round((quantity * raised * (100 - discount)) / 100) * (returned ? -1 : 1);
  const customer = `C-${String(1 + Math.floor(random() ** 1.6 * 640)).padStart(4, '0')}`;
  return [
    order,
    iso(at),
    region,
    country,
    /,/.test(product) ? `"${product}"` : product,
    category,
    channel,
    customer,
    quantity,
    cents(raised),
    (discount / 100).toFixed(2),
    cents(amount),
    returned ? 'yes' : 'no',
  ].join(',');
}

/** What real exports have: two lines that broke, prices nobody knows, a mistyped date, an order sent twice. @param {string[]} lines */
function dirty(lines) {
  const change = (/** @type {number} */ at, /** @type {(fields: string[]) => string[]} */ how) => {
    lines[at] = how(/** @type {string} */ (lines[at]).split(',')).join(',');
  };
  const plain = (/** @type {number} */ from) => lines.findIndex((line, index) => index >= from && !line.includes('"'));
  for (const from of [411, 1_733, 2_918, 4_402]) change(plain(from), (fields) => fields.with(9, 'n/a'));
  change(plain(2_200), (fields) => fields.with(1, '2024-02-30'));
  lines.splice(3_600, 0, /** @type {string} */ (lines[plain(3_590)]));
  lines.splice(810, 0, '10777,2023-06-02,West,France,Desk');
  lines.splice(3_075, 0, `${lines[plain(3_070)]},checked,JB`);
  return lines;
}

function temperatureLines() {
  const stations = /** @type {const} */ ([
    ['Harbour', 11],
    ['Hilltop', 8],
    ['Old town', 12],
  ]);
  const lines = [];
  for (let day = 0; day < 140; day += 1) {
    for (const [station, base] of stations) {
      const wave = Math.sin(((day + 60) / 365) * 2 * Math.PI - Math.PI / 2) * 9;
      const warmth = base + wave + (random() - 0.5) * 6;
      const rain = random() < 0.4 ? random() ** 2 * 24 : 0;
      const date = new Date(Date.UTC(2025, 2, 1) + day * DAY);
      const written = `${String(date.getUTCDate()).padStart(2, '0')}.${String(date.getUTCMonth() + 1).padStart(2, '0')}.${date.getUTCFullYear()}`;
      const comma = (/** @type {number} */ value) => value.toFixed(1).replace('.', ',');
      const missing = random() < 0.012;
      lines.push(
        [written, station, missing ? '' : comma(warmth), comma(rain), Math.round(55 + random() * 40)].join(';'),
      );
    }
  }
  return lines;
}

const listing = [
  {
    name: 'sales.csv',
    file: 'sales.csv',
    about:
      'Three years of orders of an office furniture shop: regions, products, channels, returns, and a few broken lines.',
    questions: [
      'Show sales by month for each region in 2025, without returns',
      'Top 5 products by amount',
      'Share of amount by category',
      'How did amount grow year over year?',
    ],
  },
  {
    name: 'weather.csv',
    file: 'weather.csv',
    about: 'Daily readings of three weather stations in spring and summer 2025, with semicolons and decimal commas.',
    questions: [
      'Average temperature by month and station',
      'Which station had the most rain?',
      'Distribution of temperature',
      'Relation of temperature and humidity',
    ],
  },
];

mkdirSync(folder, { recursive: true });
const header =
  'order_id,ordered_on,region,country,product,category,channel,customer,quantity,unit_price,discount,amount,is_return';
writeFileSync(join(folder, 'sales.csv'), `${header}\n${dirty(salesLines()).join('\n')}\n`);
writeFileSync(
  join(folder, 'weather.csv'),
  `Date;Station;Temperature;Rain mm;Humidity\r\n${temperatureLines().join('\r\n')}\r\n`,
);
writeFileSync(join(folder, 'samples.json'), `${JSON.stringify(listing, null, 2)}\n`);
