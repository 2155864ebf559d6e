import type { Assistant } from '#contract';
import type { Words } from '#words';

/** What an assistant is called here: the app's own has a name in each language. */
export const titleOf = ({ name, own }: Pick<Assistant, 'name' | 'own'>, words: Words['ui']['assistants']): string =>
  own ? words.dataAnalyst : name;
