import { stemsOf } from '../reader/tokens';
import conceptLines from './concepts.tsv?raw';
import flagLines from './flags.tsv?raw';
import { listOf } from './lists';
import rowNounLines from './row-nouns.tsv?raw';
import stateLines from './states.tsv?raw';
import { phrasesIn, rowsOf } from './table';

/** What columns a concept can be: names of things, numbers, dates. */
export type ConceptKind = 'thing' | 'amount' | 'moment';

/** What was done, who does it, and anything else. */
type Form = 'done' | 'doer' | 'other';
const formOf = (word: string): Form => (/ed$/i.test(word) ? 'done' : /er(?:s|n|in)?$/i.test(word) ? 'doer' : 'other');

/** One line of the thesaurus; words as stems. */
export interface ThesaurusLine {
  kind: ConceptKind;
  head: string;
  words: ReadonlySet<string>;
  /** How single words are written: "opened" is no "open", and a driver is nothing driven. */
  forms: ReadonlyMap<string, ReadonlySet<Form>>;
  people: boolean;
  money: boolean;
}

/** How things stand: the words for it, and those of states that are part of it. */
export interface State {
  words: ReadonlySet<string>;
  parts: ReadonlySet<string>;
}

/** What a row may be called, and what tells such rows. */
export interface RowNouns {
  nouns: ReadonlySet<string>;
  /** Single words as they are written. */
  written: readonly string[];
  files: ReadonlySet<string>;
  /** Any of these; each is the words that must all be among the columns' names. */
  columns: readonly (readonly string[])[];
}

export const keyOf = (phrase: string): string => stemsOf(phrase).join(' ');
const keysIn = (...cells: readonly string[]): string[] =>
  phrasesIn(...cells)
    .map(keyOf)
    .filter((key) => key !== '');
const isKind = (kind: string): kind is ConceptKind => kind === 'thing' || kind === 'amount' || kind === 'moment';
const rows = rowsOf(conceptLines, ['kind', 'mark', 'english', 'german', 'next']);

export const CONCEPTS: readonly ThesaurusLine[] = rows.map(({ kind, mark, english, german }) => {
  if (!isKind(kind)) throw new Error(`No column is a ${kind}: ${english}`);
  const forms = new Map<string, Set<Form>>();
  for (const word of phrasesIn(english, german))
    if (!word.includes(' ')) forms.set(keyOf(word), new Set([...(forms.get(keyOf(word)) ?? []), formOf(word)]));
  const words = keysIn(english, german);
  return {
    kind,
    head: words[0] ?? '',
    words: new Set(words),
    forms,
    people: mark === 'people',
    money: mark === 'money',
  };
});

export const STATES_OF_THINGS: readonly State[] = rowsOf(stateLines, [
  'english',
  'german',
  'narrower_english',
  'narrower_german',
]).map((row) => {
  const words = keysIn(row.english, row.german);
  return { words: new Set(words), parts: new Set([...words, ...keysIn(row.narrower_english, row.narrower_german)]) };
});

/** Columns of yes and no: their names, and what is said of rows by either. */
export interface FlagWords {
  columns: ReadonlySet<string>;
  yes: readonly string[];
  no: readonly string[];
}

export const FLAGS: readonly FlagWords[] = rowsOf(flagLines, ['columns', 'yes', 'no']).map((row) => ({
  columns: new Set(keysIn(row.columns)),
  yes: keysIn(row.yes),
  no: keysIn(row.no),
}));

export const NOUNS_OF_ROWS: readonly RowNouns[] = rowsOf(rowNounLines, ['nouns', 'files', 'columns']).map((row) => ({
  nouns: new Set(keysIn(row.nouns)),
  written: phrasesIn(row.nouns).filter((noun) => !noun.includes(' ')),
  files: new Set(keysIn(row.files)),
  columns: phrasesIn(row.columns).map((all) => all.split('&').map(keyOf)),
}));

