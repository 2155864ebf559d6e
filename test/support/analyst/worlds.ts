import { readFileSync } from 'node:fs';
import { randomFrom } from '../random';

/** A file, and what is truly in it: made by the test, so that no reader stands between the two. Money is in whole cents. */
export interface World<Row> {
  name: string;
  rows: Row[];
  content: string | Buffer;
}

export type Day = `${number}-${number}-${number}`;
const DAY_MS = 86_400_000;
export const day = (start: string, offset: number): string =>
  new Date(Date.parse(`${start}T00:00:00Z`) + offset * DAY_MS).toISOString().slice(0, 10);
const cents = (value: number, point = '.'): string =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}${point}${String(Math.abs(value) % 100).padStart(2, '0')}`;
const german = (iso: string): string => iso.split('-').toReversed().join('.');

export interface Sale {
  id: number;
  date: string | null;
  region: string;
  country: string;
  product: string;
  category: string;
  channel: string;
  customer: string;
  quantity: number;
  price: number | null;
  discount: number;
  amount: number;
  returned: boolean;
}

/** The sample that comes with the app, read by a few lines that know nothing of the product. */
export function sampleSales(): World<Sale> {
  const content = readFileSync('resources/samples/sales.csv', 'utf8');
  const [, ...lines] = content.split(/\r?\n/).filter((line) => line !== '');
  const rows = lines.flatMap((line): Sale[] => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? '');
    if (cells.length !== 13) return [];
    const [
      id = '',
      date = '',
      region = '',
      country = '',
      product = '',
      category = '',
      channel = '',
      customer = '',
      quantity = '',
      price = '',
      discount = '',
      amount = '',
      returned = '',
    ] = cells;
    const real = new Date(`${date}T00:00:00Z`);
    return [
      {
        id: Number(id),
        date: !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null,
        region,
        country,
        product,
        category,
        channel,
        customer,
        quantity: Number(quantity),
        price: /^\d/.test(price) ? Math.round(Number(price) * 100) : null,
        discount: Number(discount),
        amount: Math.round(Number(amount) * 100),
        returned: returned === 'yes',
      },
    ];
  });
  return { name: 'sales.csv', rows, content };
}

export interface Order {
  number: number;
  date: string;
  shop: string;
  article: string;
  pieces: number;
  revenue: number;
}

/** Semicolons, decimal commas, thousands dots, days first, a byte-order mark. */
export function orders(): World<Order> {
  const random = randomFrom(11);
  const rows = Array.from({ length: 900 }, (_, index) => ({
    number: 5_000 + index,
    date: day('2023-02-01', random.below(1_000)),
    shop: random.pick(['Köln', 'Wien', 'Zürich', 'Graz']),
    article: random.pick(['Tee', 'Kaffee', 'Kakao', 'Honig', 'Zucker', 'Salz']),
    pieces: 1 + random.below(12),
    revenue: 150 + random.below(250_000),
  }));
  const money = (value: number) => cents(value, ',').replace(/\B(?=(?:\d{3})+,)/g, '.');
  const lines = rows.map((row) =>
    [row.number, german(row.date), row.shop, row.article, row.pieces, `${money(row.revenue)} €`].join(';'),
  );
  const content = `\uFEFF${['Order No;Order Date;Shop;Article;Pieces;Revenue', ...lines].join('\r\n')}\r\n`;
  return { name: 'orders.csv', rows, content };
}

export interface Employee {
  id: number;
  name: string;
  department: string;
  city: string | null;
  hired: string;
  salary: number;
  age: number;
  active: boolean;
}

export function employees(): World<Employee> {
  const random = randomFrom(12);
  const rows = Array.from({ length: 320 }, (_, index) => ({
    id: 1 + index,
    name: `Person ${String.fromCharCode(65 + (index % 26))}${index}`,
    department: random.pick(['Engineering', 'Support', 'Finance', 'Marketing', 'Legal']),
    city: random.next() < 0.06 ? null : random.pick(['Berlin', 'Lisbon', 'Madrid']),
    hired: day('2010-01-04', random.below(5_500)),
    salary: 2_800_000 + random.below(9_000_000),
    age: 20 + random.below(45),
    active: random.next() < 0.85,
  }));
  const lines = rows.map((row) =>
    [
      row.id,
      row.name,
      row.department,
      row.city ?? '',
      row.hired,
      `$${cents(row.salary)}`,
      row.age,
      row.active ? 'true' : 'false',
    ].join(','),
  );
  return {
    name: 'employees.csv',
    rows,
    content: `${['employee_id,name,department,city,hired_on,salary,age,active', ...lines].join('\n')}\n`,
  };
}

export interface Reading {
  at: string;
  sensor: string;
  temperature: number | null;
  humidity: number;
}

/** Timestamps, numbers with an exponent's worth of digits, and gaps, separated by tabs. */
export function sensors(): World<Reading> {
  const random = randomFrom(13);
  const rows = Array.from({ length: 1_500 }, (_, index) => {
    const temperature = 12 + 9 * Math.sin(index / 190) + random.next() * 4;
    return {
      at: `${day('2025-03-01', Math.floor(index / 12))} ${String((index % 12) * 2).padStart(2, '0')}:30:00`,
      sensor: random.pick(['A1', 'A2', 'B7']),
      temperature: random.next() < 0.03 ? null : Number(temperature.toFixed(4)),
      humidity: Number((95 - 2.1 * temperature + random.next() * 6).toFixed(3)),
    };
  });
  const lines = rows.map((row) => [row.at, row.sensor, row.temperature ?? '', row.humidity].join('\t'));
  return {
    name: 'readings.tsv',
    rows,
    content: `${['recorded_at\tsensor\ttemperature\thumidity', ...lines].join('\n')}\n`,
  };
}

export interface Article {
  sku: string;
  warehouse: string;
  stock: number;
  price: number;
  fragile: boolean;
}

/** No dates; names with quotes, commas and line breaks in them. */
export function inventory(): World<Article> {
  const random = randomFrom(14);
  const rows = Array.from({ length: 260 }, (_, index) => ({
    sku: `SKU-${index % 250}`,
    warehouse: random.pick(['North "Dock", A', 'South\nYard', 'Main']),
    stock: random.below(400),
    price: 99 + random.below(50_000),
    fragile: random.next() < 0.2,
  }));
  for (const [index, row] of rows.entries()) if (index >= 250) Object.assign(row, rows[index - 250]);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    [row.sku, quoted(row.warehouse), row.stock, cents(row.price), row.fragile ? 'yes' : 'no'].join(','),
  );
  return {
    name: 'inventory.csv',
    rows,
    content: `${['sku,warehouse,stock,unit_price,fragile', ...lines].join('\r\n')}\r\n`,
  };
}

export interface Ticket {
  ticket: string;
  status: string;
  team: string;
  opened: string;
  escalated: boolean;
}

/** Nothing to add up; days and months in American order. */
export function tickets(): World<Ticket> {
  const random = randomFrom(15);
  const rows = Array.from({ length: 700 }, (_, index) => ({
    ticket: `T-${index + 1}`,
    status: random.pick(['Open', 'Closed', 'On Hold']),
    team: random.pick(['Red', 'Blue', 'Green']),
    opened: day('2024-01-01', random.below(600)),
    escalated: random.next() < 0.13,
  }));
  const american = (iso: string) => iso.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');
  const lines = rows.map((row) =>
    [row.ticket, row.status, row.team, american(row.opened), row.escalated ? 'Y' : 'N'].join(','),
  );
  return { name: 'tickets.csv', rows, content: `${['ticket,status,team,opened_on,escalated', ...lines].join('\n')}\n` };
}

export interface Expense {
  date: string;
  department: string;
  vendor: string;
  amount: number;
}

/** Latin-1, a title above the header, and lines that are no rows. */
export function expenses(): World<Expense> {
  const random = randomFrom(16);
  const rows = Array.from({ length: 480 }, () => ({
    date: day('2024-01-01', random.below(700)),
    department: random.pick(['Bäckerei', 'Büro', 'Lager']),
    vendor: random.pick(['Müller', 'Café Noir', 'Søren', 'Acme']),
    amount: 500 + random.below(90_000),
  }));
  const lines = rows.map((row) => [row.date, row.department, row.vendor, cents(row.amount)].join(';'));
  lines.splice(100, 0, '2024-05-05;Büro');
  lines.splice(300, 0, 'one;two;three;four;five;six');
  return {
    name: 'expenses.csv',
    rows,
    content: Buffer.from(`${['date;department;vendor;amount', ...lines].join('\n')}\n`, 'latin1'),
  };
}
