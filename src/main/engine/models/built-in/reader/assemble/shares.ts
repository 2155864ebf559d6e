import type { Query } from '#contract/query';
import { condition } from '../grammar/filters';
import { operandField } from '../grammar/measurements';
import type { Filter, Measurement } from '../terms';
import { amountNamed, mainMeasure } from './chosen-measures';
import { type AssemblyContext, NoReading } from './context';
import { isOfAnother } from './doubts';
import { add, addGroup, conditionsOf, FIRST_OUTPUT, FIRST_RESULT, type QueryDraft } from './draft';
import { computed, part } from './measures';
import type { Parts } from './parts';

/** Shares: of each group in all, or of the rows that fulfil a condition. False where the question is about none. */
export function sharing(context: AssemblyContext, parts: Parts, draft: QueryDraft): boolean {
  const { shared } = parts;
  if (!shared) return false;
  const { rank } = parts;
  if (parts.having.length > 0 || parts.moving || parts.comparing || parts.measures.length > 1) throw new NoReading();
  // "share of the top 3": of one of them it is what a ranking tells.
  if (rank && (rank.n === null || rank.counts || rank.hints || draft.by.length !== 1)) throw new NoReading();
  if (shared.each) addGroup(context, draft, shared.each);
  const { some, whole } = divided(parts, draft.by.length > 0);
  const measure = shared.of ??
    parts.measures[0] ??
    rank?.by ??
    (rank ? mainMeasure(context) : amountNamed(context, parts)) ?? {
      kind: 'rows',
      table: context.base.table,
      noun: null,
      explicit: false,
    };
  if (isOfNoWhole(context, measure)) throw new NoReading();
  draft.where.push(...conditionsOf(context, whole));
  if (some.some((filter) => isOfAll(context, filter))) throw new NoReading();
  if (some.length === 0 && isOfAnother(parts)) throw new NoReading();
  if (some.length > 0) {
    const conditions = some.flatMap((filter) => context.conditions(filter));
    if (measure.kind === 'rows') add(draft, part(context, conditions, [], 'share'));
    else {
      const above = computed(context, measure, conditions, 'of_these');
      const below = computed(context, measure, [], 'of_all');
      const as = context.output('share');
      draft.compute.push(...above.computations, ...below.computations, {
        calculate: 'divide',
        left: above.as,
        right: below.as,
        percent: true,
        as,
      });
      draft.values.push({ ...above, as, percent: true });
    }
  } else {
    if (draft.by.length === 0) context.cost += 2;
    const of = computed(context, measure);
    add(draft, of);
    const as = context.output('share');
    draft.compute.push({ window: 'share', of: of.as, as });
    draft.values.push({ ...of, as, percent: true });
  }
  const [first] = draft.values;
  if (draft.by.length > 0 && first)
    draft.order = draft.by.some((one) => one.grain)
      ? draft.by.map((one) => ({ value: one.as, direction: 'ascending' }))
      : [{ value: first.as, direction: rank?.direction === 'least' ? 'ascending' : 'descending' }];
  if (rank?.n) draft.limit = { n: rank.n };
  return true;
}

/** Means are no part of a mean, and the sum of sources is not all of what a column of its own tells in all. */
function isOfNoWhole({ vocabulary }: AssemblyContext, measure: Measurement): boolean {
  if (measure.kind !== 'column') return false;
  const of = operandField(measure.of);
  const isMean =
    measure.aggregate === null ? vocabulary.tables.field(of).addsUp === 'never' : measure.aggregate === 'mean';
  return isMean || vocabulary.wide.hasTotal(of);
}

/** "what share of sales comes from the top 3 products" needs these first: their names are filled in later. */
export function topShare(context: AssemblyContext, parts: Parts): Partial<Query> | null {
  const { rank, shared } = parts;
  if (rank?.target?.kind !== 'field' || rank.by || rank.counts || rank.hints || (rank.n ?? 1) < 2) return null;
  if (!shared?.of || shared.where || shared.each || parts.groups.length > 0) return null;
  const { field } = rank.target;
  const where = conditionsOf(
    context,
    parts.filters.map((one) => one.filter),
  );
  const { computations, as } = computed(context, shared.of);
  parts.rank = null;
  parts.shared = { ...shared, where: condition(field, { op: 'is', field: field.field, values: [FIRST_RESULT] }) };
  return {
    ...(where.length > 0 ? { where } : {}),
    by: [{ field: context.name(field), as: FIRST_OUTPUT }],
    compute: computations,
    order: [{ value: as, direction: rank.direction === 'most' ? 'descending' : 'ascending' }],
    limit: { n: rank.n ?? 1 },
  };
}

