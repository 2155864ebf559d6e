import type { Token } from '../language/tokens';

/** Small words of other languages that English does not have. */
const FOREIGN = new Set(
  [
    'der die das und nach wie viele viel zeige zeig mir welche welcher umsatz pro jahr monat gesamt ist sind durchschnitt bitte für summe',
    'le la les des du par combien quel quelle quelles ventes mois année montre moi avec moyenne et pour chiffre affaires total_des est',
    'el los las por cuánto cuántos cuantos ventas mes año muestra cuál cual con promedio y para de que',
    'il gli vendite per mese anno quanti quante mostra con media e di della',
    'het een per maand jaar hoeveel toon verkopen gemiddelde van welke',
    'vendas por mês ano quantos mostre média e do da com',
  ].flatMap((line) => line.split(' ')),
);
/** Words above that mean something in English too. */
const ENGLISH = new Set([
  'die',
  'per',
  'total',
  'est',
  'media',
  'e',
  'y',
  'do',
  'el',
  'con',
  'van',
  'de',
  'la',
  'le',
  'et',
  'des',
  'il',
  'da',
  'mes',
  'das',
  'moi',
]);

/** Most likely another language: letters that English does not use, or several small words of another one. */
export function isForeign(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word').map((token) => token.word);
  if (words.length === 0) return false;
  const letters = words.filter((word) => /[^\p{Script=Latin}\p{N}\p{M}]/u.test(word));
  if (letters.length * 2 > words.length) return true;
  const sure = words.filter((word) => FOREIGN.has(word) && !ENGLISH.has(word));
  const maybe = words.filter((word) => FOREIGN.has(word));
  return sure.length >= 1 && maybe.length >= 2 && maybe.length * 3 >= words.length;
}
