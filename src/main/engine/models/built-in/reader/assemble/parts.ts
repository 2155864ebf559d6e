import type { Cover } from '../cover';
import type { Clause, FieldRef, Filter, Group, Meanings, Measurement, Rank, Target } from '../terms';
import type { Token } from '../tokens';
import { NoReading } from './context';
import { isDone, isHowMuch } from './how-much';

/** The clauses of a cover by what they are for. */
export interface Parts {
  measures: Measurement[];
  groups: Group[];
  filters: { filter: Filter; at: number }[];
  asked: Target | null;
  rank: Rank | null;
  moving: Meanings['moving'] | null;
  shared: (Meanings['shared'] & { at: number }) | null;
  comparing: Meanings['comparing'] | null;
  having: Meanings['having'][];
  tally: Group | null;
  naming: FieldRef[];
  reached: Meanings['reached'] | null;
  unit: string | null;
  againstYear: Meanings['against_year'] | null;
  listing: Meanings['listing'] | null;
  special: Meanings['special'] | null;
  show: Meanings['show'] | null;
  now: boolean;
  lists: boolean;
  instead: boolean;
  when: boolean;
  difference: boolean;
  /** What was asked before stays. */
  adds: boolean;
  /** Things are to be set side by side. */
  compares: Meanings['compare'] | null;
  /** It is told in percentage points. */
  points: boolean;
  /** Several values are one figure. */
  pooled: boolean;
  ordering: Meanings['ordering'] | null;
  mentions: FieldRef[];
  /** What was done with every row. */
  deeds: FieldRef[];
  /** Words for what the rows are about. */
  nouns: number;
  /** It speaks of the rows of the question before. */
  referring: boolean;
  /** What was counted is to be seen. */
  those: boolean;
  restated: Meanings['restated'] | null;
  renumbered: string | null;
  ago: boolean;
  /** Of this year, the part of one that was spoken of before. */
  sameOf: Meanings['same_part'] | null;
  /** It begins as questions do that go on. */
  goesOn: boolean;
  tokens: readonly Token[];
  /** Of putting together what does not quite fit. */
  cost: number;
}

const BY: ReadonlySet<string> = new Set(['by', 'per', 'je', 'pro', 'nach']);

export function collected(cover: Cover): Parts {
  const parts: Parts = {
    measures: [],
    groups: [],
    filters: [],
    asked: null,
    rank: null,
    moving: null,
    shared: null,
    comparing: null,
    having: [],
    tally: null,
    naming: [],
    reached: null,
    unit: null,
    againstYear: null,
    listing: null,
    special: null,
    show: null,
    now: false,
    lists: false,
    instead: false,
    when: false,
    difference: false,
    adds: false,
    compares: null,
    points: false,
    pooled: false,
    ordering: null,
    mentions: [],
    deeds: [],
    sameOf: null,
    nouns: 0,
    referring: false,
    those: false,
    restated: null,
    renumbered: null,
    ago: false,
    goesOn: false,
    tokens: cover.tokens,
    cost: 0,
  };
  for (const clause of cover.clauses) {
    // "and", "what about": only where a question begins.
    if (clause.category === 'additionally' && clause !== cover.clauses[0]) throw new NoReading();
    take(parts, clause);
  }
  return parts;
}

/** "click-through rate (clicks / impressions)" */
const isToldTwice = (measures: readonly Measurement[], next: Measurement): boolean =>
  next.kind === 'calculation' &&
  measures.some(
    (one) => one.kind === 'calculation' && JSON.stringify({ ...one, percent: next.percent }) === JSON.stringify(next),
  );

export const saysMore = (measure: Measurement): boolean => measure.kind !== 'rows' || measure.explicit;

/** Two of what there can be only one of: no question. */
function only<T>(before: T | null, next: T): T {
  if (before !== null) throw new NoReading();
  return next;
}

