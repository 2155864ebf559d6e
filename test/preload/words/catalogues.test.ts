import { expect, test } from 'vitest';
import { english, german } from '../../../src/preload/words';

/** Names, and words that German has as well. */
const WORDS: ReadonlySet<string> = new Set(
  'API Alt Assistants Browser Budgets CSV ChatGPT Details Electron Engine Esc Excel JSON Markdown Median Name Navigation PDF Port PowerPoint Python Schema Server Status System Text Traceback Version Word'.split(
    ' ',
  ),
);

/** What is put together of other sentences, names and signs. */
const ALIKE: readonly string[] = [
  ...[
    'answer.code_ended',
    'answer.headline',
    'answer.near_readings',
    'answer.offers',
    'answer.profile_note',
    'answer.which_reading',
  ],
  ...['chart.part', 'connection.quirk', 'declined.not_computable', 'profile.note.sheets_not_read'],
  ...['query.problem.does_not_add_up', 'locale.region', 'threads.files', 'threads.withTag'],
  // What others have worded, or an earlier version has.
  ...[
    'answer.remark',
    'declined.ambiguous',
    'rerun.why.failed',
    'profile.note.legacy',
    'profile.readAs.legacy',
    'profile.reject.legacy',
  ],
  // Names of papers and programs.
  ...['ui.exports.papers.A4', 'ui.exports.papers.Letter', 'ui.reports.papers.A4', 'ui.reports.papers.Letter'],
  'ui.reports.formats.docx',
  // Names of settings and units, as their makers have them.
  ...['ui.assistants.topP', 'ui.connections.responses', 'ui.definitions.unitHint', 'ui.tables.asText'],
  ...['ui.failures.code', 'ui.imports.showOnly', 'ui.recovery.holdings', 'ui.reports.named'],
  ...['ui.comparisons.fact.tokens', 'ui.comparisons.python'],
];

/** A sentence as it can be compared: itself, or how it is put together. */
const written = (sentence: unknown): string =>
  typeof sentence === 'function' ? (sentence.length === 0 ? String(sentence()) : String(sentence)) : String(sentence);

/** Every sentence of a catalogue by its path: `answer.reading`. */
function sentencesOf(words: object, path = ''): Map<string, string> {
  const found = Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? [...sentencesOf(value, `${path}${name}.`)]
      : [[`${path}${name}`, written(value)]],
  );
  return new Map(found);
}

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

test('both languages have the same sentences', () => {
  expect([...sentencesOf(german).keys()].toSorted()).toEqual([...sentencesOf(english).keys()].toSorted());
});

test('no sentence is left in English', () => {
  const [ours, theirs] = [sentencesOf(english), sentencesOf(german)];
  const alike = [...ours].flatMap(([path, text]) =>
    hasLetters(text) && !WORDS.has(text) && !ALIKE.includes(path) && theirs.get(path) === text ? [path] : [],
  );
  expect(alike).toEqual([]);
});

test('German sentences have the quotation marks of their language', () => {
  const foreign = [...sentencesOf(german)].filter(([, text]) => /”|(?<!„[^„“]*)“/u.test(text)).map(([path]) => path);
  expect(foreign).toEqual([]);
});

test('what an entry does is said in words, never by its key', () => {
  const keys = new Set(Object.values(english.ui.keys));
  const named = [...sentencesOf(english.ui), ...sentencesOf(german.ui)].flatMap(([path, text]) =>
    !path.startsWith('keys.') && (keys.has(text) || /^F\d{1,2}$/.test(text)) ? [path] : [],
  );
  expect(named).toEqual([]);
});
