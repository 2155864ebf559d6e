import type { Message } from '#contract';

/** UTF-16 units of a part's text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Stretches of a message, by part. */
export type MessageStretches = ReadonlyMap<number, readonly Stretch[]>;

interface NumberInText extends Stretch {
  value: string;
}

const NUMBER = /\d+(?:[.,'’\u00a0\u202f]\d+)*/g;
/** Marks of citations count passages, not anything that is said. */
const CITATION = /【[^】]*】/g;

/** Numerals as they stand; written otherwise, the same number has the same value. */
export function numbersIn(text: string): NumberInText[] {
  const plain = text.replace(CITATION, (mark) => ' '.repeat(mark.length));
  return [...plain.matchAll(NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: plainValue(match[0]),
  }));
}

/** Without what groups digits, and without zeros at the end: 1,200.50 and 1.200,5 are 1200.5. */
function plainValue(numeral: string): string {
  const parts = numeral.split(/[.,'’\u00a0\u202f]/);
  const last = parts.at(-1) ?? '';
  const separators = new Set(numeral.replace(/\d/g, ''));
  const isGrouped = parts.length > 1 && last.length === 3 && (separators.size === 1 || parts.length === 2);
  if (parts.length === 1 || isGrouped) return parts.join('').replace(/^0+(?=\d)/, '');
  const whole = parts
    .slice(0, -1)
    .join('')
    .replace(/^0+(?=\d)/, '');
  const decimals = last.replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** Where answers to the same question have numbers that not all the others have as well; in the order of the answers. */
export function differingNumbers(answers: readonly (readonly Message[])[]): Map<Message['id'], MessageStretches>[] {
  const all = answers.map((messages) => messages.map((message) => ({ message, parts: numbersOfParts(message) })));
  const values = all.map((answer) => new Set(answer.flatMap(({ parts }) => parts.flat().map(({ value }) => value))));
  return all.map((answer, own) => {
    const others = values.filter((set, index) => index !== own && set.size > 0);
    return new Map(
      answer.map(({ message, parts }) => [
        message.id,
        new Map(
          parts.map((numbers, part) => [part, numbers.filter(({ value }) => others.some((set) => !set.has(value)))]),
        ),
      ]),
    );
  });
}

const numbersOfParts = ({ parts }: Message): NumberInText[][] =>
  parts.map((part) => (part.type === 'text' ? numbersIn(part.text) : []));
