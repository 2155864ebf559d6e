/** What strangers bring: a file that questions were asked of, and the one of the next month, which differs in some way. */

export interface Sale {
  id: number;
  day: string;
  region: string;
  product: string;
  amount: number;
}

const REGIONS = ['North', 'South', 'West'];
const PRODUCTS = ['Desk', 'Chair', 'Lamp', 'Shelf'];

/** Sales of one month, the same each time: cents in `amount`. */
export function salesOf(month: string, count = 24, seed = 7): Sale[] {
  return Array.from({ length: count }, (_, at) => ({
    id: 1_000 * Number(month.slice(5)) + at,
    day: `${month}-${String((at % 28) + 1).padStart(2, '0')}`,
    region: REGIONS[(at * seed) % REGIONS.length] ?? '',
    product: PRODUCTS[(at * 5 + seed) % PRODUCTS.length] ?? '',
    amount: 1_250 + ((at * 7_919 * seed) % 90_000),
  }));
}

export const cents = (amount: number): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
const german = (amount: number): string => cents(amount).replace('.', ',');
const germanDay = (day: string): string => day.split('-').reverse().join('.');

export const HEAD = ['order_id', 'ordered_on', 'region', 'product', 'amount'];
const line = ({ id, day, region, product, amount }: Sale): string[] => [
  String(id),
  day,
  region,
  product,
  cents(amount),
];

export const csv = (head: readonly string[], rows: readonly (readonly string[])[], delimiter = ','): string =>
  `${[head, ...rows].map((row) => row.join(delimiter)).join('\n')}\n`;

export const plainFile = (sales: readonly Sale[]): string => csv(HEAD, sales.map(line));

/** Sums of cents by a key of each sale: what tests hold results against, computed without any of the app. */
export function sumsBy(sales: readonly Sale[], key: (sale: Sale) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const sale of sales) sums.set(key(sale), (sums.get(key(sale)) ?? 0) + sale.amount);
  return sums;
}

export const MARCH = salesOf('2025-03');
export const APRIL = salesOf('2025-04', 30, 11);

/** April's file as ten strangers would save it. */
export const strangersFiles: Record<string, string | Buffer> = {
  'a renamed column': csv(['order_id', 'ordered_on', 'region', 'product', 'net_amount'], APRIL.map(line)),
  'a line above its header': `Sales report April;;;;\n${csv(HEAD, APRIL.map(line), ';')}`,
  'decimal commas': csv(
    HEAD,
    APRIL.map((sale) => [...line(sale).slice(0, 4), german(sale.amount)]),
    ';',
  ),
  'German dates': csv(
    HEAD,
    APRIL.map((sale) => [String(sale.id), germanDay(sale.day), ...line(sale).slice(2)]),
  ),
  'another currency': csv(
    HEAD,
    APRIL.map((sale) => [...line(sale).slice(0, 4), `€${cents(sale.amount)}`]),
  ),
  'a total at its end': `${plainFile(APRIL)}Total,,,,${cents(APRIL.reduce((sum, { amount }) => sum + amount, 0))}\n`,
  'ids twice': csv(
    HEAD,
    [...APRIL, ...APRIL.slice(0, 3).map((sale) => ({ ...sale, amount: sale.amount + 1 }))].map(line),
  ),
  'a column split in two': csv(
    ['order_id', 'ordered_on', 'region_name', 'region_code', 'product', 'amount'],
    APRIL.map(({ id, day, region, product, amount }) => [
      String(id),
      day,
      `${region}ern`,
      region.slice(0, 1),
      product,
      cents(amount),
    ]),
  ),
  'another encoding': Buffer.from(plainFile(APRIL.map((sale) => ({ ...sale, region: `${sale.region} ü` }))), 'latin1'),
  'fewer categories': plainFile(APRIL.filter(({ region }) => region !== 'West')),
  'another category': plainFile(APRIL.map((sale, at) => (at % 5 === 0 ? { ...sale, region: 'East' } : sale))),
  'numbers for names': plainFile(
    APRIL.map((sale) => ({ ...sale, product: String(PRODUCTS.indexOf(sale.product) + 101) })),
  ),
};
