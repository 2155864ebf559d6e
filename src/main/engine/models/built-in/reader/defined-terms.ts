import { isLexiconWord, phrasesOf } from '../lexicon';
import type { Token } from './tokens';
import type { Vocabulary } from './vocabulary';

const ARITHMETIC: ReadonlySet<string> = new Set([
  'minus',
  'plus',
  'times',
  'x',
  '*',
  '/',
  '+',
  '×',
  '÷',
  'divided',
  'mal',
  'geteilt',
  'abzuglich',
]);

/** "surplus (income minus spending)": what nobody knows is what stands behind it in brackets, and takes its place. */
export function withoutDefined(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const from = tokens.findIndex(({ word }) => word === '(');
  const to = tokens.findIndex(({ word }, at) => at > from && word === ')');
  const term = tokens[from - 1];
  const isDefinition = tokens.slice(from + 1, to).some(({ word }) => ARITHMETIC.has(word));
  if (!term || to < 0 || !isDefinition || term.kind !== 'word' || term.quoted) return tokens;
  if (vocabulary.knows(term.stem) || isLexiconWord(term.word) || phrasesOf(term.stem).length > 0) return tokens;
  return tokens.filter((_, at) => at !== from - 1 && at !== from && at !== to);
}
