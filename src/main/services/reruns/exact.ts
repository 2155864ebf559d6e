import type { Cell } from '#contract';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** After minus before as decimal text: every digit of decimals and whole numbers, about fifteen of floats. Null for what is no number. */
export function exactDifference(before: Cell, after: Cell): string | null {
  const [a, b] = [digitsOf(before), digitsOf(after)];
  if (a && b) {
    const scale = Math.max(a.scale, b.scale);
    return decimalText(scaled(b, scale) - scaled(a, scale), scale);
  }
  const [old, now] = [numberOf(before), numberOf(after)];
  return old === null || now === null ? null : String(Number((now - old).toPrecision(15)));
}

/** How much that is of the size of what was before: 0.1 is 10 % more. Null where that was nothing. */
export function shareOf(before: Cell, by: string | null): number | null {
  const was = numberOf(before);
  return was === null || was === 0 || by === null ? null : Number(by) / Math.abs(was);
}

interface Digits {
  whole: bigint;
  scale: number;
}

function digitsOf(cell: Cell): Digits | null {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return null;
  const match = typeof cell === 'string' || typeof cell === 'number' ? DECIMAL.exec(String(cell)) : null;
  if (!match) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(`${whole}${fraction}`);
  return { whole: sign === '-' ? -value : value, scale: fraction.length };
}

const scaled = ({ whole, scale }: Digits, to: number): bigint => whole * 10n ** BigInt(to - scale);

function decimalText(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

function numberOf(cell: Cell): number | null {
  if (typeof cell === 'boolean' || cell === null || cell === '') return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}
