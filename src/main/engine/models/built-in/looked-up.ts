import type { FindValuesOutput } from '#contract/data-tools';
import type { Definitions } from '#contract/definitions';
import { isLexiconWord, phrasesOf } from './lexicon';
import { QUOTES, tokensOf } from './reader/tokens';
import { vocabularyOf } from './reader/vocabularies';
import type { Vocabulary } from './reader/vocabulary';

/** Words that may be values of columns of which not all values are listed, and what was found of them. */

const WORDS_AT_MOST = 50;
const LENGTH_AT_MOST = 200;
const MESSAGES_AT_MOST = 10;
/** Of one letter nearly everything is a part. */
const SHORTEST = 2;

interface Written {
  text: string;
  /** Nobody knows it as it is written. */
  unknown: boolean;
}

/** The words to look up in one call; none where all values are listed, or all words known. */
export function wordsToLookUp(definitions: readonly Definitions[], messages: readonly string[]): string[] {
  const isListed = definitions.every(({ fields }) =>
    fields.every(({ type, hidden, values }) => type !== 'text' || hidden || values.complete),
  );
  if (isListed) return [];
  const vocabulary = vocabularyOf(definitions);
  const found = messages.slice(-MESSAGES_AT_MOST).flatMap((message) => candidates(message, vocabulary));
  const words = found.filter((word) => word.length >= SHORTEST && word.length <= LENGTH_AT_MOST);
  return [...new Set(words)].slice(0, WORDS_AT_MOST);
}

function candidates(message: string, vocabulary: Vocabulary): string[] {
  const written = writtenWords(message, vocabulary);
  const runs: string[] = [];
  let run: Written[] = [];
  const end = () => {
    if (run.length > 1 && run.some(({ unknown }) => unknown)) runs.push(run.map(({ text }) => text).join(' '));
    run = [];
  };
  // "Maria Lopez" is one name, though Maria may be known.
  for (const word of written) {
    if (word.unknown || /^\p{Lu}/u.test(word.text)) run.push(word);
    else end();
  }
  end();
  return [...written.flatMap(({ text, unknown }) => (unknown ? [text] : [])), ...runs, ...quotedIn(message)];
}

const quotedIn = (message: string): string[] =>
  [...message.matchAll(QUOTES)].map(([, text, single]) => text ?? single ?? '');

/** Words as they stand between blanks: `C-0206` is one. */
function writtenWords(message: string, vocabulary: Vocabulary): Written[] {
  return [...message.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(([text]) => {
    const tokens = tokensOf(text).filter(({ kind }) => kind !== 'sign');
    const stems = tokens.map(({ stem }) => stem);
    const isCode = tokens.length > 1 && tokens.some(({ kind }) => kind === 'number') && /\p{L}/u.test(text);
    const isValue = vocabulary.find(stems, text).some(({ category }) => category === 'value');
    const strange = tokens.some(
      ({ kind, word, stem }) =>
        kind === 'word' && !vocabulary.knows(stem) && !isLexiconWord(word) && phrasesOf(stem).length === 0,
    );
    return { text, unknown: (isCode && !isValue) || strange };
  });
}

/** Definitions that list the values that were found as well. */
export function withValues(
  definitions: readonly Definitions[],
  { values }: Pick<FindValuesOutput, 'values'>,
): readonly Definitions[] {
  if (values.length === 0) return definitions;
  return definitions.map((one) => ({
    ...one,
    fields: one.fields.map((field) => {
      const known = new Set(field.values.list.map(({ value }) => String(value)));
      const more = values.filter(
        ({ table, field: id, value }) => table === one.table && id === field.id && !known.has(value),
      );
      const found = new Map(more.map(({ value, count }) => [value, count]));
      const list = [...field.values.list, ...[...found].map(([value, count]) => ({ value, count }))];
      return found.size === 0 ? field : { ...field, values: { ...field.values, list } };
    }),
  }));
}
