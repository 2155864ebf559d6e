import type { Definitions, FieldDefinition } from '#contract/definitions';
import { LEXICON_WORDS } from '../lexicon';
import { isNounOfRows } from '../lexicon/concepts';
import { COLUMN_SYNONYMS as synonyms, VALUE_SYNONYMS as valueSynonyms } from '../lexicon/synonyms';
import { NamesInAnyOrder } from './any-order';
import { ConceptIndex } from './concepts';
import { Kin } from './kin';
import { bothSidesOf, deedsOf, isOfDeed, meantBy } from './meant';
import { COSTS } from './name-costs';
import { Spelling } from './spelling';
import { isFlag, isMeasure, isNumeric, lastDayIn, Tables, yearsIn } from './tables';
import { type FieldRef, type Finding, sameField, type ValueRef } from './terms';
import { stemsOf } from './tokens';
import { asWritten, familiesOf, sharedText, sharedWords, valueKeys } from './value-keys';
import { WideColumns } from './wide-columns';
import { compoundEnds, inFigures, isNounOf, isTelling, isTurned, numberOfRow, otherForm } from './word-forms';

const FIELDS_AT_MOST = 8;
const LONGEST_NAME = 6;
/** A value may stand in many columns, of which the question names one. */
export const VALUES_KEPT = 24;
const SHORTEST_MISSPELT = 5;
/** Rows that are spoken of as what came in by them. */
const MONEY = /^(?:sal|sell|sold|purchas|spend|spent|expens|payment|revenu|incom|cost|umsatz)/;
/** Shorter words of the thesaurus are like too many others. */
const SPELT_FROM = 7;
const VALUES_OF_A_WORD = 300;

interface Named {
  ref: FieldRef;
  cost: number;
}

/** The words of the thread's data: names of columns, values, what a row is called, the analyst's own terms. */
export class Vocabulary {
  readonly tables: Tables;
  /** The years that the thread's dates lie in, in order, and their last day; null where there are none. */
  readonly years: readonly number[];
  readonly lastDay: string | null;
  readonly #fields = new Map<string, Named[]>();
  readonly #values = new Map<string, ValueRef[]>();
  readonly #parts = new Map<string, ValueRef[]>();
  readonly #own = new Map<string, Finding<'entity' | 'own_measure' | 'own_condition'>[]>();
  readonly concepts: ConceptIndex;
  readonly #words = new Set<string>();
  readonly #names = new Set<string>();
  readonly inAnyOrder = new NamesInAnyOrder();
  readonly wide: WideColumns;
  readonly #spelling = new Spelling();
  readonly kin = new Kin();

  constructor(definitions: readonly Definitions[]) {
    this.tables = new Tables(definitions);
    this.wide = new WideColumns(this.tables.all);
    this.years = yearsIn(this.tables);
    this.lastDay = lastDayIn(this.tables);
    for (const table of this.tables.all) {
      for (const [index, noun] of table.entity.entries())
        this.#addOwn(noun, { category: 'entity', meaning: { table: table.table, noun }, cost: index * 0.02 });
      for (const one of table.measures)
        for (const name of [one.title, ...one.synonyms])
          this.#addOwn(name, { category: 'own_measure', meaning: { table: table.table, id: one.id }, cost: 0 });
      for (const one of table.conditions)
        for (const name of [one.title, ...one.synonyms])
          this.#addOwn(name, { category: 'own_condition', meaning: { table: table.table, id: one.id }, cost: 0 });
      for (const field of table.fields) if (!field.hidden) this.#addField(table.table, field);
    }
    for (const word of LEXICON_WORDS) if (word.length > 4) this.#spelling.add(word);
    this.#addSynonyms();
    this.concepts = new ConceptIndex(this.tables);
    for (const word of this.concepts.words) {
      this.#words.add(word);
      if (word.length >= SPELT_FROM) this.#spelling.add(word);
    }
  }

  /** Whether any name, value or noun has this stem. */
  knows = (stem: string): boolean => this.#words.has(stem);

  /** Words that this one may have been meant to be. */
  near(word: string): { word: string; distance: number }[] {
    // A short word is another word, unless it is nearly a column's own.
    return this.#spelling.near(word).filter((one) => word.length >= SHORTEST_MISSPELT || this.#names.has(one.word));
  }

