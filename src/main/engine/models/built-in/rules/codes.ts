import { wordsOf } from '../language/stems';
import type { Token } from '../language/tokens';
import { allKnown } from '../language/values';
import type { Column } from '../question/plan';
import type { Rule } from './rule';

const LONGEST = 4;

/** "C-0206": written like the values of one column, which are too many for the profile to list them all. */
export const codeRule: Rule = (scope, tokens, at) => {
  for (let length = LONGEST; length > 0; length -= 1) {
    const said = tokens.slice(at, at + length);
    if (said.length < length || said.some((token) => token.kind === 'sign' || token.kind === 'quoted')) continue;
    const found = scope.columns.all.flatMap((column) => codeOf(column, said) ?? []);
    const [first, ...others] = found;
    if (!first || others.length > 0) continue;
    const filter = { kind: 'text' as const, column: first.column, text: first.text, part: false, not: false };
    return { pieces: [{ kind: 'filter', filter, versus: false, lead: null }], length };
  }
  return null;
};

/** The words put together as the values of the column are. */
function codeOf(column: Column, said: readonly Token[]): { column: Column; text: string } | null {
  const [first] = column.top;
  if (typeof first?.value !== 'string' || allKnown(column)) return null;
  const shape = said.map((token) => shapeOf(token.word)).join(' ');
  if (!/\d/.test(said.map((token) => token.word).join('')) || !/[a-z]/.test(shape)) return null;
  const alike = column.top.every(({ value }) => wordsOf(String(value)).map(shapeOf).join(' ') === shape);
  if (!alike) return null;
  const words = wordsOf(first.value);
  let text = first.value;
  let from = 0;
  for (const [index, word] of words.entries()) {
    const place = text.toLowerCase().indexOf(word, from);
    if (place < 0) return null;
    const next = said[index]?.text ?? '';
    text = `${text.slice(0, place)}${next}${text.slice(place + word.length)}`;
    from = place + next.length;
  }
  return { column, text };
}

/** Letters stand for themselves, digits for any digit: `c` and `0000`. */
const shapeOf = (word: string): string => word.toLowerCase().replaceAll(/\p{N}/gu, '0');
