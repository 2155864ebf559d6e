import type { Query } from '#contract/query';
import { sameQuestion } from '../../../../query';

/** Each question once, by its likeliest reading. */
export function different<R extends { query: Query }>(readings: readonly R[]): R[] {
  const found: R[] = [];
  for (const reading of readings) if (found.every(({ query }) => differs(query, reading.query))) found.push(reading);
  return found;
}

/** Another question, and not the same in another order or picture. */
const differs = (a: Query, b: Query): boolean => !sameQuestion(asked(a), asked(b));

/** Without the order of all there is, and the picture. */
const asked = ({ show: _, order, ...query }: Query): Query => (query.limit && order ? { ...query, order } : query);