  /** Whether a column is called so, by its own name or a synonym. */
  isCalled(stem: string): boolean {
    return [stem, ...(synonyms.get(stem) ?? [])].some((one) => this.#fields.has(one));
  }

  /** What a run of words is called in the data. */
  find(stems: readonly string[], text: string): Finding[] {
    const key = stems.join(' ');
    const fields = this.#fieldsCalled(stems, key).map((one) => ({
      ...one,
      cost: one.cost + otherForm(this.tables.field(one.meaning), text) + this.wide.inPart(one.meaning, one.cost),
    }));
    const measures = fields.filter((one) => isMeasure(this.tables.field(one.meaning)));
    // Sales are rows, and what came in by them; a column of that very name is what is meant.
    const isAmount = measures.some(({ cost }) => cost === 0 || MONEY.test(key));
    const own = (this.#own.get(key) ?? [])
      .filter((one) => !('noun' in one.meaning) || isNounOf(one.meaning.noun, text))
      .map((one) => (isAmount && one.category === 'entity' ? { ...one, cost: one.cost + COSTS.alsoMoney } : one));
    const values = this.#valuesCalled(stems, key, text);
    const isRow = (this.tables.isThing(key) || own.some((one) => one.category === 'entity')) && !MONEY.test(key);
    // Rows are what they are called, and no number whose name only has the word; "casuals" are those of `member_casual`.
    const isLess = (one: Finding<'field'>) =>
      (isRow && (one.cost >= COSTS.part || (one.cost > 0 && measures.includes(one)))) ||
      (one.cost > 0 && values.some(({ meaning }) => meaning.part === null && sameField(meaning, one.meaning)));
    const direct = [
      ...fields.map((one) => (isLess(one) ? { ...one, cost: one.cost + COSTS.alsoRow } : one)),
      ...values,
      ...own,
    ].map((one) => (isOfDeed(text, one, this.tables) ? { ...one, cost: one.cost + COSTS.alsoMoney } : one));
    const ofThing = this.tables.isThing(stems[0] ?? '');
    const meant = meantBy({ key, text, direct, concepts: this.concepts, tables: this.tables }).filter(
      (one) => one.category !== 'field' || !(ofThing || this.wide.isMember(one.meaning)),
    );
    const all = [...direct, ...meant];
    return [...all, ...deedsOf(all, text, this.tables), ...bothSidesOf(all, this.tables)];
  }

  /** The columns that these words prefer, best first. */
  hinted(hints: readonly string[], table: string | null): FieldRef[] {
    const found = hints.flatMap((hint) => {
      const key = stemsOf(hint).join(' ');
      const named = (this.#fields.get(key) ?? []).toSorted((a, b) => a.cost - b.cost);
      return (named.length > 0 ? named : this.concepts.measured(key)).map((one) => one.ref);
    });
    return this.wide.sorted(found.filter((ref) => table === null || ref.table === table));
  }

  #fieldsCalled(stems: readonly string[], key: string): Finding<'field'>[] {
    const own = (this.#fields.get(key) ?? []).map(({ ref, cost }) => ({ ref, cost }));
    const others = [...(synonyms.get(key) ?? [])].flatMap((other) =>
      other === key
        ? []
        : (this.#fields.get(other) ?? []).map(({ ref, cost }) => ({ ref, cost: cost + COSTS.synonym })),
    );
    const found = [...own, ...others, ...this.#mixed(stems)].sort((a, b) => a.cost - b.cost);
    return found
      .filter(({ ref }, at) => found.findIndex((one) => sameField(one.ref, ref)) === at)
      .slice(0, FIELDS_AT_MOST)
      .map(({ ref, cost }) => ({ category: 'field', meaning: ref, cost }));
  }

  /** "dep delay" where one word is a synonym and the other the name's own. */
  #mixed(stems: readonly string[]): Named[] {
    if (stems.length !== 2) return [];
    const [first = '', second = ''] = stems;
    const called = (word: string) => [word, ...(synonyms.get(word) ?? [])];
    return called(first).flatMap((a) =>
      called(second).flatMap((b) =>
        a === first && b === second
          ? []
          : (this.#fields.get(`${a} ${b}`) ?? []).map(({ ref, cost }) => ({ ref, cost: cost + COSTS.synonym })),
      ),
    );
  }

  #valuesCalled(stems: readonly string[], key: string, text: string): Finding<'value'>[] {
    const plain = text.trim();
    const numbered = stems.length > 1 ? stems.map(inFigures).join(' ') : key;
    const whole = (this.#values.get(key) ?? this.#values.get(numbered) ?? []).map((value) => {
      const exact = value.values.some((one) => one === plain);
      const same = exact || value.values.some((one) => one.toLowerCase() === plain.toLowerCase());
      const cost = exact ? 0 : same ? COSTS.valueCase : COSTS.valueForm;
      return {
        category: 'value' as const,
        meaning: { ...value, exact, values: asWritten(value.values, plain) },
        cost: cost + numberOfRow(plain, this.tables.field(value)) + this.wide.asKind(value),
      };
    });
    const families = familiesOf(whole, this.tables);
    const others = [...(valueSynonyms.get(key) ?? [])].flatMap((other) =>
      other === key
        ? []
        : (this.#values.get(other) ?? [])
            .filter((value) => !isNumeric(this.tables.field(value)) || isFlag(this.tables.field(value)))
            .map((meaning) => ({ category: 'value' as const, meaning, cost: COSTS.valueSynonym })),
    );
    // "apps" are what a column is called: some of them have the word in their names.
    const isName = (this.#fields.get(key) ?? []).some((one) => one.cost === 0) && plain === plain.toLowerCase();
    const parts = whole.length > 0 || isName || stems.length > 2 ? [] : (this.#parts.get(key) ?? []);
    return [
      ...whole,
      ...families,
      ...others,
      ...parts.map((value) => ({
        category: 'value' as const,
        meaning: value,
        cost:
          COSTS.valuePart +
          (/^\d+$/.test(key) ? COSTS.numberOfRow : 0) +
          (value.values.length > 1 ? 0.1 : 0) +
          (isNounOfRows(key) && plain === plain.toLowerCase() ? COSTS.alsoRow : 0),
      })),
    ].slice(0, VALUES_KEPT);
  }

  /** Synonyms of what is there are words of the data as well. */
  #addSynonyms(): void {
    for (const [sets, known] of [
      [synonyms, this.#fields],
      [valueSynonyms, this.#values],
    ] as const)
      for (const [key, set] of sets)
        if ([...set].some((one) => known.has(one))) for (const stem of key.split(' ')) this.#word(stem);
  }

  #addOwn(name: string, finding: Finding<'entity' | 'own_measure' | 'own_condition'>): void {
    const stems = stemsOf(name);
    for (const stem of stems) this.#word(stem);
    const key = stems.join(' ');
    this.#own.set(key, [...(this.#own.get(key) ?? []), finding]);
  }

  #addField(table: string, field: FieldDefinition): void {
    const ref = { table, field: field.id };
    for (const title of new Set([field.title, field.column, field.id])) {
      const stems = stemsOf(title);
      for (const stem of stems) this.#names.add(stem);
      for (const stem of stems) this.kin.add(stem);
      this.#addName(stems, ref, 0);
    }
    this.inAnyOrder.add(stemsOf(field.title), ref);
    for (const synonym of field.synonyms) this.#addName(stemsOf(synonym), ref, COSTS.synonym, false);
    for (const word of sharedWords(field)) this.#addKey(word, ref, COSTS.synonym);
    if (field.type === 'text' || field.type === 'boolean' || (isNumeric(field) && field.role !== 'measure'))
      this.#addValues(ref, field);
  }

  /** A name by all its words, and by runs of them. */
  #addName(stems: readonly string[], ref: FieldRef, cost: number, parts = true): void {
    for (const stem of stems) this.#word(stem);
    this.#addKey(stems.join(' '), ref, cost);
    for (const end of compoundEnds(stems)) this.#addName([end], ref, cost + COSTS.compound, false);
    const telling = stems.filter(isTelling);
    this.#addKey(stems.join(''), ref, cost + 0.05);
    if (!parts || telling.length > LONGEST_NAME * 2) return;
    for (let from = 0; from < stems.length; from += 1) {
      for (let to = from + 1; to <= Math.min(stems.length, from + LONGEST_NAME); to += 1) {
        const run = stems.slice(from, to);
        const told = run.filter(isTelling).length;
        // "Variance k€" is called variance: the rest of the name is a unit.
        const unitsOnly = told === 0 && from === 0 && to === 1 && telling.every((stem) => stem.length <= 2);
        if ((told === 0 && !unitsOnly) || to - from === stems.length) continue;
        const missing = telling.length - told;
        const head = to === stems.length && missing === 1 ? COSTS.head : 0;
        const rest = missing === 0 ? COSTS.wordOfPart / 2 : COSTS.part + COSTS.wordOfPart * missing - head;
        this.#addKey(run.join(' '), ref, cost + rest + (isTurned(stems, run) ? COSTS.turned : 0));
      }
    }
  }

  #addKey(key: string, ref: FieldRef, cost: number): void {
    if (key === '') return;
    const known = this.#fields.get(key);
    // All names of a field are added together.
    const last = known?.at(-1);
    if (last?.ref === ref) last.cost = Math.min(last.cost, cost);
    else if (known) known.push({ ref, cost });
    else this.#fields.set(key, [{ ref, cost }]);
  }

  #addValues(ref: FieldRef, field: FieldDefinition): void {
    for (const { key, text, part, more, isPart } of valueKeys(field)) {
      if (!isPart) for (const stem of key.split(' ')) this.#word(stem);
      this.#addValue(isPart ? this.#parts : this.#values, key, ref, text, part, more);
    }
  }

  #addValue(
    into: Map<string, ValueRef[]>,
    key: string,
    ref: FieldRef,
    text: string,
    part: string | null,
    more: boolean,
  ): void {
    const known = into.get(key);
    const same = known?.find((one) => one.table === ref.table && one.field === ref.field);
    if (same) {
      if (into === this.#parts) same.part = sharedText(same.part ?? '', part ?? '');
      if (same.values.length < VALUES_OF_A_WORD && same.values.at(-1) !== text) same.values.push(text);
    } else if (known) known.push({ ...ref, values: [text], part, more, exact: false });
    else into.set(key, [{ ...ref, values: [text], part, more, exact: false }]);
  }

  #word(stem: string): void {
    this.#words.add(stem);
    this.#spelling.add(stem);
  }
}
