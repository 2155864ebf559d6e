import { stemsOf } from '../../reader/tokens';
import { AMOUNTS, NEXT_OF_AMOUNTS } from './amounts';
import { MOMENTS } from './moments';
import { ROW_NOUNS } from './row-nouns';
import { STATES } from './states';
import { THINGS } from './things';

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
const listed = (text = ''): string[] =>
  text
    .split(/[,|]/)
    .map(keyOf)
    .filter((key) => key !== '');
const linesOf = (text: string): string[] => text.trim().split('\n');

function conceptOf(line: string, kind: ConceptKind): ThesaurusLine {
  const text = line.replace(/^[@$] /, '');
  const words = listed(text);
  const forms = new Map<string, Set<Form>>();
  for (const word of text.split(/[,|]/).map((phrase) => phrase.trim()))
    if (!word.includes(' ')) forms.set(keyOf(word), new Set([...(forms.get(keyOf(word)) ?? []), formOf(word)]));
  return {
    kind,
    head: words[0] ?? '',
    words: new Set(words),
    forms,
    people: line.startsWith('@'),
    money: line.startsWith('$'),
  };
}

export const CONCEPTS: readonly ThesaurusLine[] = [
  ...linesOf(THINGS).map((line) => conceptOf(line, 'thing')),
  ...linesOf(AMOUNTS).map((line) => conceptOf(line, 'amount')),
  ...linesOf(MOMENTS).map((line) => conceptOf(line, 'moment')),
];

export const STATES_OF_THINGS: readonly State[] = linesOf(STATES).map((line) => {
  // The narrower words of either language stand behind its plus.
  const languages = line.split('|').map((part) => part.split('+'));
  const words = languages.flatMap(([own]) => listed(own));
  const parts = languages.flatMap(([, more]) => listed(more));
  return { words: new Set(words), parts: new Set([...words, ...parts]) };
});

export const NOUNS_OF_ROWS: readonly RowNouns[] = linesOf(ROW_NOUNS).map((line) => {
  const [, nouns = '', files = '', columns = ''] = /^([^:]*):([^/]*)(?:\/(.*))?$/.exec(line) ?? [];
  return {
    nouns: new Set(listed(nouns)),
    written: nouns.split(',').flatMap((noun) => (noun.trim().includes(' ') ? [] : [noun.trim()])),
    files: new Set(stemsOf(files)),
    columns: columns
      .split(',')
      .map((all) => all.split('&').map(keyOf))
      .filter(([first]) => first !== ''),
  };
});

const nounForms = new Map<string, Set<Form>>();
for (const { written } of NOUNS_OF_ROWS)
  for (const word of written)
    nounForms.set(keyOf(word), new Set([...(nounForms.get(keyOf(word)) ?? []), formOf(word)]));
/** "billing" and "invoiced" are no nouns, a booking is one, and a driver is no drive. */
export const isNounForm = (key: string, text: string): boolean =>
  nounForms.get(key)?.has(formOf(text)) !== false &&
  (!/ings?$/i.test(text) || DEEDS.has(text.toLowerCase().replace(/s$/, '')));
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
const next = new Map(
  linesOf(NEXT_OF_AMOUNTS).map((line) => {
    const [head = '', others = ''] = line.split(':');
    return [keyOf(head), listed(others).flatMap((other) => byHead.get(other) ?? [])] as const;
  }),
);
/** What may be meant where nothing is called as this is, the likeliest first. */
export const nextOf = (concept: ThesaurusLine): readonly ThesaurusLine[] =>
  concept.kind === 'amount' ? (next.get(concept.head) ?? []) : [];

/** Words that say that something is measured, and not what. */
export const ANY_MEASURE: ReadonlySet<string> = new Set(
  'value values amount amounts money size worth total volume figure sum quantity wert betrag geld summe'
    .split(' ')
    .map(keyOf),
);

const single = new Set(
  [...byWord.keys(), ...statesByWord.keys()].flatMap((key) => key.split(' ')).filter((word) => word.length > 3),
);
/** Whether any line has this word. */
export const isConceptWord = (stem: string): boolean => single.has(stem);
