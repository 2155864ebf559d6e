import type { FieldDefinition } from '#contract/definitions';
import {
  ANY_MEASURE,
  CONCEPTS,
  conceptsIn,
  conceptsOf,
  keyOf,
  nextOf,
  STATES_OF_THINGS,
  type State,
  statesOf,
  statesWith,
  type ThesaurusLine,
} from '../lexicon/concepts';
import { holdsCountries } from './countries';
import { flagValues } from './flag-values';
import { isPartOfPrice } from './money';
import { rowNounsOf } from './row-nouns';
import { isMeasure, isTime, isYear, type LogicalTable, type Tables } from './tables';
import { type FieldRef, sameField, type ValueRef } from './terms';
import { stemsOf } from './tokens';

/** How far a column's name is from a concept's words. */
const DISTANCE = { head: 0.08, word: 0.05, compound: 0.1, inside: 0.2, next: 0.25, step: 0.02, any: 0.1, other: 0.2 };
/** Words of names that frame what is meant. */
const FRAMES: Record<ThesaurusLine['kind'], ReadonlySet<string>> = {
  thing: new Set(stemsOf('id no number name code key nr title the of full label')),
  amount: new Set(
    stemsOf(
      'amount value total eur usd gbp chf in avg average mean sum number of the num count no rate minute min hour hr day second sec week',
    ),
  ),
  moment: new Set(stemsOf('date time at on day the of datetime timestamp datum')),
};
/** What a name says least of it does not stand for. */
const APART = 0.15;
const COUNTRY = conceptsOf(keyOf('nation'));
const VALUES_AT_MOST = 60;
const ANY_AT_MOST = 8;
const SHORT = 2;

export interface NearField {
  ref: FieldRef;
  cost: number;
}

/** The thread's columns and values by what they stand for, whatever they are called. */
export class ConceptIndex {
  readonly #fields = new Map<ThesaurusLine, NearField[]>();
  readonly #states = new Map<State, ValueRef[]>();
  /** Values of columns that tell something else than how things stand. */
  readonly #ofThings = new Set<ValueRef>();
  readonly #flags = new Map<string, ValueRef[]>();
  readonly #money: FieldRef[] = [];
  readonly #measures: FieldRef[] = [];
  readonly #rows = new Map<string, { table: string; cost: number }[]>();
  /** Words by which something of the data can be called. */
  readonly words = new Set<string>();

