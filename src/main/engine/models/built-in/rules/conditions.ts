import type { Cell } from '#contract/tables';
import { isFixed } from '../language/fixed';
import { isFlag, isNumberFlag } from '../language/flags';
import { ordinal } from '../language/numerals';
import { yearAt } from '../language/periods';
import { COMPARISONS, OR_MORE } from '../language/phrases';
import type { PieceBody } from '../language/pieces';
import { isNumeric, nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import { allKnown } from '../language/values';
import type { Column, Filter } from '../question/plan';
import { type Match, type Rule, skip, word } from './rule';

const LINKS = /^(?:is|are|was|were|=|equals|in|being|called|named)$/;
const NEGATIONS = /^(?:not|!=|except|excluding|outside)$/;
const EMPTY = /^(?:empty|missing|blank|null|unknown)$/;
const YES = /^(?:yes|true|y|1|ja)$/;
const NO = /^(?:no|false|n|0|nein)$/;
const JOINERS = new Set([',', 'and', 'or', 'plus', 'nor', 'the', 'both', 'either']);
const VERSUS = new Set(['vs', 'versus', 'against', 'to', 'with', 'v', 'than']);
const PARTS = /^(?:contains|containing|contain|includes|like)$/;

interface Link {
  next: number;
  explicit: boolean;
  not: boolean;
}

/** "region is West", "region West", "customer is empty", "is_return = no", "product contains 'chair'" */
export const conditionRule: Rule = (scope, tokens, at) => {
  const hit = scope.columns.at(tokens, at);
  if (!hit || (hit.how !== 'name' && hit.length === 1 && nounAt(scope, tokens[at]) && !isNumbered(tokens, at + 1)))
    return null;
  const link = linkAt(scope, tokens, at + hit.length);
  const found = hit.columns.flatMap((column) => {
    const match = conditionOf(scope, tokens, column, link);
    return match ? [{ column, match }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const length = first.match.next - at;
  if (found.length > 1) {
    return {
      pieces: [
        { kind: 'ask', ask: { about: 'column', text: tokens[at]?.text ?? '', columns: hit.columns, use: 'filter' } },
      ],
      length,
    };
  }
  return { pieces: [first.match.piece], length };
};

/** "order 10023" */
const isNumbered = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token?.kind === 'number' && /^\d+$/.test(token.value) && yearAt(token) === null && !OR_MORE.at(tokens, at + 1);
};

function linkAt(scope: Scope, tokens: readonly Token[], at: number): Link {
  let next = at;
  let explicit = false;
  let not = false;
  for (;;) {
    const here = word(tokens, next);
    // "status is in transit": the word begins the value.
    if (here === 'in' && (scope.values.at(tokens, next)?.length ?? 0) > 1) return { next, explicit, not };
    const two = `${here} ${word(tokens, next + 1)}`;
    if (two === 'other than' || two === 'equal to' || two === 'not equal') {
      not ||= two !== 'equal to';
      explicit = true;
      next += 2;
    } else if (LINKS.test(here) || NEGATIONS.test(here)) {
      not ||= NEGATIONS.test(here);
      explicit ||= here !== 'in';
      next += 1;
    } else if (next > at && /^(?:\(|the|to|either|of)$/.test(here)) {
      next += 1;
    } else {
      return { next, explicit, not };
    }
  }
}

function conditionOf(
  scope: Scope,
  tokens: readonly Token[],
  column: Column,
  link: Link,
): { piece: PieceBody; next: number } | null {
  const { next, not, explicit } = link;
  const here = word(tokens, next);
  const filter = (one: Filter, end: number) => ({
    piece: { kind: 'filter' as const, filter: one, versus: false, lead: null },
    next: end,
  });
  if (PARTS.test(here) && tokens[next + 1] && !isNumeric(column)) {
    return filter({ kind: 'text', column, text: tokens[next + 1]?.text ?? '', part: true, not }, next + 2);
  }
  if (EMPTY.test(here) && (explicit || not || !scope.columns.at(tokens, next + 1)))
    return filter({ kind: 'empty', column, not }, next + 1);
  const flag = isFlag(column) || column.role === 'flag' ? flagOf(column, tokens, next, not, explicit) : null;
  if (flag || (column.role === 'flag' && !isNumberFlag(column))) return flag;
  const numbers = numbersAt(tokens, column, next, explicit);
  if (numbers) return filter({ kind: 'values', column, values: numbers.values, not }, numbers.next);
  const list = valueListAt(scope, tokens, next, column);
  if (list) {
    return {
      piece: {
        kind: 'filter',
        filter: { kind: 'values', column, values: list.valuesOf(column), not },
        versus: list.versus,
        lead: null,
      },
      next: list.next,
    };
  }
  return literal(scope, tokens, column, link);
}

function flagOf(column: Column, tokens: readonly Token[], at: number, not: boolean, explicit: boolean) {
  const here = word(tokens, at);
  if (!explicit && !/^(?:yes|no|true|false)$/.test(here)) return null;
  if (!YES.test(here) && !NO.test(here)) return null;
  const filter: Filter = { kind: 'flag', column, value: YES.test(here) !== not };
  return { piece: { kind: 'filter' as const, filter, versus: false, lead: null }, next: at + 1 };
}

/** Numbers that name something: "year is 2024", "order_id 10023". */
function numbersAt(
  tokens: readonly Token[],
  column: Column,
  at: number,
  explicit: boolean,
): { values: Cell[]; next: number } | null {
  if (!isNumeric(column) || (column.role === 'measure' && !explicit)) return null;
  if (!explicit && word(tokens, at - 1) === 'in') return null;
  const values: Cell[] = [];
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token?.kind !== 'number' || token.unit !== null) break;
    values.push(token.value);
    const joined = skip(tokens, next + 1, JOINERS);
    if (tokens[joined]?.kind !== 'number') return { values, next: next + 1 };
    next = joined;
  }
  return null;
}

/** A word that is no known value: looked for as it is where the profile cannot tell, else asked about. */
function literal(
  scope: Scope,
  tokens: readonly Token[],
  column: Column,
  link: Link,
): { piece: PieceBody; next: number } | null {
  const token = tokens[link.next];
  if (!token || isNumeric(column) || column.role === 'time' || token.kind === 'sign') return null;
  if (token.kind !== 'quoted' && !isName(scope, tokens, link)) return null;
  const next = link.next + 1;
  if (token.kind === 'quoted' || !allKnown(column)) {
    return {
      piece: {
        kind: 'filter',
        filter: { kind: 'text', column, text: token.text, part: false, not: link.not },
        versus: false,
        lead: null,
      },
      next,
    };
  }
  if (!link.explicit) return null;
  const near = scope.values.near(token.word, 2, column).map((one) => ({ column, value: String(one.value) }));
  return { piece: { kind: 'ask', ask: { about: 'value', text: token.text, column, near } }, next };
}

/** "West", "West and East", "West vs East": values of one column; with `only`, of that one. */
function valueListAt(scope: Scope, tokens: readonly Token[], at: number, only: Column | null) {
  const start = skip(tokens, at, new Set(['the', 'both', 'either']));
  const first = scope.values.at(tokens, start, only);
  const named = only ? null : scope.columns.at(tokens, start);
  // "late fee" is the column of that name, whatever else is `Late`.
  if (!first || (named?.how === 'name' && named.length > first.length)) return null;
  let candidates = first.hits;
  const picked = [first.hits];
  let next = start + first.length;
  let versus = false;
  for (;;) {
    const compared = /^compared?$/.test(word(tokens, next)) && /^(?:to|with)$/.test(word(tokens, next + 1));
    const opposed = compared || VERSUS.has(word(tokens, next));
    const joined = opposed ? skip(tokens, next + (compared ? 2 : 1), new Set(['the'])) : skip(tokens, next, JOINERS);
    if (joined === next) break;
    const [known, ...more] = new Set(candidates.map((one) => one.column));
    const hit = scope.values.at(tokens, joined, only ?? (known && more.length === 0 ? known : null));
    const shared = hit?.hits.filter((one) => candidates.some((other) => other.column === one.column)) ?? [];
    if (!hit || shared.length === 0) break;
    candidates = candidates.filter((one) => shared.some((other) => other.column === one.column));
    picked.push(hit.hits);
    versus ||= opposed;
    next = joined + hit.length;
  }
  const columns = [...new Set(candidates.map((one) => one.column))];
  const valuesOf = (column: Column) => [
    ...new Set(picked.flatMap((hits) => hits.filter((one) => one.column === column).map((one) => one.value))),
  ];
  return { columns, valuesOf, versus, next };
}

/** What stands between "is" and what is so. */
const ADVERBS = /^(?:still|currently|presently|already|yet|never|always|usually|mostly|often)$/;

/** The word can only be a name: it means nothing else, and it is written like one where no "is" comes before it. */
function isName(scope: Scope, tokens: readonly Token[], link: Link): boolean {
  const token = tokens[link.next];
  if (!token || isFixed(token.word) || ordinal(token) !== null || ADVERBS.test(token.word) || nounAt(scope, token))
    return false;
  if (!link.explicit && COMPARISONS.at(tokens, link.next + 1)) return false;
  if (scope.columns.at(tokens, link.next) || scope.flags.at(tokens, link.next) || scope.values.at(tokens, link.next))
    return false;
  return link.explicit || /^\p{Lu}/u.test(token.text);
}

/** Values that stand on their own, with or without their column's name after them: "West", "the West region". */
export const valueRule: Rule = (scope, tokens, at): Match | null => {
  const list = valueListAt(scope, tokens, at, null);
  if (!list) return null;
  const after = scope.columns.at(tokens, list.next);
  const named =
    after && word(tokens, list.next + after.length) !== 'wise'
      ? list.columns.filter((one) => after.columns.includes(one))
      : [];
  const columns = named.length > 0 ? named : list.columns;
  const next = list.next + (named.length > 0 && after ? after.length : 0);
  const [column, ...others] = columns;
  if (!column) return null;
  if (others.length > 0) {
    return {
      pieces: [{ kind: 'ask', ask: { about: 'value in columns', text: tokens[at]?.text ?? '', columns } }],
      length: next - at,
    };
  }
  const filter: Filter = { kind: 'values', column, values: list.valuesOf(column), not: false };
  return { pieces: [{ kind: 'filter', filter, versus: list.versus, lead: null }], length: next - at };
};
