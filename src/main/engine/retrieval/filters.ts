import type { Attributes, Filter } from './types';

/** Whether a document's attributes fit; one it does not have fits nothing but "is not". */
export function fits(attributes: Attributes, filter: Filter): boolean {
  switch (filter.type) {
    case 'and':
      return filter.filters.every((one) => fits(attributes, one));
    case 'or':
      return filter.filters.some((one) => fits(attributes, one));
    case 'in':
    case 'nin': {
      const found = filter.value.some((one) => one === attributes[filter.key]);
      return found === (filter.type === 'in');
    }
    default:
      return compares(attributes[filter.key], filter.type, filter.value);
  }
}

function compares(
  mine: Attributes[string] | undefined,
  type: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte',
  value: string | number | boolean,
): boolean {
  if (type === 'eq') return mine === value;
  if (type === 'ne') return mine !== value;
  if (mine === undefined || typeof mine !== typeof value) return false;
  if (type === 'gt') return mine > value;
  if (type === 'gte') return mine >= value;
  return type === 'lt' ? mine < value : mine <= value;
}
