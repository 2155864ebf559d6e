import type { DescribeDataOutput } from '../../../src/preload/contract/data-tools';
import type { ColumnProfile } from '../../../src/preload/contract/datasets';

export type Described = DescribeDataOutput['datasets'][number];

const plain: Omit<ColumnProfile, 'name' | 'type' | 'role'> = {
  unit: null,
  scale: 0,
  nulls: 0,
  distinct: 100,
  distinctExact: true,
  min: null,
  max: null,
  mean: null,
  top: [],
  odd: null,
  readAs: [],
  guessed: false,
};

type Extra = Partial<ColumnProfile>;

export const date = (name: string, min: string, max: string, extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: min.includes('T') ? 'timestamp' : 'date',
  role: 'time',
  min,
  max,
  ...extra,
});

/** A column with these values, all of them known. */
export const words = (name: string, values: string[], extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: 'text',
  role: 'dimension',
  distinct: values.length,
  top: values.map((value, index) => ({ value, count: 1_000 - index })),
  min: values.toSorted()[0] ?? null,
  max: values.toSorted().at(-1) ?? null,
  ...extra,
});

export const money = (name: string, min: number, max: number, extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: 'decimal',
  role: 'measure',
  scale: 2,
  unit: { kind: 'currency', code: 'EUR' },
  distinct: 4_000,
  min: min.toFixed(2),
  max: max.toFixed(2),
  ...extra,
});

export const whole = (name: string, min: number, max: number, extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: 'integer',
  role: 'measure',
  distinct: max - min + 1,
  min,
  max,
  ...extra,
});

export const float = (name: string, min: number, max: number, extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: 'float',
  role: 'measure',
  distinct: 3_000,
  min,
  max,
  ...extra,
});

export const flag = (name: string, extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: 'boolean',
  role: 'flag',
  distinct: 2,
  min: false,
  max: true,
  top: [
    { value: false, count: 900 },
    { value: true, count: 100 },
  ],
  ...extra,
});

export const id = (name: string, distinct: number, extra: Extra = {}): ColumnProfile => ({
  ...plain,
  name,
  type: 'integer',
  role: 'id',
  distinct,
  min: 1,
  max: distinct,
  ...extra,
});

export function described(
  name: string,
  rows: number,
  columns: ColumnProfile[],
  extra: Partial<Described> = {},
): Described {
  const table = name.replace(/\.[a-z]+$/i, '').replaceAll(/\W+/g, '_');
  return {
    name,
    sheet: null,
    table,
    records: rows,
    rows,
    rejected: 0,
    rejectedLines: [],
    rejectReasons: [],
    definitions: null,
    duplicates: 0,
    columns,
    notes: [],
    words: [],
    ...extra,
  };
}

export const sales = described(
  'sales.csv',
  5_214,
  [
    id('order_id', 5_213),
    date('ordered_on', '2023-01-02', '2025-12-30'),
    words('region', ['West', 'North', 'South', 'East']),
    words('country', ['Germany', 'France', 'Spain', 'Italy', 'Portugal']),
    words('product', ['Oak Desk', 'Pine Shelf', 'Steel Lamp', 'Wool Rug', 'Garden Chair', 'Tool Box', 'Paint Set']),
    words('category', ['Furniture', 'Lighting', 'Textiles', 'Tools', 'Garden']),
    words('channel', ['Online', 'Store', 'Partner']),
    words('customer', ['Acme GmbH', 'Birch & Co', 'Cedar Ltd', 'Dune SA', 'Elm BV'], { distinct: 640, role: 'text' }),
    whole('quantity', 1, 9),
    money('unit_price', 4, 890),
    float('discount', 0, 0.3, {
      type: 'decimal',
      scale: 2,
      min: '0.00',
      max: '0.30',
      distinct: 5,
      unit: { kind: 'percent' },
    }),
    money('amount', -3_400, 7_900),
    flag('is_return'),
  ],
  { records: 5_216, rejected: 2, rejectedLines: [812, 3_077], duplicates: 1 },
);

export const sensors = described('sensor_readings.csv', 20_000, [
  date('recorded_at', '2025-03-01T00:00:00', '2025-05-30T23:45:00'),
  words('sensor', ['A1', 'A2', 'B1', 'B2', 'Roof North']),
  words('building', ['Plant', 'Office', 'Warehouse']),
  float('temperature', -4.2, 38.9, { nulls: 12 }),
  float('humidity', 12, 98),
  whole('battery_level', 0, 100),
  flag('is_faulty'),
]);

