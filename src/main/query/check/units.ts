import type { FieldDefinition } from '#contract/definitions';

type FieldUnit = FieldDefinition['unit'];

/** Two units whose values cannot be added up; null where they can. */
export function unitNames(first: FieldUnit, second: FieldUnit): string[] | null {
  if (!first || !second) return null;
  const names = [nameOf(first), nameOf(second)];
  return names[0] === names[1] ? null : names;
}

function nameOf(unit: NonNullable<FieldUnit>): string {
  switch (unit.kind) {
    case 'currency':
      return unit.code;
    case 'named':
      return unit.name;
    case 'percent':
      return '%';
  }
}
