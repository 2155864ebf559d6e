import type { AnswerFact, Declined } from '#contract/facts';
import { problemWords } from '../sentences';
import type { DeclinedWords } from '../words';
import { listed, named, quoted, short } from './grammar';
import { query } from './query';

type Unread = Extract<Declined, { reason: 'documents_unread' }>;

const REFUSED: Record<Extract<Declined, { reason: 'refused' }>['kind'], string> = {
  forecast: 'The data says what was, and this analyst does not guess what will be.',
  cause: 'Figures show what happened and not why, so this analyst does not name causes.',
  opinion: 'This analyst works out figures; judging them is left to you.',
  change: 'Data is only read here and never changed. Charts and tables can be saved from where they are shown.',
  join: 'A question is answered from one file at a time.',
  language: 'This analyst understands questions in English and German.',
  arithmetic: 'That kind of calculation is more than this analyst can do.',
  undone:
    'Rows say what was done; who did nothing, or never did, cannot be read from them by leaving some of them out.',
  other_topic: 'That is not a question about the data.',
};

/** Until they are looked into nobody can say that nothing is there. */
export function documentsUnread({
  state,
  files,
  more,
}: Extract<AnswerFact, { code: 'documents_unread' }> | Unread): string {
  const isSingle = files.length + more === 1;
  return state === 'still_reading'
    ? `${named(files, more)} ${isSingle ? 'is' : 'are'} still being read. Ask again in a moment.`
    : `${named(files, more)} could not be read, so I could not look there. The file’s entry in the vector store says why.`;
}

export const declined: DeclinedWords = {
  unknown_words: ({ words, near }) => {
    const close = near.length > 0 ? ` Close to it: ${listed(near.map(short), 'or')}.` : '';
    return `I did not understand ${quoted(words)}: no column or value of this data is called that, and it is no word I know.${close}`;
  },
  unclear: ({ words }) =>
    `I did not understand how ${quoted(words)} belongs to the rest of the question, so I have computed nothing.`,
  not_computable: ({ problem }) => problemWords({ query }, problem),
  refused: ({ kind, text }) => `I cannot answer “${short(text)}”. ${REFUSED[kind]}`,
  ambiguous: ({ text, why }) => {
    if (why === undefined) return text;
    return why.code === 'several_readings'
      ? 'This can be read in more than one way.'
      : `“${short(why.question)}” goes on from “${short(why.before)}”, and the two cannot be answered together. Ask the whole question.`;
  },
  several_questions: () => 'These are several questions; I answer one at a time.',
  not_english: () => 'I did not understand this. I can read questions in English and German so far.',
  too_long: () => 'I did not understand this: the question is too long for me. Ask it in one sentence.',
  empty: () => 'I did not find a question in this.',
  no_data: () => 'There is no data in this thread yet. Attach a CSV or Parquet file, or a document, and ask again.',
  no_tools: () =>
    'I am the built-in analyst, not a language model: I answer with tools, and this assistant has none. Give it file_search and a vector store, and I quote documents; code_interpreter, and I run the Python blocks of a message; functions of your own, and I call those that a question fits. Questions about tables are answered in Assay’s window and by npm run ask.',
  tools_forbidden: () =>
    'I am the built-in analyst, not a language model: I answer with tools, and this run may use none, as its tool_choice is none. Leave tool_choice out, or set it to auto.',
  no_python: () =>
    'I am the built-in analyst, not a language model: I run the Python that stands in a message, and write none of my own. Put it into a block:',
  tool_missing: ({ tool }) =>
    `${short(tool)} was to be used, and is not among the tools of this run. Give it to the assistant, or leave tool_choice out.`,
  no_function_fits: ({ functions }) =>
    `None of the functions fits this question: ${functions.map(short).join(', ')}. I go by their names, descriptions and options: ask with a word of those, or choose one with tool_choice.`,
  needs_arguments: ({ function: name, missing }) =>
    [
      `To call ${short(name)} I need to know:`,
      ...missing.map((column) => {
        const about = column.description === '' ? '' : `: ${short(column.description)}`;
        const options = column.options.length === 0 ? '' : ` (${column.options.map(short).join(', ')})`;
        return `- ${short(column.name)}${about}${options}`;
      }),
    ].join('\n'),
  describe_failed: ({ message }) => `The data could not be described: ${message}`,
  query_failed: ({ message }) => `The query could not be run: ${message}`,
  not_in_documents: ({ nearest }) =>
    nearest.length === 0
      ? 'I found nothing about this in the documents.'
      : `I found no passage that answers this. Nearest in words: ${nearest.map(short).join(', ')}.`,
  documents_unread: documentsUnread,
  form_not_filled: ({ missing, answer }) =>
    `The built-in analyst cannot fill this form${missing.length === 0 ? '' : `: ${missing.join(', ')}`}. It says: ${answer}`,
};
