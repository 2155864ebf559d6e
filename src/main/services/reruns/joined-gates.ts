import type { FindingWeight, ReplacementCheck, RerunGate, ShapeFinding } from '#contract';

const ORDER: readonly FindingWeight[] = ['tells', 'asks', 'stops'];

/** What several threads ask of the same other files, as one: of what is found more than once, the weightier. */
export function joinedGates(gates: readonly RerunGate[]): RerunGate {
  const replacements: ReplacementCheck[] = [];
  for (const check of gates.flatMap((gate) => gate.replacements)) {
    const at = replacements.findIndex(({ datasetId, by }) => datasetId === check.datasetId && by === check.by);
    const known = replacements[at];
    if (known) replacements[at] = joined(known, check);
    else replacements.push(check);
  }
  const findings = replacements.flatMap((replacement) => replacement.findings);
  const count = (weight: FindingWeight) => findings.filter((finding) => finding.weight === weight).length;
  return { replacements, stops: count('stops'), asks: count('asks') };
}

function joined(known: ReplacementCheck, other: ReplacementCheck): ReplacementCheck {
  const findings = new Map<string, ShapeFinding>();
  for (const finding of [...known.findings, ...other.findings]) {
    const key = JSON.stringify({ ...finding.fact, used: null });
    const before = findings.get(key);
    if (!before || ORDER.indexOf(finding.weight) > ORDER.indexOf(before.weight)) findings.set(key, finding);
  }
  const isUsed = (column: string) => other.mappings.some((mapping) => mapping.column === column && mapping.used);
  return {
    ...known,
    findings: [...findings.values()],
    mappings: known.mappings.map((mapping) => ({ ...mapping, used: mapping.used || isUsed(mapping.column) })),
  };
}
