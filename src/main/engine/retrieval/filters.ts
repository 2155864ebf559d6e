import type { Attributes, Filter } from './types';

/** Whether a document's attributes fit; one it does not have fits nothing but "is not". */
export function fits(attributes: Attributes, filter: Filter): boolean {
  const attribute = (key: string) => (Object.hasOwn(attributes, key) ? attributes[key] : undefined);
  switch (filter.type) {
    case 'and':
      return filter.filters.every((inner) => fits(attributes, inner));
    case 'or':
      return filter.filters.some((inner) => fits(attributes, inner));
    case 'in':
    case 'nin': {
      const mine = attribute(filter.key);
      return filter.value.some((value) => value === mine) === (filter.type === 'in');
    }
    default:
      return compares(attribute(filter.key), filter.type, filter.value);
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
