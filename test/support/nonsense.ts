import { english, type Words } from '../../src/preload/words';

/** A catalogue that says of every fact something else than English does, and nothing that means anything. */
export const nonsense: Words = reworded(english, '');

/** What a word was about, for whoever asks for the same in English: names and numbers, nothing that is longer. */
const spelled = (given: unknown[]): string =>
  given.every((part) => ['string', 'number', 'boolean'].includes(typeof part)) ? JSON.stringify(given) : '';

function reworded<T extends object>(words: T, path: string): T {
  return new Proxy(words, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      const place = `${path} ${String(name)}`;
      // Questions are asked, and read by the analyst: they say nothing about anything.
      if (place === ' suggestion') return value;
      // Letters of two units, and signs that markdown knows, in a length of its own for each.
      if (typeof value === 'function')
        return (...given: unknown[]) =>
          `🙂 Blorp *${'_quux_ '.repeat((place.length % 5) + 1)}*|${place}|${spelled(given)}`;
      return typeof value === 'object' && value !== null ? reworded(value, place) : value;
    },
  });
}
