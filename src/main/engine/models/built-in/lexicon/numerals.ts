import { entries } from './meanings';

const ONES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const EINS = 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf'.split(' ');
const ORDINALS =
  'first|1st second|2nd third|3rd fourth|4th fifth|5th sixth|6th seventh|7th eighth|8th ninth|9th tenth|10th'.split(
    ' ',
  );
const ZWEITE = 'erst|erste|ersten zweit|zweite|zweithochste dritt|dritte|dritthochste viert|vierte funft|funfte'.split(
  ' ',
);

export const NUMERALS = [
  ...entries(
    'numeral',
    ONES.map((english, index) => [english, EINS[index] ?? '', String(index + 1), 0.1]),
  ),
  ...entries('scale', [
    ['thousand|k', 'tausend|tsd', 3],
    ['million|millions|mio|mn|mln', 'million|millionen|mio', 6],
    ['billion|billions|bn', 'milliarde|milliarden|mrd', 9],
  ]),
  ...entries('numeral', [
    ['a dozen|dozen', 'ein dutzend', '12'],
    ['a hundred|hundred', 'hundert', '100'],
    ['a thousand|thousand', 'tausend', '1000'],
    ['a million|million', 'million', '1000000'],
    ['an|a', '', '1', 2],
  ]),
  ...entries(
    'ordinal',
    ORDINALS.map((english, index) => [english, ZWEITE[index] ?? '', index + 1]),
  ),
];
