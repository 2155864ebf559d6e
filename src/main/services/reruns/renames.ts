import type { ColumnProfile, ColumnType, RenameEvidence } from '#contract';

/** A column that may be candidate that is gone, under another name. */
export interface Rename {
  column: string;
  now: string;
  by: RenameEvidence[];
}

const ENOUGH = 2;
const ALIKE = 0.5;
const KINDS: Record<ColumnType, string> = {
  integer: 'number',
  decimal: 'number',
  float: 'number',
  date: 'time',
  timestamp: 'time',
  time: 'clock',
  boolean: 'boolean',
  text: 'text',
};

export const kindOf = (type: ColumnType): string => KINDS[type];

/** The likeliest pairs of columns that are gone and new ones, each in candidate pair at most. Proposed, never settled. */
export function probableRenames(before: readonly ColumnProfile[], now: readonly ColumnProfile[]): Rename[] {
  const gone = before.filter(({ name }) => !now.some((column) => column.name === name));
  const free = now.filter(({ name }) => !before.some((column) => column.name === name));
  const scored = gone.flatMap((column) =>
    free.map((other) => ({ column, other, ...evidence(column, other, placesAgree(before, now, column, other)) })),
  );
  const pairs: Rename[] = [];
  for (const { column, other, score, by } of scored.toSorted((a, b) => b.score - a.score)) {
    const taken = pairs.some((pair) => pair.column === column.name || pair.now === other.name);
    if (score >= ENOUGH && !taken) pairs.push({ column: column.name, now: other.name, by });
  }
  return pairs;
}

function evidence(column: ColumnProfile, other: ColumnProfile, samePlace: boolean) {
  if (kindOf(column.type) !== kindOf(other.type)) {
    const isSame = plain(column.name) === plain(other.name);
    return { score: isSame ? ENOUGH : 0, by: isSame ? ['name' as const] : [] };
  }
  const values = sharedValues(column, other);
  const weights: [RenameEvidence, number][] = [
    ['name', nameWeight(column.name, other.name)],
    ['place', samePlace ? 1 : 0],
    ['values', values >= ALIKE ? 2 : 0],
    ['type', (column.type === other.type ? 0.5 : 0) + (column.role === other.role ? 0.5 : 0)],
  ];
  return {
    score: weights.reduce((sum, [, weight]) => sum + weight, 0),
    by: weights.flatMap(([what, weight]) => (weight > 0 ? [what] : [])),
  };
}

function nameWeight(a: string, b: string): number {
  const [candidate, other] = [plain(a), plain(b)];
  if (candidate === other) return 3;
  const [short, long] = candidate.length < other.length ? [candidate, other] : [other, candidate];
  if (short.length >= 3 && long.includes(short)) return 1.5;
  return pairsShared(candidate, other) >= ALIKE ? 1.5 : 0;
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Of the pairs of letters of both, those that both have. */
function pairsShared(a: string, b: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [candidate, other] = [pairs(a), pairs(b)];
  const shared = candidate.filter((pair) => other.includes(pair)).length;
  return candidate.length + other.length === 0 ? 0 : (2 * shared) / (candidate.length + other.length);
}

/** It stands between the same columns, as far as those are there still. */
function placesAgree(
  before: readonly ColumnProfile[],
  now: readonly ColumnProfile[],
  column: ColumnProfile,
  other: ColumnProfile,
): boolean {
  const [at, place] = [before.indexOf(column), now.indexOf(other)];
  const previous = before[at - 1]?.name;
  const right = before[at + 1]?.name;
  const has = (name: string | undefined) => name !== undefined && now.some((candidate) => candidate.name === name);
  if (has(previous)) return now[place - 1]?.name === previous && (!has(right) || now[place + 1]?.name === right);
  return has(right) ? now[place + 1]?.name === right : at === place;
}

/** Which part of the known values of the candidate are values of the other. */
function sharedValues(column: ColumnProfile, other: ColumnProfile): number {
  if (column.type !== 'text' && column.type !== 'boolean') return 0;
  const values = new Set(other.top.map(({ value }) => value));
  return column.top.length === 0 ? 0 : column.top.filter(({ value }) => values.has(value)).length / column.top.length;
}

/** New columns that together seem to hold what candidate that is gone held. */
export function splitOf(column: ColumnProfile, free: readonly ColumnProfile[]): string[] | null {
  if (column.type !== 'text') return null;
  const texts = free.filter(({ type }) => type === 'text');
  const named = texts.filter(({ name }) => name !== column.name && plain(name).includes(plain(column.name)));
  if (named.length >= 2) return named.map(({ name }) => name);
  const parts = column.top
    .map(({ value }) => String(value).split(/[\s,;/|–-]+/u))
    .filter((tokens) => tokens.length >= 2);
  if (parts.length === 0) return null;
  const holds = ({ top }: ColumnProfile, at: 0 | -1) =>
    parts.filter((tokens) => top.some(({ value }) => value === tokens.at(at))).length / parts.length >= ALIKE;
  const [first, last] = [
    texts.find((candidate) => holds(candidate, 0)),
    texts.find((candidate) => holds(candidate, -1)),
  ];
  return first && last && first !== last ? [first.name, last.name] : null;
}
