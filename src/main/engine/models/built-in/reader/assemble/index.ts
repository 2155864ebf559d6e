import type { Query } from '#contract/query';
import type { Cover } from '../cover';
import { column, operandField } from '../grammar/measurements';
import { isMeasure, type LogicalTable, measuresIn, type Tables } from '../tables';
import type { Vocabulary } from '../vocabulary';
import { AssemblyContext, NoReading } from './context';
import { partsOf } from './contrasts';
import { copied } from './copied';
import { isAggregated } from './mentions';
import type { Parts } from './parts';
import { queryOf } from './query';
import { tablesIn } from './tables';

/** A question as a value, and what it cost to read it so. */
export interface QuestionReading {
  query: Query;
  table: string;
  cost: number;
  cover: Cover;
  parts: Parts;
  /** Asked first: its one figure is what `beyond` compares with. */
  first: Query | null;
}

/** The ways to make one question of merged parts. */
export function assembledParts(cover: Cover, parts: Parts, vocabulary: Vocabulary): QuestionReading[] {
  return basesFor(parts, vocabulary).flatMap((base, index) => attempt(cover, parts, base, vocabulary, index * 0.4));
}

/** The ways to make one question of these clauses: one for each table that can be its base. */
export function assembled(cover: Cover, vocabulary: Vocabulary): QuestionReading[] {
  try {
    const parts = partsOf(cover);
    // Only together with a question before.
    applied(parts, vocabulary);
    // "compare" what with what has to be told.
    const several = parts.comparing || parts.groups.length > 0 || parts.measures.length > 1;
    if (parts.compares && !several) return [];
    // Rows are about something only where something is computed of them.
    if (parts.nouns > 0 && parts.measures.length === 0 && !parts.rank?.by && !parts.rank?.hints) return [];
    if (parts.compares === 'more' && !isEvident(parts, vocabulary)) return [];
    if ((parts.restated && !isAggregated(parts)) || parts.renumbered !== null || parts.ago || parts.sameOf) return [];
    // "which was the smallest state" says of what.
    if (parts.those && !parts.rank?.target) return [];
    return assembledParts(cover, parts, vocabulary);
  } catch (error) {
    if (error instanceof NoReading) return [];
    throw error;
  }
}

/** "what do people spend on average": the word is of the one column that is named. */
function applied(parts: Parts, vocabulary: Vocabulary): void {
  const { tables } = vocabulary;
  if (parts.measures.length > 1) parts.measures = parts.measures.filter((one) => one.kind !== 'column' || !one.bare);
  rankedBy(parts, tables);
  ofOnlyMeasure(parts, vocabulary);
  const [measure, ...others] = parts.measures;
  // "how many minutes altogether"
  const isSum = measure?.kind === 'rows' || (measure?.kind === 'column' && measure.aggregate === 'sum');
  if (parts.restated?.aggregate === 'sum' && isSum && others.length === 0) parts.restated = null;
  // "spend per visit on average" is a mean as it is.
  if (
    parts.restated?.aggregate === 'mean' &&
    measure?.kind === 'calculation' &&
    measure.calculate === 'divide' &&
    others.length === 0
  )
    parts.restated = null;
  if (!parts.restated || others.length > 0 || measure?.kind !== 'column' || measure.aggregate !== null) return;
  // "sales by month on average" may be of the rows of a month or of the months.
  const isMean = parts.restated.aggregate === 'mean' || parts.restated.aggregate === 'median';
  const isTimed = parts.groups.some(({ kind }) => kind !== 'field');
  if (isMean && isTimed && tables.field(operandField(measure.of)).addsUp === 'always') return;
  parts.measures = [{ ...measure, ...parts.restated }];
  parts.restated = null;
}

/** "how high was the rent on average": of the one figure that there is. */
function ofOnlyMeasure(parts: Parts, { tables: { all } }: Vocabulary): void {
  const { restated, measures, filters, groups, special, shared, rank } = parts;
  if (!restated || measures.length > 0 || filters.length + groups.length === 0 || special || shared || rank) return;
  const figures = all.flatMap((base) => measuresIn(base).map(({ id }) => ({ table: base.table, field: id })));
  const [only, ...others] = figures;
  if (only && others.length === 0) parts.measures = [column(only, null)];
}

/** "top 10 by score": an amount is what things are ranked by, and no group. */
function rankedBy(parts: Parts, tables: Tables): void {
  const { rank, measures, groups } = parts;
  const [group, ...others] = groups;
  if (!rank?.plain || rank.by || rank.hints || measures.length + others.length > 0 || group?.kind !== 'field') return;
  if (group.bin !== undefined || !isMeasure(tables.field(group.field))) return;
  parts.rank = { ...rank, by: column(group.field, null) };
  parts.groups = [];
}

/** "more with card than with cash" in all or on average nobody knows; of two periods it is in all. */
function isEvident({ comparing, measures }: Parts, { tables }: Vocabulary): boolean {
  const [measure] = measures;
  if (!comparing || measure?.kind !== 'column') return comparing !== null;
  return (
    comparing.kind === 'periods' ||
    measure.aggregate !== null ||
    tables.field(operandField(measure.of)).addsUp === 'never'
  );
}

function attempt(
  cover: Cover,
  parts: Parts,
  base: LogicalTable,
  vocabulary: Vocabulary,
  doubt: number,
): QuestionReading[] {
  const found: QuestionReading[] = [];
  for (let way = 0, ways = 1; way < ways; way += 1) {
    const context = new AssemblyContext(vocabulary, base, way);
    try {
      const { query, first } = queryOf(context, copied(parts));
      const cost = cover.cost + parts.cost + context.cost + doubt;
      found.push({ query, table: base.table, cost, cover, parts, first });
    } catch (error) {
      if (!(error instanceof NoReading)) throw error;
    }
    ways = context.ways;
  }
  return found;
}

/** The table whose rows are counted or added up; the others are joined to it. */
function basesFor(parts: Parts, { tables }: Vocabulary): LogicalTable[] {
  const used = tablesIn(parts);
  const [newest] = tables.all.toReversed();
  if (used.length === 0) return newest ? [...tables.all].reverse() : [];
  const bases = used.map((name) => tables.table(name));
  // "our biggest customer" is told by what other tables hold of customers.
  const related =
    parts.rank && parts.measures.length === 0 && !parts.rank.by && !parts.rank.hints
      ? bases.flatMap((base) =>
          base.relations.filter((one) => one.cardinality === 'many').map((one) => tables.table(one.to)),
        )
      : [];
  return [...bases, ...related.filter((one) => !bases.includes(one))];
}
