import { itemOf, type Part, type Rule } from './rules';
import type { Category, Item } from './terms';
import { VALUES_KEPT, type Vocabulary } from './vocabulary';

/** Items of one category on the same words that are kept. */
const KEPT = 6;
/** Small words that may stand between the parts of a phrase. */
const GAP = 2;
const DEEPEST = 4;

/** All that words can be read as, from single words up. */
export class ParseChart {
  readonly length: number;
  readonly #gap: readonly number[];
  readonly #items = new Map<string, Item[]>();
  readonly #starts: Map<Category, Item[]>[];
  /** What kept items mean, as text. */
  readonly #texts = new WeakMap<Item, string>();

  /** `gap`: what it costs to read over a token within a phrase; infinite where that cannot be. */
  constructor(length: number, gap: readonly number[]) {
    this.length = length;
    this.#gap = gap;
    this.#starts = Array.from({ length: length + 1 }, () => new Map());
  }

  /** False where it is known already, or better ones are. */
  add(item: Item): boolean {
    const key = `${item.category} ${item.from} ${item.to}`;
    const known = this.#items.get(key) ?? [];
    const text = JSON.stringify(item.meaning);
    const same = known.findIndex((one) => this.#texts.get(one) === text);
    const before = known[same];
    const most = item.category === 'value' ? VALUES_KEPT : KEPT;
    if (before && before.cost <= item.cost + 1e-9) return false;
    if (before) known.splice(same, 1);
    else if (known.length >= most && (known.at(-1)?.cost ?? 0) <= item.cost) return false;
    this.#texts.set(item, text);
    const next = [...known, item].sort((a, b) => a.cost - b.cost).slice(0, most);
    this.#items.set(key, next);
    const starts = this.#starts[item.from];
    const others = (starts?.get(item.category) ?? []).filter((one) => one.to !== item.to);
    starts?.set(item.category, [...others, ...next]);
    return true;
  }

  from(at: number): Item[] {
    return [...(this.#starts[at]?.values() ?? [])].flat();
  }

  all(): Item[] {
    return [...this.#items.values()].flat();
  }

  /** One stratum of the grammar after the other: the rules of one use what those before it have made, and each other's. */
  apply(strata: readonly (readonly Rule[])[], vocabulary: Vocabulary): void {
    for (const rules of strata) {
      for (let round = 0; round < DEEPEST && this.#round(rules, vocabulary); round += 1);
    }
  }

  #round(rules: readonly Rule[], vocabulary: Vocabulary): boolean {
    let grown = false;
    for (const rule of rules) {
      for (let at = this.length - 1; at >= 0; at -= 1) {
        if (!this.#canBegin(rule.parts, at)) continue;
        for (const match of this.#matches(rule.parts, 0, at, at)) {
          for (const { meaning, cost } of rule.make(match.args, vocabulary)) {
            const item = itemOf(rule.category, meaning, at, match.to, match.cost + rule.cost + cost);
            grown = this.add({ ...item, parts: match.items }) || grown;
          }
        }
      }
    }
    return grown;
  }

  /** Whether there is anything here that a phrase of these parts could begin with. */
  #canBegin(parts: readonly Part[], at: number): boolean {
    const here = this.#starts[at];
    for (const { categories, optional } of parts) {
      if (categories.some((category) => here?.has(category))) return true;
      if (!optional) return false;
    }
    return true;
  }

  *#matches(parts: readonly Part[], index: number, at: number, start: number): Generator<Match> {
    const part = parts[index];
    if (!part) {
      yield { args: [], items: [], to: at, cost: 0 };
      return;
    }
    if (part.optional)
      for (const rest of this.#matches(parts, index + 1, at, start)) yield { ...rest, args: [undefined, ...rest.args] };
    let skipped = 0;
    for (let from = at; from <= this.length; from += 1) {
      for (const category of part.categories) {
        for (const item of this.#starts[from]?.get(category) ?? []) {
          for (const rest of this.#matches(parts, index + 1, item.to, start))
            yield {
              args: [item.meaning, ...rest.args],
              items: [item, ...rest.items],
              to: rest.to,
              cost: item.cost + skipped + rest.cost,
            };
        }
      }
      // A phrase begins with its first part, and only small words are read over.
      const gap = this.#gap[from] ?? Number.POSITIVE_INFINITY;
      if (at === start || from - at >= GAP || !Number.isFinite(gap)) break;
      skipped += gap;
    }
  }
}

interface Match {
  args: unknown[];
  items: Item[];
  to: number;
  cost: number;
}
