import { numberRead } from '#words';

const RANGE = /^(.+?)\s*(?:-|–|to|and|bis|und|\.\.)\s*(.+)$/i;
const COMPARED = /^(<=|>=|≤|≥|<|>|=)?\s*(.+)$/;

/** A comparison that the reader writes, `> 1,5` or `10 bis 20`, in plain digits: `> 1.5`, `10 to 20`; empty for anything else. */
export function comparedNumbers(text: string): string {
  const [, sign = '', number = ''] = COMPARED.exec(text.trim()) ?? [];
  const value = numberRead(number);
  if (value !== null) return `${sign} ${value}`.trim();
  const ends = RANGE.exec(text.trim())?.slice(1).map(numberRead) ?? [];
  return ends.length === 2 && ends.every((end) => end !== null) ? ends.join(' to ') : '';
}
