import { DURATION } from '../typed-value';
import { inOneBlank } from './marks';
import { type InferredColumn, TEXT } from './types';

const FITS = 0.9;
const WHOLE = new RegExp(`^\\s*${DURATION}\\s*$`, 'i');

/** `1h 30m`, `45 min`, `2 h`: how long, where hours and minutes stand together in some of the values. */
export function inferDurations(texts: readonly string[]): InferredColumn | null {
  const parts = texts.flatMap((text) => {
    const plain = inOneBlank(text);
    const [, hours, minutes, seconds] = plain !== null && /\d/.test(plain) ? (WHOLE.exec(plain) ?? []) : [];
    return (hours ?? minutes ?? seconds) ? [[hours, minutes, seconds]] : [];
  });
  if (parts.length < texts.length * FITS) return null;
  const has = (at: number) => parts.some((part) => part[at] !== undefined);
  // Of one kind alone they are numbers with a unit.
  if ([has(0), has(1), has(2)].filter(Boolean).length < 2) return null;
  const unit = has(2) ? 's' : 'min';
  return { ...TEXT, how: { as: 'duration', unit }, readAs: [{ code: 'unit_removed', unit }] };
}
