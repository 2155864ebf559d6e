/** Numbers in words. They are figures only with a scale or a percent sign: "three of them" counts what one sees. */

const ONES = new Map<string, number>(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    ein: 1,
    eine: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    fünfzehn: 15,
  }),
);
const TENS = new Map<string, number>(
  Object.entries({
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    zwanzig: 20,
    dreißig: 30,
    dreissig: 30,
    vierzig: 40,
    fünfzig: 50,
    sechzig: 60,
    siebzig: 70,
    achtzig: 80,
    neunzig: 90,
  }),
);
const ones = [...ONES.keys()].join('|');
const tens = [...TENS.keys()].join('|');
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?<german>${ones})und(?<after>${tens})|(?<tens>${tens})(?:[- ](?<ones>${ones}))?|(?<alone>${ones}))(?![\\p{L}\\p{N}])`,
  'giu',
);

export function numberWords(text: string): { start: number; end: number; value: number }[] {
  return Array.from(text.matchAll(WORDS), ({ index, 0: word, groups = {} }) => {
    const of = (name: string) => (groups[name] ?? '').toLowerCase();
    const value =
      (ONES.get(of('german')) ?? 0) +
      (TENS.get(of('after')) ?? 0) +
      (TENS.get(of('tens')) ?? 0) +
      (ONES.get(of('ones')) ?? 0) +
      (ONES.get(of('alone')) ?? 0);
    return { start: index, end: index + word.length, value };
  });
}
