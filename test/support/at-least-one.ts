/** The list itself. What is checked of each of its items would hold of none at all. */
export function atLeastOne<T>(list: readonly T[]): readonly T[] {
  if (list.length === 0) throw new Error('there is nothing that could be checked');
  return list;
}
