import { randomFrom } from '../random';
import type { Row } from './reference';

/** Orders as they are written down somewhere: gaps, ties, nothing where something belongs, names that are hard on programs. */
export function orderRows(count = 90, seed = 7): Row[] {
  const { below, pick } = randomFrom(seed);
  const day = (from: string, days: number): string =>
    new Date(Date.parse(`${from}T00:00:00Z`) + below(days) * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, at): Row => {
    // Years turn within a week, and some months have no orders at all.
    const ordered =
      at % 17 === 3
        ? null
        : pick([day('2022-12-26', 14), day('2023-06-01', 200), day('2024-02-20', 60), day('2024-09-01', 200)]);
    return {
      id: at + 1,
      ordered_on: ordered,
      // Two o'clock happens never, and twice.
      placed_at: `${pick(['2024-03-31', '2024-10-27', '2024-10-28', '2025-01-01'])}T${pick(['00', '02', '03', '23'])}:${pick(['00', '30'])}:0${below(3)}`,
      shipped_on: ordered === null || at % 11 === 5 ? null : day(ordered, 20),
      region: pick(['West', 'West', 'East', 'Nörd', 'constructor', 'say "hi"', null]),
      product: pick(['Lamp', 'Desk', 'ß-Chair', '__proto__', "O'Neill"]),
      amount: at % 13 === 2 ? null : pick([10.5, 20.25, 99.99, 0.01, -5.5, below(100_000) / 100]),
      qty: pick([1, 2, 2, 3, 5, null]),
      returned: pick([true, false, false]),
    };
  });
}

const cell = (value: Row[string]): string => {
  if (value === null) return '';
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as a CSV file. */
export const csvOf = (rows: readonly Row[]): string => {
  const names = Object.keys(rows[0] ?? {});
  return `${[names.map(cell).join(','), ...rows.map((row) => names.map((name) => cell(row[name] ?? null)).join(','))].join('\n')}\n`;
};