  constructor(tables: Tables) {
    for (const table of tables.all) for (const field of table.fields) if (!field.hidden) this.#add(table, field);
    for (const table of tables.all)
      for (const [noun, cost] of rowNounsOf(table))
        this.#rows.set(noun, [...(this.#rows.get(noun) ?? []), { table: table.table, cost }]);
    for (const noun of this.#rows.keys()) for (const stem of noun.split(' ')) this.words.add(stem);
    for (const concept of CONCEPTS) {
      const known = this.#fields.get(concept);
      if (known || nextOf(concept).some((other) => this.#fields.has(other)))
        for (const word of concept.words) for (const stem of word.split(' ')) this.words.add(stem);
    }
    for (const key of this.#flags.keys()) for (const stem of key.split(' ')) this.words.add(stem);
    for (const state of this.#states.keys())
      for (const word of state.words) for (const stem of word.split(' ')) this.words.add(stem);
  }

  /** Columns that this word may stand for, by a synonym or what is next to it; the nearest first. */
  fields(key: string, text: string): NearField[] {
    const meant = conceptsIn(key, text);
    const found = meant.flatMap((concept) => this.#fields.get(concept) ?? []);
    const next = meant.flatMap((concept) =>
      nextOf(concept).flatMap((other, at) =>
        (this.#fields.get(other) ?? []).map(({ ref, cost }) => ({
          ref,
          cost: cost + DISTANCE.next + at * DISTANCE.step,
        })),
      ),
    );
    return nearest(found.length > 0 ? found : next.length > 0 ? next : this.#anyMeasure(key));
  }

  /** The tables whose rows may be called so. */
  rowsCalled = (key: string): readonly { table: string; cost: number }[] => this.#rows.get(key) ?? [];

  /** Numbers and dates that are called so. */
  measured(key: string): NearField[] {
    const concepts = conceptsOf(key).filter(({ kind, head }) => kind !== 'thing' && head === key);
    return nearest(concepts.flatMap((concept) => this.#fields.get(concept) ?? []));
  }

  /** Whether a column holds money. */
  isMoney = (ref: FieldRef): boolean => this.#money.some((one) => one.table === ref.table && one.field === ref.field);

  /** Whether a column is what a line's first word stands for. */
  isCalled = (ref: FieldRef, head: string): boolean =>
    conceptsOf(keyOf(head)).some(
      (concept) => concept.head === keyOf(head) && this.#fields.get(concept)?.some((one) => sameField(one.ref, ref)),
    );

  /** Columns that name people. */
  people(): FieldRef[] {
    return nearest([...this.#fields].flatMap(([concept, near]) => (concept.people ? near : []))).map(({ ref }) => ref);
  }

  /** Yes or no of a column that tells who did it, and who did not. */
  flagged = (key: string): readonly ValueRef[] => this.#flags.get(key) ?? [];

  /** Values that say the same of how things stand. */
  values(key: string): ValueRef[] {
    if (key.length <= SHORT) return [];
    const flagged = this.flagged(key);
    if (flagged.length > 0) return [...flagged];
    const words = [key, ...key.split(' ')];
    // A topic called "Cancellation" is none of what was abandoned, and cancelled by its own word only.
    const isCalled = ({ values }: ValueRef) =>
      values.some((value) => wordsIn(keyOf(value)).some((one) => words.includes(one)));
    const all = statesOf(key)
      .flatMap((state) => this.#states.get(state) ?? [])
      .filter((one) => !this.#ofThings.has(one) || isCalled(one));
    // "still open" is open where there is such a value, whatever else is not closed.
    const exact = all.flatMap((one) => {
      const values = one.values.filter((value) => words.includes(keyOf(value)));
      return values.length > 0 ? [{ ...one, values }] : [];
    });
    const found = (exact.length > 0 ? exact : all).filter(
      (one, _, those) => !those.some((other) => isWithin(one, other)),
    );
    return found.filter((one, at) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
  }

  #anyMeasure(key: string): NearField[] {
    if (!ANY_MEASURE.has(key)) return [];
    const those = this.#money.length > 0 ? this.#money : this.#measures;
    const cost = this.#money.length > 0 ? DISTANCE.any : DISTANCE.other;
    // Of so many nobody knows which is meant.
    return those.length > ANY_AT_MOST ? [] : those.map((ref) => ({ ref, cost }));
  }

  #add(table: LogicalTable, field: FieldDefinition): void {
    const ref = { table: table.table, field: field.id };
    const kind = kindOf(field);
    const near = new Map<ThesaurusLine, number>();
    // A discount amount is no amount of all.
    for (const name of new Set([field.title, field.column]))
      for (const { key, cost } of runsOf(stemsOf(name.replace(SCALE, '')), kind))
        for (const concept of conceptsOf(key))
          if (cost > 0 && concept.money && isPartOfPrice(name)) continue;
          else if (concept.kind === kind || (concept.kind === 'moment' && isYear(field)))
            near.set(concept, Math.min(cost, near.get(concept) ?? cost));
    if (holdsCountries(field))
      for (const concept of COUNTRY) near.set(concept, Math.min(DISTANCE.next, near.get(concept) ?? DISTANCE.next));
    const best = Math.min(...near.values());
    // Time that was spent is no money.
    const isSpan = /(?:^|[^a-z])(?:time|minutes|hours|days|duration|zeit|dauer|stunden|minuten)(?![a-z])/i.test(
      field.title,
    );
    let isMoney = field.unit?.kind === 'currency';
    for (const [concept, cost] of near) {
      if (cost > best + APART && !COUNTRY.includes(concept)) continue;
      if (isSpan && concept.money) continue;
      isMoney ||= concept.money;
      this.#fields.set(concept, [...(this.#fields.get(concept) ?? []), { ref, cost }]);
    }
    if (isMeasure(field) && field.addsUp === 'always') {
      this.#measures.push(ref);
      if (isMoney) this.#money.push(ref);
    }
    if (kind === 'thing') this.#addStates(ref, field);
    for (const [key, value] of flagValues(ref, field)) this.#flags.set(key, [...(this.#flags.get(key) ?? []), value]);
  }

  #addStates(ref: FieldRef, field: FieldDefinition): void {
    if (field.values.list.length > VALUES_AT_MOST) return;
    const values = field.values.list.flatMap(({ value }) =>
      typeof value === 'string' ? [{ value, key: keyOf(value) }] : [],
    );
    const codes = values.length > 0 && values.every(({ value }) => value.length <= SHORT);
    // A code by itself says nothing: the others of its column have to be known as well.
    if (codes && !values.every(({ key }) => isCode(key))) return;
    const told = values.filter(({ key }) => statesWith(key).length > 0);
    const isOfStates = told.length * 3 > values.length * 2 || STATUS.test(field.title);
    const isOver = ({ key }: { key: string }) => OVER.some((over) => isIn(over.words, key, codes)) || OFF.test(key);
    const isOpen = STATUS.test(field.title) && values.some(isOver) && OPEN !== undefined;
    const states = values.flatMap(({ key }) => wordsIn(key).flatMap(statesWith));
    for (const state of new Set([...states, ...(isOpen ? [OPEN] : [])])) {
      const isRest = isOpen && state === OPEN;
      const own = values.filter((one) => (isRest ? !isOver(one) : isIn(state.parts, one.key, codes)));
      if (own.length === 0) continue;
      if (!own.some(({ key }) => isIn(state.words, key, codes)) && own.length === values.length) continue;
      const made = { ...ref, values: own.map(({ value }) => value), part: null, more: false, exact: false };
      this.#states.set(state, [...(this.#states.get(state) ?? []), made]);
      if (!isOfStates) this.#ofThings.add(made);
    }
  }
}

/** Fewer of the same column's values. */
const isWithin = (one: ValueRef, other: ValueRef): boolean =>
  one.table === other.table &&
  one.field === other.field &&
  one.values.length < other.values.length &&
  one.values.every((value) => other.values.includes(value));

/** "(0-10)" behind a question. */
const SCALE = /[?\s]*\(\s*\d+\s*[-–]\s*\d+\s*\)\s*$/;

const wordsIn = (key: string): string[] => [key, ...key.split(' ')];
const codes = new Set(STATES_OF_THINGS.flatMap(({ words }) => [...words]).filter((word) => word.length <= SHORT));
const isCode = (key: string): boolean => codes.has(key);
const NEGATION = new Set(stemsOf('not no non un nicht kein never ohne without'));

/** "Closed Won" is won, and "not paid" is not paid. */
function isIn(words: ReadonlySet<string>, key: string, code: boolean): boolean {
  if (words.has(key)) return code || key.length > SHORT;
  const parts = key.split(' ');
  if (parts.length < 2 || parts.length > 4 || parts.some((part) => NEGATION.has(part))) return false;
  return parts.some((part) => part.length > SHORT && words.has(part));
}

const kindOf = (field: FieldDefinition): ThesaurusLine['kind'] =>
  isMeasure(field) ? 'amount' : isTime(field) && !isYear(field) ? 'moment' : 'thing';

/** The runs of a name's words that can say what it is of, with how little each tells. */
function runsOf(name: readonly string[], kind: ThesaurusLine['kind']): { key: string; cost: number }[] {
  const bare = name.filter((stem) => !FRAMES[kind].has(stem));
  const telling = bare.length > 0 ? bare : name;
  const runs = [{ key: name.join(' '), cost: 0 }];
  const last = name.at(-1) ?? '';
  if (name.length > 1 && telling.at(-1) !== last) runs.push({ key: last, cost: DISTANCE.head });
  if (bare.length > 0 && bare.length < name.length) runs.push({ key: bare.join(' '), cost: DISTANCE.word });
  for (let at = 1; at < Math.min(telling.length, LONGEST_NAME); at += 1) {
    runs.push({ key: telling.slice(at).join(' '), cost: DISTANCE.head + DISTANCE.word * at });
    if (kind === 'amount')
      runs.push({ key: telling.slice(0, at).join(' '), cost: DISTANCE.inside + DISTANCE.word * (telling.length - at) });
  }
  // German names such as "Rechnungsbetrag" end with what they are.
  const [only = ''] = name.length === 1 ? name : [];
  for (let at = SHORTEST_PART; only.length - at >= SHORTEST_PART; at += 1)
    runs.push({ key: only.slice(at), cost: DISTANCE.compound });
  return runs;
}
/** What is open is what is not over, where a status can be that. */
const [OPEN] = statesOf(keyOf('unresolved'));
const OVER = statesOf(keyOf('resolved'));
const OFF = /^(?:cancel|reject|declin|duplic|wont|invalid|abandon|storn|abgelehn)/;
const STATUS = /(?:^|[ _])(?:status|state|stage|phase|outcome|result|zustand|ergebnis)$/i;
const LONGEST_NAME = 8;
const SHORTEST_PART = 4;

function nearest(found: NearField[]): NearField[] {
  const best = new Map<string, NearField>();
  for (const one of found) {
    const key = `${one.ref.table}\n${one.ref.field}`;
    if ((best.get(key)?.cost ?? Number.POSITIVE_INFINITY) > one.cost) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost);
}
