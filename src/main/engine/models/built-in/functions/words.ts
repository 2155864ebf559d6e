import { segmentsOf } from '../../../../segments';
import { stemOf } from '../reader/stems';

const STOP = new Set(
  'a an and are as at be by can could did do does for from get give has have how i in is it its me my of on or our please show tell that the their them there this to us was we were what when where which who will with would you your'.split(
    ' ',
  ),
);
const SAME = new Map<string, string>([
  ['plus', 'add'],
  ['+', 'add'],
  ['sum', 'add'],
  ['minus', 'subtract'],
  ['-', 'subtract'],
  ['times', 'multiply'],
  ['*', 'multiply'],
  ['forecast', 'weather'],
  ['temperature', 'weather'],
  ['mail', 'email'],
  ['find', 'search'],
  ['look', 'search'],
  ['lookup', 'search'],
  ['remove', 'delete'],
  ['cancel', 'delete'],
  ['make', 'create'],
  ['price', 'price'],
  ['cost', 'price'],
  ['quote', 'price'],
]);

/** The words that tell what a name or a sentence is about, in one form. */
export function tellingWords(text: string): string[] {
  const parted = text.replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ').toLowerCase();
  const words = [...segmentsOf(parted), ...(parted.match(/[+*]/g) ?? [])];
  const known = (word: string) => SAME.get(word) ?? SAME.get(word.replace(/s$/, '')) ?? word;
  return words.filter((word) => !STOP.has(word)).map((word) => stemOf(known(word)));
}
