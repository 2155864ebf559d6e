import type { Category, Item, Meanings } from './terms';
import type { Vocabulary } from './vocabulary';

type Single<P extends string> = P extends `${infer A}|${infer B}`
  ? Single<A> | Single<B>
  : P extends Category
    ? P
    : never;
type MeaningOf<P extends string> = P extends `${infer Q}?` ? Meanings[Single<Q>] | undefined : Meanings[Single<P>];
type Arguments<P extends readonly string[]> = { [I in keyof P]: P[I] extends string ? MeaningOf<P[I]> : never };

/** One reading of the words, or several, each at a cost of its own; null where they do not go together. */
type Made<C extends Category> = Meanings[C] | null | readonly { meaning: Meanings[C]; cost: number }[];

export interface Part {
  categories: readonly Category[];
  optional: boolean;
}
export interface Rule {
  category: Category;
  parts: readonly Part[];
  cost: number;
  make(args: readonly unknown[], vocabulary: Vocabulary): { meaning: unknown; cost: number }[];
}

const partOf = (pattern: string): Part => ({
  categories: pattern.replace(/\?$/, '').split('|') as Category[],
  optional: pattern.endsWith('?'),
});

/** `pattern` is what stands side by side: categories, `a|b` for either, `a?` for what may be left out. */
export function rule<C extends Category, const P extends readonly string[]>(
  category: C,
  pattern: P,
  cost: number,
  make: (args: Arguments<P>, vocabulary: Vocabulary) => Made<C>,
): Rule {
  return {
    category,
    parts: pattern.map(partOf),
    cost,
    make: (args, vocabulary) => {
      const made = make(args as Arguments<P>, vocabulary);
      if (made === null) return [];
      return isSeveral(made) ? [...made] : [{ meaning: made, cost: 0 }];
    },
  };
}

const isSeveral = (made: unknown): made is readonly { meaning: unknown; cost: number }[] =>
  Array.isArray(made) &&
  made.every((one) => typeof one === 'object' && one !== null && 'meaning' in one && 'cost' in one);

export const itemOf = (category: Category, meaning: unknown, from: number, to: number, cost: number): Item =>
  ({ category, meaning, from, to, cost }) as Item;
