import type { Measure } from '../../../../src/preload/contract/query';
import { holds } from './conditions';
import { numbers, order, quantile, type Row, type Value } from './rows';

export function calculated(calculate: string, a: number, b: number): number | null {
  if (calculate === 'divide') return b === 0 ? null : a / b;
  return calculate === 'add' ? a + b : calculate === 'subtract' ? a - b : a * b;
}

export function measured(measure: Measure, all: readonly Row[]): Value {
  const rows = all.filter((row) => (measure.where ?? []).every((condition) => holds(condition, row, all)));
  const { of, with: other } = measure;
  const valueIn = (row: Row): Value => {
    if (of === undefined) return 1;
    if (typeof of === 'string') return row[of] ?? null;
    const [a, b] = [row[of.left] ?? null, row[of.right] ?? null];
    return a === null || b === null ? null : calculated(of.calculate, Number(a), Number(b));
  };
  const present = rows.map(valueIn).filter((value) => value !== null);
  const list = () => numbers(present.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
  const sum = (): number => list().reduce((total, value) => total + value, 0);
  const sorted = present.toSorted(order);
  switch (measure.measure) {
    case 'count':
      return present.length;
    case 'distinct':
      return new Set(present).size;
    case 'missing':
      return rows.length - present.length;
    case 'sum':
      return present.length === 0 && !measure.where?.length ? null : sum();
    case 'mean': {
      if (other === undefined) return present.length === 0 ? null : sum() / present.length;
      const pairs = rows.flatMap((row) =>
        valueIn(row) === null || row[other] === null ? [] : [[Number(valueIn(row)), Number(row[other])] as const],
      );
      const weights = pairs.reduce((total, [, weight]) => total + weight, 0);
      return weights === 0 ? null : pairs.reduce((total, [value, weight]) => total + value * weight, 0) / weights;
    }
    case 'median':
      return quantile(list(), 0.5);
    case 'percentile':
      return quantile(list(), Number(measure.percentile) / 100);
    case 'mode': {
      const counts = Map.groupBy(sorted, (value) => value);
      return [...counts].toSorted((a, b) => b[1].length - a[1].length || order(a[0], b[0]))[0]?.[0] ?? null;
    }
    case 'min':
      return sorted[0] ?? null;
    case 'max':
      return sorted.at(-1) ?? null;
    case 'range':
      return present.length === 0 ? null : Number(sorted.at(-1)) - Number(sorted[0]);
    case 'standard_deviation':
    case 'variance': {
      if (present.length < 2) return null;
      const mean = sum() / present.length;
      const variance = list().reduce((total, value) => total + (value - mean) ** 2, 0) / (present.length - 1);
      return measure.measure === 'variance' ? variance : Math.sqrt(variance);
    }
    case 'first':
    case 'last': {
      const dated = rows.filter((row) => valueIn(row) !== null && row[other!] !== null);
      const moments = dated.map((row) => String(row[other!])).toSorted();
      const at = measure.measure === 'first' ? moments[0] : moments.at(-1);
      return (
        dated
          .filter((row) => String(row[other!]) === at)
          .map(valueIn)
          .toSorted(order)[0] ?? null
      );
    }
    case 'correlation': {
      const pairs = rows.flatMap((row) =>
        valueIn(row) === null || row[other!] === null ? [] : [[Number(valueIn(row)), Number(row[other!])] as const],
      );
      return correlation(pairs);
    }
  }
}

function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const mean = (index: 0 | 1): number => pairs.reduce((total, pair) => total + pair[index], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = (index: 0 | 1, middle: number): number =>
    pairs.reduce((total, pair) => total + (pair[index] - middle) ** 2, 0);
  const both = pairs.reduce((total, [a, b]) => total + (a - x) * (b - y), 0);
  const scale = Math.sqrt(spread(0, x) * spread(1, y));
  return pairs.length === 0 || scale === 0 ? null : both / scale;
}
