import { isMeasure } from './tables';
import type { Item } from './terms';
import type { Token } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Up to this cost a name or a value is what stands there, and not only like it. */
const SURE = 0.3;
const WORD = /^\p{L}{3,}$/u;
/** What ends a phrase of nouns; before anything else, an unknown word may belong to what follows. */
const ENDS =
  /^(?:and|or|vs|versus|by|per|go|goes|get|gets|do|does|did|make|makes|affect|affects|in|on|at|during|for|each|since|between|from|until|before|after|over|above|under|below|with|without|than|have|has|had|is|are|was|were|und|oder|nach|pro|je|im|am|seit|von|bis|über|unter|mit|ohne|als|haben|hat|hatten|ist|sind|war|waren)$/;
/** What counts or asks makes the noun that follows what is asked for. */
const ASKED = /^(?:many|much|number|count|which|what|viele|viel|anzahl|welche[rsnm]?)$/;

/**
 * A word nobody knows can change neither rows nor figures where it can only belong to the word of the data beside it: the
 * noun behind a value that chooses ("of the casual *riders*"), behind a column's name ("quality *scores*"), the unit of a
 * bound ("over 130 *bpm*"), the verb before a name ("songs that *feature* Ann Lee").
 */
export function isBeside(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  vocabulary: Vocabulary,
): boolean {
  if (!WORD.test(tokens[at]?.text ?? '')) return false;
  const next = tokens[at + 1];
  const before = items.filter(({ to, cost }) => to === at && cost <= SURE);
  if (before.some(({ category }) => category === 'entity') && isVerbOfName(tokens, items, at)) return true;
  if (next && next.kind !== 'sign' && !ENDS.test(next.word)) return false;
  return isUnit(tokens, items, at) || before.some((item) => isBegunBy(item, tokens, vocabulary));
}

/** A noun phrase whose first words are a value, or a figure's name, that is not itself counted. */
function isBegunBy(item: Item, tokens: readonly Token[], { tables }: Vocabulary): boolean {
  if (item.category === 'field') return isMeasure(tables.field(item.meaning));
  if (item.category !== 'value' || item.meaning.part !== null) return false;
  const article = /^(?:the|all|our|der|die|das|den|alle[rn]?|unsere[rn]?)$/;
  const outer = tokens[item.from - 1];
  const asking = article.test(outer?.word ?? '') ? tokens[item.from - 2] : outer;
  return asking !== undefined && !ASKED.test(asking.word);
}

const isUnit = (tokens: readonly Token[], items: readonly Item[], at: number): boolean =>
  tokens[at - 1]?.kind === 'number' &&
  items.some(({ category, to }) => category === 'comparative' && to === at - 1) &&
  items.every(({ category, from }) => category !== 'unit' || from !== at);

/** Behind the rows' own name, before a value of one column alone. */
function isVerbOfName(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const next = items.flatMap((item) =>
    item.category === 'value' && item.from === at + 1 && item.cost <= SURE ? [item.meaning.field] : [],
  );
  return new Set(next).size === 1 && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
}
