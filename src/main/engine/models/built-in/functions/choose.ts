import type { Callable } from './schema';
import { tellingWords } from './words';

const NAME = 3;
const OPTION = 2;
const ELSE = 1;
/** A word of the name, or several of the description. */
const FITS = 3;

/** How well a function fits a question, by the words they share. */
function fitOf(callable: Callable, question: string): number {
  const asked = new Set(tellingWords(question));
  const name = new Set(tellingWords(callable.name));
  const rest = new Set(
    [callable.description, ...callable.parameters.flatMap((one) => [one.name, one.description])].flatMap(tellingWords),
  );
  const options = new Set(
    callable.parameters.flatMap((one) => one.options.flatMap((option) => tellingWords(String(option)))),
  );
  let fit = 0;
  for (const word of asked) {
    if (name.has(word)) fit += NAME;
    else if (options.has(word)) fit += OPTION;
    else if (rest.has(word)) fit += ELSE;
  }
  return fit;
}

/** The function that fits a question best; null when none does. With `any`, the best there is. */
export function bestFor(callables: readonly Callable[], question: string, any = false): Callable | null {
  const ranked = callables
    .map((callable) => ({ callable, fit: fitOf(callable, question) }))
    .toSorted((a, b) => b.fit - a.fit);
  const [best] = ranked;
  return best && (any || best.fit >= FITS) ? best.callable : null;
}
