import type { FieldDefinition } from '#contract/definitions';
import { COSTS } from './name-costs';
import { isTime } from './tables';

/** "orders" are not "ordered on", though they have a stem in common. */
export function otherForm(field: FieldDefinition, text: string): number {
  const { column, title, synonyms: others } = field;
  // "open" is a state, and "opened" a date.
  if (
    isTime(field) &&
    /^\p{L}+ed(?!\p{L})/iu.test(title) &&
    /^\p{Ll}+(?<!s|ed|ing|en)$/u.test(text) &&
    !title.toLowerCase().startsWith(text)
  )
    return COSTS.otherWord;
  if (isTime(field) && title.toLowerCase().startsWith(`${text.toLowerCase().replace(/s$/, '')}ed`))
    return COSTS.otherWord;
  const name = [column, title, ...others].join(' ').toLowerCase();
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 3);
  return words.every((word) => name.includes(word.replace(/(?:es|s|en|n)$/, ''))) &&
    !/ed$/.test(/^\p{L}+/u.exec(name)?.[0] ?? '')
    ? 0
    : words.some((word) => name.split(/[^\p{L}\d]+/u).includes(word))
      ? 0
      : COSTS.otherForm;
}
