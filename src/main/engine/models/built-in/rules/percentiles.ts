import { ordinal } from '../language/numerals';
import type { PieceBody } from '../language/pieces';
import type { Token } from '../language/tokens';
import type { ColumnAggregate } from '../question/plan';
import { type Rule, skip, textOf, word } from './rule';

const NAMED = new Map<string, ColumnAggregate[]>([
  ['lower quartile', ['p25']],
  ['first quartile', ['p25']],
  ['bottom quartile', ['p25']],
  ['second quartile', ['median']],
  ['third quartile', ['p75']],
  ['upper quartile', ['p75']],
]);
const QUARTILES: ColumnAggregate[] = ['p25', 'median', 'p75'];
const OF = new Set(['of', 'the']);

/** "90th percentile", "p95", "5th and 95th percentiles", "quartiles", "upper quartile" */
export const percentileRule: Rule = (scope, tokens, at) => {
  if (scope.columns.at(tokens, at)?.how === 'name') return null;
  const found = percentileAt(tokens, at);
  if (!found) return null;
  const text = textOf(tokens, at, at + found.length);
  const pieces = found.aggregates.map((aggregate): PieceBody => ({ kind: 'aggregate', aggregate, text }));
  return { pieces, length: skip(tokens, at + found.length, OF) - at };
};

export const percentileAt = (tokens: readonly Token[], at: number): Found | null =>
  shortAt(tokens, at) ?? namedAt(tokens, at) ?? numberedAt(tokens, at);

interface Found {
  aggregates: ColumnAggregate[];
  length: number;
}

/** "p90, p95 and p99" */
function shortAt(tokens: readonly Token[], at: number): Found | null {
  const aggregates: ColumnAggregate[] = [];
  let length = 0;
  for (;;) {
    const joined = aggregates.length === 0 ? at : skip(tokens, at + length, new Set([',', 'and']));
    const share = /^p(\d{1,2})$/.exec(word(tokens, joined))?.[1];
    if (share === undefined || Number(share) === 0 || (aggregates.length > 0 && joined === at + length)) break;
    aggregates.push(percentile(Number(share)));
    length = joined + 1 - at;
  }
  return length > 0 ? { aggregates, length } : null;
}

function namedAt(tokens: readonly Token[], at: number): Found | null {
  if (word(tokens, at) === 'quartiles') return { aggregates: QUARTILES, length: 1 };
  const aggregates = NAMED.get(`${word(tokens, at)} ${word(tokens, at + 1)}`);
  return aggregates ? { aggregates, length: 2 } : null;
}

/** "90th percentile", "10th and 90th percentile", "95 % percentile" */
function numberedAt(tokens: readonly Token[], at: number): Found | null {
  const shares: number[] = [];
  let next = at;
  for (;;) {
    const joined = shares.length === 0 ? next : skip(tokens, next, new Set([',', 'and', 'the']));
    const share = shareAt(tokens[joined]);
    if (share === null) break;
    shares.push(share);
    next = joined + 1;
    if (/^percentiles?$/.test(word(tokens, next))) return { aggregates: shares.map(percentile), length: next + 1 - at };
  }
  return null;
}

function shareAt(token: Token | undefined): number | null {
  const plain = token?.kind === 'number' && token.unit !== 'currency' ? Number(token.value) : null;
  const share = ordinal(token) ?? plain;
  return share !== null && Number.isInteger(share) && share > 0 && share < 100 ? share : null;
}

const percentile = (share: number): ColumnAggregate => (share === 50 ? 'median' : `p${share}`);
