import type { Column } from './plan';

export const nameOf = (column: Column): string => {
  const text = plain(column.name);
  return /^[\p{L}\p{N}_][\p{L}\p{N}_ .()%/€$£-]*$/u.test(text) ? text : `"${text}"`;
};

/** One line without anything that could end the bold text around it. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll('*', '∗')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
