import type { FieldDefinition } from '#contract/definitions';

type FieldUnit = FieldDefinition['unit'];

const SIGNS = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
]);

/** A unit as it is written: `EUR`, `€`, `%`, `kg`; null for none. */
export function unitOf(text: string): FieldUnit {
  const written = text.trim();
  if (written === '') return null;
  if (written === '%') return { kind: 'percent' };
  const code = SIGNS.get(written) ?? written.toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return { kind: 'currency', code };
  return { kind: 'named', name: written };
}

export function unitText(unit: FieldUnit): string {
  if (unit === null) return '';
  if (unit.kind === 'percent') return '%';
  return unit.kind === 'currency' ? unit.code : unit.name;
}
