import {
  DuckDBBlobValue,
  DuckDBListVector,
  DuckDBMapVector,
  DuckDBStructVector,
  type DuckDBVector,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api';

/**
 * A value in DuckDB's JSON form, and how many bytes it has where it is a blob of more than `most`, of which only so many
 * are taken.
 */
export function valueAt(vector: DuckDBVector, index: number, most: number): { value: unknown; bytes: number | null } {
  const item = isNested(vector) ? null : vector.getItem(index);
  // Each byte may take four characters.
  if (item instanceof DuckDBBlobValue && item.bytes.length > most)
    return { value: new DuckDBBlobValue(item.bytes.subarray(0, most)).toString(), bytes: item.bytes.length };
  return { value: jsonAt(vector, index), bytes: null };
}

/** As DuckDB's package makes it, but for records: those have no prototype, so that a field may have any name. */
function jsonAt(vector: DuckDBVector, index: number): unknown {
  if (vector instanceof DuckDBStructVector) {
    if (!vector.isItemValid(index)) return null;
    const record: Record<string, unknown> = Object.create(null);
    for (const [entry, name] of vector.type.entryNames.entries())
      record[name] = jsonAt(vector.entryVectorAt(entry), index);
    return record;
  }
  const list = listOf(vector);
  if (!list) return JsonDuckDBValueConverter(vector.getItem(index), vector.type, JsonDuckDBValueConverter);
  const items = list.getItemVector(index);
  return items && Array.from({ length: items.itemCount }, (_, item) => jsonAt(items, item));
}

/** How many values a value holds, counted as far as `most`, without making any of them. */
export function itemsIn(vector: DuckDBVector, index: number, most: number): number {
  if (vector instanceof DuckDBStructVector) {
    let count = 0;
    for (let entry = 0; entry < vector.type.entryCount && count <= most; entry += 1)
      count += itemsIn(vector.entryVectorAt(entry), index, most - count);
    return count;
  }
  const items = listOf(vector)?.getItemVector(index);
  if (!items) return 1;
  let count = items.itemCount;
  for (let item = 0; item < items.itemCount && count <= most && isNested(items); item += 1)
    count += itemsIn(items, item, most - count);
  return count;
}

/** A map is a list of its entries, which its vector keeps to itself. */
function listOf(vector: DuckDBVector): DuckDBListVector | null {
  const list: unknown = vector instanceof DuckDBMapVector ? Reflect.get(vector, 'listVector') : vector;
  return list instanceof DuckDBListVector ? list : null;
}

const isNested = (vector: DuckDBVector): boolean => vector instanceof DuckDBStructVector || listOf(vector) !== null;
