/** `1 Zeile`, `2 Zeilen`. */
export const counted = (value: number, singular: string, many: string): string =>
  `${value.toLocaleString('de-DE')} ${value === 1 ? singular : many}`;
