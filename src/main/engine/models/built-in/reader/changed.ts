import type { Definitions } from '#contract/definitions';
import type { Condition, Query } from '#contract/query';
import { check, merge, normal, type QueryChange } from '../../../../query';
import type { QuestionReading } from './assemble';
import { AssemblyContext, NoReading } from './assemble/context';
import { partsOf } from './assemble/contrasts';
import { conditionsOf } from './assemble/draft';
import { type Parts, saysMore } from './assemble/parts';
import type { Cover } from './cover';
import type { Vocabulary } from './vocabulary';

/** Beyond this, words are parted by guesses. */
const TOO_DEAR = 1;

/**
 * The question before with what the words change of it, where they say no more than a condition, a grouping, an order or
 * how many: whatever was asked, a list of rows as well. Null where they say anything else, or change nothing.
 */
export function changed(
  { reading: before, query: asked }: { reading: QuestionReading; query: Query },
  covers: readonly Cover[],
  definitions: readonly Definitions[],
  vocabulary: Vocabulary,
): QuestionReading | null {
  for (const cover of covers) {
    if (cover.unused.length > 0 || cover.cost > TOO_DEAR) continue;
    try {
      const change = changeOf(partsOf(cover), before.table, asked, vocabulary);
      const { query } = merge(asked, change);
      const isOther = JSON.stringify(normal(asked)) !== JSON.stringify(query);
      if (isOther && check(query, definitions).length === 0)
        return { ...before, query, cost: cover.cost, cover, first: null, merged: true };
    } catch (error) {
      if (!(error instanceof NoReading)) throw error;
    }
  }
  return null;
}

function changeOf(parts: Parts, table: string, asked: Query, vocabulary: Vocabulary): QueryChange {
  const context = new AssemblyContext(vocabulary, vocabulary.tables.table(table));
  for (const { as } of [...(asked.by ?? []), ...(asked.compute ?? [])]) context.output(as);
  if (!isPlain(parts)) throw new NoReading();
  const missing = otherMissing(parts, asked, context);
  if (missing) return missing;
  const where = [
    ...conditionsOf(
      context,
      parts.filters.map((one) => one.filter),
    ),
    ...rebound(parts, asked),
  ];
  const by = parts.groups.flatMap((group) => context.groupings(group));
  const isJoined = [...context.joined.keys()].every((one) => asked.from.joins?.some((join) => join.table === one));
  if (!isJoined) throw new NoReading();
  const [first] = asked.order ?? [];
  const direction = parts.ordering ?? parts.rank?.direction ?? null;
  return {
    ...(where.length > 0 ? { where } : {}),
    ...(by.length > 0 && !asked.rows ? { by } : {}),
    ...(direction && first
      ? { order: [{ value: first.value, direction: direction === 'most' ? 'descending' : 'ascending' }] }
      : {}),
    ...(parts.rank?.n ? { limit: { n: parts.rank.n } } : {}),
    ...(parts.show ? { show: { chart: parts.show } } : {}),
  };
}

/** "and a country?" after those without a director. */
function otherMissing({ mentions }: Parts, { where }: Query, context: AssemblyContext): QueryChange | null {
  const [only, ...others] = mentions;
  if (!only) return null;
  const at = (where ?? []).findIndex((one) => one.op === 'missing' || one.op === 'present');
  const found = where?.[at];
  if (others.length > 0 || (found?.op !== 'missing' && found?.op !== 'present')) throw new NoReading();
  return { remove: [`where.${at}`], where: [{ op: found.op, field: context.name(only) }] };
}

/** "more than 5?" after what was more than 3: the bound that there was. */
function rebound({ having }: Parts, { where }: Query): Condition[] {
  if (having.length === 0) return [];
  const [{ op, than, measure } = { op: '=' as const, than: '', measure: null }, ...others] = having;
  const bounds = (where ?? []).flatMap((one) =>
    one.op === '<' || one.op === '<=' || one.op === '>' || one.op === '>=' ? [one] : [],
  );
  const [only, ...more] = bounds;
  if (!only || measure || others.length + more.length > 0 || op === '=' || op === '!=') throw new NoReading();
  return [{ op, field: only.field, value: than }];
}

/** Nothing but conditions, groupings, an order or a number of things. */
const isPlain = ({
  measures,
  asked,
  moving,
  shared,
  comparing,
  special,
  listing,
  tally,
  rank,
  restated,
  ...parts
}: Parts): boolean =>
  measures.every((one) => !saysMore(one)) &&
  [
    asked,
    moving,
    shared,
    comparing,
    special,
    listing,
    tally,
    restated,
    parts.renumbered,
    parts.reached,
    parts.unit,
  ].every((one) => one === null) &&
  !(rank && (rank.by || rank.target || rank.hints)) &&
  !parts.ago &&
  !parts.adds &&
  parts.naming.length === 0;