function take(parts: Parts, clause: Clause): void {
  switch (clause.category) {
    case 'measure':
      // Side by side without a word between them: what they are to each other nobody has said.
      if (isToldTwice(parts.measures, clause.meaning) || isDone(parts, clause)) return;
      if (clause.meaning.kind === 'own' && isHowMuch(parts)) parts.measures = [];
      // "for how many months is the value missing": as many as are.
      if (
        'aggregate' in clause.meaning &&
        clause.meaning.aggregate === 'missing' &&
        parts.measures[0]?.kind === 'rows'
      ) {
        parts.measures = [];
        parts.cost += 0.3;
      }
      if (parts.measures.some((one) => saysMore(one)) && saysMore(clause.meaning)) parts.cost += 1.6;
      else if (parts.measures.length > 0) parts.cost += 0.6;
      parts.measures.push(clause.meaning);
      return;
    case 'measures':
      parts.measures.push(...clause.meaning);
      return;
    case 'groups':
      for (const group of clause.meaning)
        if (!parts.groups.some((one) => JSON.stringify(one) === JSON.stringify(group))) parts.groups.push(group);
      return;
    case 'over_time':
      parts.groups.push({ kind: 'time' });
      return;
    case 'filters':
      parts.filters.push(...clause.meaning.map((filter) => ({ filter, at: clause.from })));
      return;
    case 'asked':
      parts.asked = only(parts.asked, clause.meaning);
      return;
    case 'rank':
      parts.rank = parts.rank ? merged(parts, parts.rank, clause.meaning) : clause.meaning;
      return;
    case 'moving':
      parts.moving = parts.moving ? together(parts.moving, clause.meaning) : clause.meaning;
      return;
    case 'shared':
      if (parts.shared) parts.cost += 0.3;
      parts.shared = parts.shared?.of ? parts.shared : { ...clause.meaning, at: clause.from };
      return;
    case 'comparing':
      parts.comparing = only(parts.comparing, clause.meaning);
      if (clause.meaning.of) parts.measures.push(clause.meaning.of);
      return;
    case 'having':
      parts.having.push(clause.meaning);
      return;
    case 'tally':
      parts.tally = only(parts.tally, clause.meaning);
      return;
    case 'reached':
      parts.reached = only(parts.reached, clause.meaning);
      return;
    case 'in_unit':
      parts.unit = only(parts.unit, clause.meaning);
      return;
    case 'naming':
      parts.naming.push(...clause.meaning);
      return;
    case 'against_year':
      parts.againstYear = only(parts.againstYear, clause.meaning);
      return;
    case 'listing':
      parts.listing = only(parts.listing, clause.meaning);
      return;
    case 'special':
      parts.special = only(parts.special, clause.meaning);
      return;
    case 'show':
      parts.show = clause.meaning;
      return;
    case 'now':
      parts.now = true;
      return;
    case 'list':
      parts.lists = true;
      return;
    case 'instead':
      parts.instead = true;
      return;
    case 'referring':
      parts.referring = true;
      return;
    case 'those':
      parts.those = true;
      parts.goesOn = true;
      return;
    case 'restated':
      parts.restated = only(parts.restated, clause.meaning);
      return;
    case 'renumbered':
      parts.renumbered = only(parts.renumbered, clause.meaning);
      return;
    case 'ago':
      parts.ago = true;
      return;
    case 'additionally':
      parts.goesOn = true;
      return;
    case 'noun':
      // What is grouped by is no word for the rows.
      if (BY.has(parts.tokens[clause.from - 1]?.word ?? '')) throw new NoReading();
      parts.nouns += 1;
      return;
    case 'deed':
      parts.deeds.push(clause.meaning);
      return;
    case 'same_part':
      parts.sameOf = only(parts.sameOf, clause.meaning);
      parts.goesOn = true;
      return;
    case 'mention':
      parts.mentions.push(clause.meaning);
      return;
    case 'ordering':
      parts.ordering = clause.meaning;
      return;
    case 'pooled':
      parts.pooled = true;
      return;
    case 'points':
      parts.points = true;
      parts.difference = true;
      return;
    case 'difference':
      parts.difference = true;
      return;
    case 'adding':
      parts.adds = true;
      parts.goesOn = true;
      return;
    case 'compare':
      parts.compares = clause.meaning;
      return;
    case 'when':
      parts.when = true;
      return;
    default:
      throw new NoReading();
  }
}

/** "year over year change … in percent": one says along what, the other how. */
function together(a: Meanings['moving'], b: Meanings['moving']): Meanings['moving'] {
  if (a.window.kind === 'running' || b.window.kind === 'running') throw new NoReading();
  const window = a.window.kind === 'moving' ? a.window : b.window.kind === 'moving' ? b.window : a.window;
  return { window, size: a.size ?? b.size, grain: a.grain ?? b.grain };
}

/** "top 5 … with the highest …": one says how many, the other by what. */
function merged(parts: Parts, a: Rank, b: Rank): Rank {
  if (a.n !== null && b.n !== null) throw new NoReading();
  if ((a.target && b.target) || (a.by && b.by) || (a.hints && b.hints)) throw new NoReading();
  parts.cost += 0.2;
  const by = b.by ?? a.by;
  return {
    direction: a.plain ? b.direction : a.direction,
    n: a.n ?? b.n,
    skip: Math.max(a.skip, b.skip),
    target: a.target ?? b.target,
    by,
    hints: a.hints ?? b.hints,
    counts: a.counts || b.counts,
    plain: a.plain && b.plain,
    size: a.size || b.size,
    judges: a.judges || b.judges,
  };
}
