/// <reference path="./raw.d.ts" />
import lines from './abbreviations.tsv?raw';
import { isKnownWord } from './vocabulary';
import { nameWords, wordSet } from './words';

/** By a short form, of one word or several: what it is written out as, and what it may stand for as well. */
const LONG = new Map(
  lines
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => {
      const [short = '', long = ''] = line.split('\t');
      return [short, long.split('|').map((form) => form.trim())] as const;
    }),
);
const LONGEST = Math.max(...[...LONG.keys()].map((short) => short.split(' ').length));

/** Words that names written in one end with, and such as they begin with besides. */
const LAST = wordSet(`
  amount area class code count date day group hour income index level month name number price rate sales score sex size speed status
  temp time total type value width world year zone datum nummer name
`);
const FIRST = wordSet(`
  account air arrival birth book call city company country course customer delivery departure district dropoff employee end event family
  flight free home house invoice land last lot order patient pay payment pickup population product region return room school season start
  state street store study team total travel trip user wait weather wind work working zip
`);
const SHORTEST = { first: 2, rest: 3 };

/** `windspeed`, `zipcode` and `vgsales` in two, where both parts are known. */
function parted(word: string): string[] {
  if (LONG.has(word) || isKnownWord(word)) return [word];
  for (let at = SHORTEST.first; at <= word.length - SHORTEST.rest; at += 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    if ((FIRST.has(first) || LONG.has(first)) && (LAST.has(last) || LAST.has(`${last}s`))) return [first, last];
  }
  return [word];
}

/** The words of a name with nothing short in them; several where a short form may stand for several, the likeliest first. */
export function namesOf(name: string): string[][] {
  const words = nameWords(name).flatMap(parted);
  let readings: string[][] = [[]];
  for (let at = 0; at < words.length; ) {
    let size = Math.min(LONGEST, words.length - at);
    while (size > 1 && !LONG.has(words.slice(at, at + size).join(' '))) size -= 1;
    const short = words.slice(at, at + size).join(' ');
    const long = LONG.get(short) ?? [short];
    readings = long.flatMap((form) => readings.map((before) => [...before, ...form.split(' ')])).slice(0, SEVERAL);
    at += size;
  }
  return readings;
}
const SEVERAL = 8;

/** The words of a name as they are most likely meant, with the capitals that short forms keep. */
export const writtenOut = (name: string): string[] => namesOf(name)[0] ?? [];

/** The same in lower case. */
export const plainWords = (name: string): string[] => writtenOut(name).map((word) => word.toLowerCase());
