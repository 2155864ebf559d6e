import type { Table } from '#contract';
import type { Definitions } from '#contract/definitions';
import { AppError } from '#contract/result';
import type { RelatedDatasets } from '../../library';
import { type RelationCandidate, relationCandidates } from '../../query';

/** So much of the fewer keys must be among the others; keys that are called alike may lack half of theirs. */
const SHARED = { named: 0.5, unnamed: 0.95 };
const KEYS_AT_MOST = 2_000_000;
/** After so many looks that took too long, nothing is said of the two tables. */
const LATE_AT_MOST = 2;

/**
 * How two tables relate: the first candidate whose values are contained in the other's and whose keys are each in one row at
 * most, on one side at least. `run` runs SQL over both.
 */
export async function relate(
  own: Definitions,
  other: Definitions,
  run: (sql: string) => Promise<{ table: Table }>,
): Promise<RelatedDatasets> {
  let late = 0;
  for (const candidate of relationCandidates(own, other)) {
    if (late === LATE_AT_MOST) break;
    const keys = await run(keysSql(own, other, candidate)).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'timeout') throw error;
      late += 1;
      return null;
    });
    if (!keys) continue;
    const [row = []] = keys.table.rows;
    const [mine = 0, mostMine = 0, theirs = 0, mostTheirs = 0, shared = 0] = row.map(Number);
    const fewer = Math.min(mine, theirs);
    const needed = candidate.named ? SHARED.named : SHARED.unnamed;
    if (shared < Math.min(2, fewer) || shared < fewer * needed || shared === 0) continue;
    if (mostMine > 1 && mostTheirs > 1) continue;
    const cardinality = (most: number) => (most > 1 ? 'many' : 'one');
    const back = candidate.on.map(([a, b]): [string, string] => [b, a]);
    return {
      forth: [{ on: candidate.on, cardinality: cardinality(mostTheirs), by: 'evidence' }],
      back: [{ on: back, cardinality: cardinality(mostMine), by: 'evidence' }],
    };
  }
  return { forth: [], back: [] };
}

/** How many different keys each side has, in how many rows the commonest is, and how many keys both have. */
function keysSql(own: Definitions, other: Definitions, { on }: RelationCandidate): string {
  const keys = ({ table, fields }: Definitions, side: 0 | 1) => {
    const columns = on.map((pair) => quoteName(fields.find(({ id }) => id === pair[side])?.column ?? pair[side]));
    const named = columns.map((column, at) => `${column} AS k${at}`);
    const present = columns.map((column) => `${column} IS NOT NULL`);
    return `SELECT ${named.join(', ')}, count(*) AS n FROM ${quoteName(table)} WHERE ${present.join(' AND ')} GROUP BY ${columns.join(', ')} LIMIT ${KEYS_AT_MOST}`;
  };
  const equal = on.map((_, at) => `a.k${at} = b.k${at}`).join(' AND ');
  return `WITH a AS MATERIALIZED (${keys(own, 0)}), b AS MATERIALIZED (${keys(other, 1)})
    SELECT (SELECT count(*) FROM a), (SELECT max(n) FROM a), (SELECT count(*) FROM b), (SELECT max(n) FROM b),
      (SELECT count(*) FROM a JOIN b ON ${equal})`;
}

/** How many rows of the other table a row matches at most, for a relation that the analyst has made. */
export async function cardinalityOf(
  own: Definitions,
  other: Definitions,
  on: RelationCandidate['on'],
  run: (sql: string) => Promise<{ table: Table }>,
): Promise<'one' | 'many'> {
  const [row = []] = (await run(keysSql(own, other, { on, named: true }))).table.rows;
  return Number(row[3] ?? 0) > 1 ? 'many' : 'one';
}

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
