import { wordsIn } from './catalogues';
import { numberText } from './locale';

/** A size as people say it: 880 bytes, 13.6 kB. Thousands are powers of ten. */
export function bytesText(bytes: number): string {
  const units = [wordsIn().locale.bytes, 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${numberText(value, { maximumFractionDigits: unit === 0 || value >= 100 ? 0 : 1 })} ${units[unit]}`;
}