export const employees = described('employees.csv', 412, [
  id('employee_id', 412),
  words('name', ['Ana Silva', 'Bo Chen', 'Cara Diaz', 'Dev Rao', 'Eve Moss'], { distinct: 410, role: 'text' }),
  words('department', ['Engineering', 'Sales', 'Marketing', 'Finance', 'Support']),
  words('job_title', ['Engineer', 'Manager', 'Analyst', 'Assistant']),
  words('city', ['Berlin', 'Lisbon', 'Madrid']),
  words('country', ['Germany', 'Portugal', 'Spain']),
  date('hired_on', '2008-02-01', '2025-09-15'),
  money('salary', 28_000, 145_000, { unit: { kind: 'currency', code: 'USD' } }),
  whole('age', 19, 66, { distinct: 48 }),
  flag('active'),
]);

export const invoices = described('invoices-2025.csv', 3_000, [
  id('Invoice No.', 3_000, { type: 'text' }),
  date('Invoice Date', '2024-01-01', '2025-06-20'),
  date('Due Date', '2024-01-31', '2025-07-20'),
  words('Cost Centre', ['CC-100', 'CC-200', 'CC-300']),
  words('; DROP TABLE', ['yes "maybe"', "Robert'); DROP TABLE x;--", 'plain']),
  words('Supplier Name', ['Müller & Söhne', 'O’Brien Ltd', 'Total']),
  money('Net Amt (EUR)', 10, 90_000),
  money('Gross Amt (EUR)', 11, 107_000),
  money('VAT €', 1, 17_000),
  whole('Qty', 1, 400),
  flag('Paid?'),
]);

/** No column with dates. */
export const survey = described('survey.csv', 900, [
  words('City', ['Porto', 'Faro', 'Braga']),
  words('Age group', ['18-29', '30-44', '45-64', '65+']),
  whole('Satisfaction score', 1, 5, { distinct: 5 }),
  whole('year', 2022, 2024, {
    role: 'dimension',
    distinct: 3,
    top: [2022, 2023, 2024].map((value) => ({ value, count: 300 })),
  }),
  whole('visits', 0, 40),
]);

/** No column with numbers. */
export const tickets = described('tickets.csv', 1_200, [
  words('ticket', ['T-1', 'T-2', 'T-3'], { role: 'id', distinct: 1_200 }),
  words('status', ['Open', 'Closed', 'On Hold']),
  words('team', ['Red', 'Blue']),
  words('priority', ['High', 'Medium', 'Low']),
  date('opened_on', '2025-01-01', '2025-12-31'),
  flag('escalated'),
]);

/** Dates that were agreed on, and when it was done. */
export const shipments = described('shipments.csv', 350, [
  id('shipment_id', 350, { type: 'text' }),
  date('order_date', '2025-01-02', '2025-10-28'),
  date('due_date', '2025-01-08', '2025-11-05'),
  date('delivered_date', '2025-01-07', '2025-11-06', { nulls: 36 }),
  words('carrier', ['DHL', 'UPS', 'GLS']),
  words('country', ['Germany', 'Poland', 'Spain']),
  float('weight_kg', 0.5, 60),
  float('freight_cost', 4, 180),
]);

/** Each row is an item, with numbers to be held against each other. */
export const stock = described('stock.csv', 120, [
  words('item', ['Chair 1', 'Desk 2'], { role: 'text', distinct: 120 }),
  words('category', ['Home', 'Office', 'Garden']),
  words('supplier', ['Acme', 'Birch', 'Core']),
  whole('stock', 0, 119),
  whole('reorder_level', 5, 40),
  float('unit_price', 3, 220),
]);

/** A row for each month and department. */
export const plans = described('plans.csv', 96, [
  date('month', '2024-01-01', '2025-12-01', { distinct: 24 }),
  words('department', ['Sales', 'IT', 'HR', 'Operations']),
  whole('budget', 20_000, 60_000),
  whole('actual', 17_000, 70_000),
  whole('headcount', 10, 24, { distinct: 15 }),
  float('first_response_minutes', 3, 900),
]);

export const deals = described('deals.csv', 300, [
  id('deal_id', 300, { type: 'text' }),
  date('created', '2024-01-05', '2025-07-18'),
  date('closed', '2024-02-02', '2025-09-30', { nulls: 190 }),
  words('owner', ['Anna Bell', 'Ben Cole', 'Chen Li']),
  words('country', ['Germany', 'France', 'Italy']),
  words('class', ['A', 'B', 'C']),
  words('stage', ['Lead', 'Won', 'Lost']),
  whole('deal_value_eur', 1_000, 89_500, { unit: { kind: 'currency', code: 'EUR' } }),
]);
