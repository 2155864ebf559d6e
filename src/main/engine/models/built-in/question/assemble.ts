import type { Piece } from '../language/pieces';
import type { Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import { readAggregate } from './aggregate';
import { refuseUnclear } from './asks';
import { Bag } from './bag';
import { DeclinedError } from './declined';
import { readGrowth } from './growth';
import { refuseLacking, refuseUnclearBeside } from './lacking';
import { readMembers } from './members';
import { readChecks, readFrequency, readRange, readShape } from './plain';
import type { ChartWish, Question } from './plan';
import { readRatio } from './ratio';
import { readRows, readValues } from './rows';
import { readPart } from './shares';

/**
 * Puts the pieces of a question together. Every builder takes what it uses; what nobody uses makes the whole declined.
 * @throws Declined
 */
export function assemble(
  scope: Scope,
  tokens: readonly Token[],
  pieces: readonly Piece[],
  notes: readonly string[],
): Question {
  refuseUnclear(scope, tokens, pieces);
  const bag = new Bag(scope, tokens, pieces, notes);
  refuseEmpty(bag, tokens);
  refuseLacking(bag);
  refuseUnclearBeside(bag);
  const chart = takeChart(bag);
  const question =
    readChecks(bag, chart) ??
    readRange(bag, chart) ??
    readFrequency(bag, chart) ??
    readShape(bag, chart) ??
    readRatio(bag, chart) ??
    readGrowth(bag, chart) ??
    readPart(bag, chart) ??
    readMembers(bag, chart) ??
    readRows(bag, chart) ??
    readValues(bag, chart) ??
    readAggregate(bag, chart);
  bag.finish();
  return question;
}

/** "hello" asks for nothing; "show the data" for the first rows. */
function refuseEmpty(bag: Bag, tokens: readonly Token[]): void {
  if (bag.left.some((piece) => piece.kind !== 'show' && piece.kind !== 'which' && piece.kind !== 'only')) return;
  const data =
    bag.has('show') &&
    tokens.some((token) => /^(?:data|dataset|table|file|sheet|spreadsheet|csv|everything)$/.test(token.word));
  if (!data) throw new DeclinedError({ reason: 'empty' });
  bag.put({ kind: 'some', n: null, from: 0, to: 0 });
}

function takeChart(bag: Bag): ChartWish | null {
  const wishes = bag.takeAll('chart').flatMap((piece) => (piece.chart === 'any' ? [] : [piece.chart]));
  return wishes[0] ?? null;
}
