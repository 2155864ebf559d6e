import type { Cell, MessagePart, NumberSource, ResultId, Table } from '#contract';
import { CURRENCY_SIGNS } from '#contract/currencies';

/** A result whose cells may stand behind numbers of an answer. */
export interface KnownResult {
  id: ResultId;
  table: Table;
}

interface Found {
  start: number;
  end: number;
  value: number;
  decimals: number;
}

const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,-])[-−]?\s?(?:[${CURRENCY_SIGNS}]|[A-Z]{3}\s)?\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(\s?%)?(?![\p{L}\p{N}_]|-\d|[.,]\d)`,
  'gu',
);

/**
 * Ties each number of an answer to the cell it shows: one whose value, rounded to the digits written, is that number.
 * Percentages are looked for as fractions. Smaller results are looked through first, as they hold the headline figures.
 */
export function numberSources(parts: readonly MessagePart[], results: readonly KnownResult[]): NumberSource[] {
  const bySize = [...results].sort((a, b) => a.table.rows.length - b.table.rows.length);
  const indexes = new Map<number, Map<string, Omit<NumberSource, 'part' | 'start' | 'end'>>>();
  const indexFor = (decimals: number) => {
    const known = indexes.get(decimals) ?? indexCells(bySize, decimals);
    indexes.set(decimals, known);
    return known;
  };
  return parts.flatMap((part, index) => {
    if (part.type !== 'text') return [];
    return findNumbers(part.text).flatMap((written) => {
      const source = indexFor(written.decimals).get(written.value.toFixed(written.decimals));
      return source ? [{ part: index, start: written.start, end: written.end, ...source }] : [];
    });
  });
}

/** Numbers in prose; those in tables speak for themselves and are left out. */
export function findNumbers(text: string): Found[] {
  const numbers: Found[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (!/^\s*[|>]/.test(line)) {
      for (const match of line.matchAll(NUMBER)) numbers.push(toFound(match, offset));
    }
    offset += line.length + 1;
  }
  return numbers;
}

function toFound(match: RegExpExecArray, offset: number): Found {
  const [whole, integer = '', fraction = '', percent] = match;
  const magnitude = Number(`${integer.replaceAll(',', '')}.${fraction || '0'}`);
  const value = /^[-−]/.test(whole) ? -magnitude : magnitude;
  const lead = whole.length - whole.trimStart().length;
  return {
    start: offset + match.index + lead,
    end: offset + match.index + whole.length,
    value: percent ? value / 100 : value,
    decimals: fraction.length + (percent ? 2 : 0),
  };
}

function indexCells(results: readonly KnownResult[], decimals: number) {
  const index = new Map<string, Omit<NumberSource, 'part' | 'start' | 'end'>>();
  for (const { id, table } of results) {
    for (const [row, cells] of table.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const value = numeric(cell, table.columns[column]?.type);
        if (value === null) continue;
        for (const key of new Set([value.toFixed(decimals), (-value).toFixed(decimals)])) {
          if (!index.has(key)) index.set(key, { resultId: id, row, column });
        }
      }
    }
  }
  return index;
}

function numeric(cell: Cell, type: string | undefined): number | null {
  if (type !== 'integer' && type !== 'decimal' && type !== 'float') return null;
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
