import { itemOf } from './rules';
import type { ValueRef } from './terms';
import type { Token } from './tokens';
import type { Vocabulary } from './vocabulary';

const JOINERS: ReadonlySet<string> = new Set(['in', 'of', 'for', 'the', 'on', 'at', 'im', 'fur', 'von', 'der', 'des']);

/** "visits in 2024" where a column is called "Visits 2024": small words within a whole name. */
export function namesOver(tokens: readonly Token[], indices: readonly number[], vocabulary: Vocabulary) {
  const telling = indices.filter((index) => !JOINERS.has(tokens[index]?.word ?? ''));
  const [first, last] = [indices[0] ?? 0, indices.at(-1) ?? 0];
  const anyhow = vocabulary.inAnyOrder.find(telling.map((index) => tokens[index]?.stem ?? ''));
  if (anyhow && telling[0] === first && telling.at(-1) === last) return [itemOf('field', anyhow, first, last + 1, 0.1)];
  if (telling.length < 2 || telling.length === indices.length || telling[0] !== first || telling.at(-1) !== last)
    return [];
  return vocabulary
    .find(
      telling.map((index) => tokens[index]?.stem ?? ''),
      telling.map((index) => tokens[index]?.text).join(' '),
    )
    .flatMap((finding) =>
      (finding.category === 'field' && finding.cost < 0.1) ||
      (finding.category === 'value' && (finding.meaning as ValueRef).part === null)
        ? [itemOf(finding.category, finding.meaning, first, last + 1, finding.cost)]
        : [],
    );
}
