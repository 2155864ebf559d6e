import type { Piece } from '../language/pieces';
import type { Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import { averageRule } from './averages';
import { besideRule, outOfRule } from './beside';
import { codeRule } from './codes';
import { conditionRule, valueRule } from './conditions';
import { orderRule } from './dates';
import { deedRule } from './deeds';
import { durationRule, tookRule } from './durations';
import { flagRule, includingRule, stillRule } from './flags';
import { groupRule, timeGroupRule, unitRule, wiseRule } from './groups';
import { eventRule, latenessRule } from './lateness';
import { limitRule } from './limits';
import { movingRule } from './moving';
import { negationRule, undoneRule } from './negations';
import { operandRule } from './operands';
import { oppositeRule } from './opposites';
import { percentileRule } from './percentiles';
import { periodRule } from './period-phrases';
import type { Rule } from './rule';
import { seasonRule } from './seasons';
import { thanRule } from './than';
import { todayRule } from './today';
import { edgeRule, topRule } from './tops';
import * as words from './words';
import { yearRule } from './years';

/** Earlier rules win: what takes more words, or says more about them, comes first. */
const RULES: Rule[] = [
  words.datasetRule,
  words.chartRule,
  includingRule,
  stillRule,
  undoneRule,
  thanRule,
  todayRule,
  durationRule,
  tookRule,
  movingRule,
  orderRule,
  latenessRule,
  eventRule,
  negationRule,
  percentileRule,
  wiseRule,
  averageRule,
  besideRule,
  outOfRule,
  limitRule,
  periodRule,
  codeRule,
  deedRule,
  yearRule,
  conditionRule,
  words.withRule,
  edgeRule,
  topRule,
  words.someRule,
  words.refusalRule,
  words.markRule,
  seasonRule,
  groupRule,
  timeGroupRule,
  words.howOftenRule,
  words.aggregateRule,
  words.differentRule,
  flagRule,
  valueRule,
  oppositeRule,
  words.nounRule,
  unitRule,
  operandRule,
  words.currencyRule,
  words.drawRule,
  words.compareRule,
  words.showRule,
  words.onlyRule,
  words.fillerRule,
];

/** Cuts a question into pieces. Every token ends up in one, if only in one that says it was not understood. */
export function scan(scope: Scope, tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = firstMatch(scope, tokens, at);
    const length = match?.length ?? 1;
    const bodies = match?.pieces ?? [{ kind: 'unknown' as const, text: tokens[at]?.text ?? '' }];
    for (const body of bodies) pieces.push({ ...body, from: at, to: at + length });
    at += Math.max(1, length);
  }
  return pieces;
}

function firstMatch(scope: Scope, tokens: readonly Token[], at: number) {
  for (const rule of RULES) {
    const match = rule(scope, tokens, at);
    if (match) return match;
  }
  return null;
}
