import type { Grain } from '#contract/query';
import { rule } from '../rules';
import { shifted } from '../tokens';

const LENGTHS: Partial<Record<Grain, { value: string; unit: string }>> = {
  minute: { value: '1', unit: 'minute' },
  hour: { value: '1', unit: 'hour' },
  day: { value: '1', unit: 'day' },
  week: { value: '7', unit: 'day' },
  year: { value: '1', unit: 'year' },
};

/** Numbers with what stands beside them. */
export const AMOUNT_RULES = [
  rule('amount', ['unit?', 'number|numeral', 'scale', 'unit?'], -0.1, ([before, value, places, after]) => ({
    value: shifted(value, places),
    bare: value,
    percent: false,
    unit: after ?? before ?? null,
  })),
  rule('amount', ['unit?', 'number|numeral', 'percent?', 'unit?'], 0, ([before, value, percent, after]) => ({
    value,
    percent: percent === true,
    unit: after ?? before ?? null,
  })),
  rule('amount', ['unit?', 'year', 'unit?'], 0.5, ([before, value, after]) => ({
    value: String(value),
    percent: false,
    unit: after ?? before ?? null,
  })),
  rule('compared', ['comparative', 'amount'], 0, ([word, amount]) => ({ ...word, amount })),
  // "more than a week"
  rule('compared', ['comparative', 'grain'], 0.05, ([word, grain]) => {
    const length = LENGTHS[grain];
    return length ? { ...word, amount: { ...length, percent: false } } : null;
  }),
  rule('amount', ['number|numeral', 'grain'], 0, ([number, grain]) =>
    grain === 'week' ? { value: String(Number(number) * 7), percent: false, unit: 'day' } : null,
  ),
  rule('compared', ['amount', 'at_edge'], 0, ([amount, op]) => ({ op, amount })),
];