/** What else rows of this name are called. */
export const nounsLike = (noun: string): readonly string[] =>
  NOUNS_OF_ROWS.flatMap(({ nouns, written }) => (nouns.has(keyOf(noun)) ? written : []));

const nounForms = new Map<string, Set<Form>>();
for (const { written } of NOUNS_OF_ROWS)
  for (const word of written)
    nounForms.set(keyOf(word), new Set([...(nounForms.get(keyOf(word)) ?? []), formOf(word)]));
/** "billing" and "invoiced" are no nouns, a booking is one, and a driver is no drive. */
export const isNounForm = (key: string, text: string): boolean =>
  nounForms.get(key)?.has(formOf(text)) !== false &&
  (!/ings?$/i.test(text) || DEEDS.has(text.toLowerCase().replace(/s$/, '')));
/** What rows of some file are called. */
export const isNounOfRows = (key: string): boolean => nounForms.has(key);
const DEEDS = new Set(NOUNS_OF_ROWS.flatMap(({ written }) => written.filter((word) => word.endsWith('ing'))));

const byWord = new Map<string, ThesaurusLine[]>();
for (const concept of CONCEPTS)
  for (const word of concept.words) byWord.set(word, [...(byWord.get(word) ?? []), concept]);
export const conceptsOf = (key: string): readonly ThesaurusLine[] => byWord.get(key) ?? [];
/** As a question writes it. */
export const conceptsIn = (key: string, text: string): readonly ThesaurusLine[] =>
  conceptsOf(key).filter(({ forms }) => {
    const written = forms.get(key);
    const form = formOf(text);
    return written === undefined || written.has(form) || (form === 'done' && written.has('other'));
  });

/** "high" and "open" are states as well. */
const ADJECTIVES = 4;
/** Whether a phrase, or what it ends with, is a word for an amount: "Spending", "Capital Outlay". */
export const isAmount = (phrase: string): boolean => {
  const stems = stemsOf(phrase);
  return [stems.join(' '), stems.at(-1) ?? ''].some((key) =>
    conceptsOf(key).some(({ kind, money }) => kind === 'amount' && (money || key.length > ADJECTIVES)),
  );
};

/** Whether a word is one for people. */
export const isPerson = (word: string): boolean => conceptsIn(keyOf(word), word).some(({ people }) => people);

const statesByWord = new Map<string, State[]>();
for (const state of STATES_OF_THINGS)
  for (const word of state.words) statesByWord.set(word, [...(statesByWord.get(word) ?? []), state]);
export const statesOf = (key: string): readonly State[] => statesByWord.get(key) ?? [];

const statesByPart = new Map<string, State[]>();
for (const state of STATES_OF_THINGS)
  for (const word of state.parts) statesByPart.set(word, [...(statesByPart.get(word) ?? []), state]);
/** States that a value of the data may be of. */
export const statesWith = (key: string): readonly State[] => statesByPart.get(key) ?? [];

const byHead = new Map(CONCEPTS.filter(({ kind }) => kind === 'amount').map((concept) => [concept.head, concept]));
const next = new Map<ThesaurusLine | undefined, ThesaurusLine[]>(
  rows.flatMap((row, at) =>
    row.next === '' ? [] : [[CONCEPTS[at], keysIn(row.next).flatMap((head) => byHead.get(head) ?? [])]],
  ),
);
/** What may be meant where nothing is called as this is, the likeliest first. */
export const nextOf = (concept: ThesaurusLine): readonly ThesaurusLine[] => next.get(concept) ?? [];

/** Words that say that something is measured, and not what. */
export const ANY_MEASURE: ReadonlySet<string> = new Set(listOf('any_measure')?.map(keyOf));

const single = new Set(
  [...byWord.keys(), ...statesByWord.keys()].flatMap((key) => key.split(' ')).filter((word) => word.length > 3),
);
/** Whether any line has this word. */
export const isConceptWord = (stem: string): boolean => single.has(stem);
