import type { Definitions } from '#contract/definitions';
import type { Understood } from './reader/settle';
import { understand } from './reader/understand';
import { vocabularyOf } from './reader/vocabularies';
import type { Vocabulary } from './reader/vocabulary';

const understoodBefore = new WeakMap<Vocabulary, { asked: string; understood: Understood }>();

/** A turn is looked at again after each call: the same words about the same data mean the same. */
export function meaningOf(definitions: readonly Definitions[], messages: readonly string[]): Understood {
  const vocabulary = vocabularyOf(definitions);
  const asked = JSON.stringify(messages);
  const known = understoodBefore.get(vocabulary);
  if (known?.asked === asked) return known.understood;
  const understood = understand(definitions, messages, vocabulary);
  understoodBefore.set(vocabulary, { asked, understood });
  return understood;
}