/** In no word of the question that goes on. */
const NOWHERE = -10;

/** With the part told apart from the whole, to which more conditions may come. */
export function withPart(parts: Parts): Parts {
  const { shared, filters } = parts;
  if (!shared || shared.whole) return parts;
  const { some, whole } = divided(parts, parts.groups.length > 0);
  const [where, ...others] = some;
  if (!where || others.length > 0 || where === shared.where) return parts;
  const kept = shared.where ? whole.map((filter) => ({ filter, at: NOWHERE })) : null;
  return {
    ...parts,
    shared: { ...shared, where },
    filters: kept ?? filters.filter(({ filter }) => filter !== where),
  };
}

const STATES =
  /^(?:is|are|was|were|have|has|had|use|uses|used|using|pay|pays|paid|choose|chose|prefer|prefers|preferred|work|works|worked|live|lives|lived|stammt|stammen|come|comes|came|get|gets|got|go|goes|went|arbeiten|arbeitet|wohnen|wohnt|kommen|kommt|nutzen|nutzt|benutzen|benutzt|verwenden|verwendet|haben|hat|hatten|ist|sind|war|waren|wurde|wurden)$/;

/** "percentage of women who came": the second is the part. */
const WHO = /^(?:who|that|which)$/;

/** "percentage of men smokes", "of orders returned": what they do, in the data's own word. */
const isVerb = (filter: Filter, word: string): boolean =>
  /(?:ed|[^s]s)$/.test(word) &&
  filter.kind === 'condition' &&
  filter.condition.op === 'is' &&
  filter.condition.values.some((value) => String(value).toLowerCase() === word);

/** What a column says of every row makes no part of them. */
const isOfAll = (context: AssemblyContext, filter: Filter): boolean =>
  filter.kind === 'condition' &&
  'field' in filter.condition &&
  context.field({ table: filter.table, field: filter.condition.field }).distinct <= 1 &&
  context.field({ table: filter.table, field: filter.condition.field }).missing === 0;

/** A period by its name, and not from one day to another. */
const isOneStep = (filter: Filter): boolean =>
  filter.kind === 'period' && !filter.negated && filter.period.kind !== 'range';

/** Which conditions make the part, and which the whole. */
function divided({ shared, filters, tokens, groups }: Parts, grouped: boolean): { some: Filter[]; whole: Filter[] } {
  const all = filters.map((one) => one.filter);
  if (shared?.whole) return { some: [], whole: all };
  const stated = filters.find(
    ({ filter, at }) =>
      filter.kind === 'condition' &&
      (WHO.test(tokens[at - 1]?.word ?? '') ||
        (shared?.where !== null && isVerb(filter, tokens[at]?.word ?? '')) ||
        [at, at - 1, at - 2].some((index) => index >= 0 && STATES.test(tokens[index]?.word ?? ''))),
  );
  // "of Basic subscriptions was cancelled": the second one is the part.
  if (shared?.where && stated)
    return { some: [stated.filter], whole: [shared.where, ...all.filter((one) => one !== stated.filter)] };
  // "share of the open pipeline by stage": of what is open, each stage.
  const { where } = shared ?? {};
  const isGrouped = (filter: Filter) =>
    filter.kind === 'condition' &&
    'field' in filter.condition &&
    JSON.stringify(groups).includes(JSON.stringify(filter.condition.field));
  if (where && isGrouped(where)) return { some: [], whole: [where, ...all] };
  // A part that two words name is one.
  const isPart = (filter: Filter) => JSON.stringify(filter) === JSON.stringify(shared?.where);
  if (shared?.where) return { some: [shared.where], whole: all.filter((one) => !isPart(one)) };
  // "with a known channel" chooses what shares are of.
  const able = filters.filter(({ filter }) => filter.kind === 'condition' && filter.condition.op !== 'present');
  // "what share falls in March": the period is the part where nothing else can be.
  const last = able.at(-1) ?? (grouped ? undefined : filters.findLast(({ filter }) => isOneStep(filter)));
  if (!last || (grouped && able.length < 2 && shared?.of)) return { some: [], whole: all };
  return { some: [last.filter], whole: all.filter((one) => one !== last.filter) };
}
