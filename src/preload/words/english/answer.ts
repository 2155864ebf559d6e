import type { HeadlineFigure } from '#contract/headline';
import { headlineText, writtenCell } from '../figures';
import { noteWords, offeredQuestions, readAsWords } from '../sentences';
import type { AnswerWords } from '../words';
import { code } from './code';
import { documentsUnread } from './declined';
import { CHARTS, counted, dayText, listed as joined, momentText, named, number, short } from './grammar';
import { figure, headline } from './headline';
import { profile } from './profile';
import { suggestion } from './suggestions';

const FIGURES_NAMED = 8;

export const offersLead = 'You can ask:';
export const whichLead = 'Which of these do you mean?';

export const nearLead = 'What can be computed instead:';
export const leavesOut = (words: readonly string[]): string =>
  words.length === 0
    ? ''
    : ` (leaves out ${joined(
        words.map((word) => `“${short(word)}”`),
        'and',
      )})`;

export const answer: AnswerWords = {
  reading: ({ text }) => `Read as ${text}`,
  headline: ({ says }) => headlineText(says, headline, figure),
  other_readings: () => 'The question could be read otherwise: the line above the answer has the other readings.',
  which_reading: ({ readings }) => [whichLead, ...readings.map(({ text }) => `- ${text}`)].join('\n'),
  near_readings: ({ readings }) =>
    [nearLead, ...readings.map(({ text, without }) => `- ${text}${leavesOut(without)}`)].join('\n'),
  taken_for: ({ words }) =>
    `${joined(
      words.map(({ word, column, values }) => {
        const value = values.length === 0 ? '' : `: ${joined(values.map(short), 'or')}`;
        return `“${short(word)}” is taken for ${short(column)}${value}`;
      }),
      'and',
    )}.`,
  unused_words: ({ words }) =>
    `Not used: ${joined(
      words.map((word) => `“${short(word)}”`),
      'and',
    )}. Nothing in the data tells of ${words.length === 1 ? 'it' : 'them'}.`,
  offers: (fact) =>
    [offersLead, ...offeredQuestions({ suggestion }, fact).map((question) => `- ${question}`)].join('\n'),
  lines_rejected: ({ file, count, of, lines }) => {
    const more = count > lines.length ? ' and more' : '';
    const where =
      lines.length === 0 ? '' : ` (${lines.length === 1 ? 'line' : 'lines'} ${lines.map(number).join(', ')}${more})`;
    return `${counted(count, 'line')} of ${number(of)} in ${short(file)} could not be read${where} and ${count === 1 ? 'is' : 'are'} not in these figures.`;
  },
  total_line: ({ file, line }) =>
    `Line ${number(line)} of ${short(file)} is a total of the rows above and is not in these figures.`,
  odd_values: ({ column, count, example }) =>
    `${counted(count, 'value')} of ${short(column)} did not fit the rest and ${count === 1 ? 'counts' : 'count'} as empty, such as “${short(example)}”.`,
  guessed_type: ({ column, readAs }) =>
    `${short(column)} was read as ${readAsWords({ profile }, readAs)}; have a look whether that is right.`,
  rows_without: ({ column, count, effect }) =>
    effect === 'left_out'
      ? `${counted(count, 'row')} of the data ${count === 1 ? 'has' : 'have'} no ${short(column)} and ${count === 1 ? 'is' : 'are'} left out.`
      : `${counted(count, 'row')} without ${short(column)} ${count === 1 ? 'counts' : 'count'} in the whole, but not in the part.`,
  rows_unmatched: ({ table, count, kept }) =>
    `${counted(count, 'row')} ${count === 1 ? 'has' : 'have'} no match in ${short(table)} and ${count === 1 ? 'is' : 'are'} ${kept ? 'counted without it' : 'left out'}.`,
  period_incomplete: ({ period, figure: start, data, at }) =>
    `${nameOf(start, period)} is not complete: the data ${data} on ${momentText(at)}.`,
  ties: ({ count, at, figure: value, shown }) =>
    `${count} are equal in this, at ${nameOf(value, at)}: which ${shown === 1 ? 'one is' : 'are'} named here is by their order.`,
  result_cut: () => 'The result has more rows than are kept.',
  rows_shown: ({ rows, columns }) => {
    const parts = [
      ...(rows ? [`the first ${number(rows.shown)} of ${number(rows.of)} rows`] : []),
      ...(columns ? [`${number(columns.shown)} of ${number(columns.of)} columns`] : []),
    ];
    return `Shown here: ${parts.join(', ')}. The whole result is with the step.`;
  },
  profile_note: ({ note }) => noteWords({ profile }, note),
  chart_failed: ({ message }) => `The chart could not be drawn: ${message}`,
  chart_kind_unfit: ({ kind }) => `The result cannot be shown as ${CHARTS[kind]}.`,
  file_columns: ({ file, count, columns }) =>
    `${short(file)} has ${counted(count, 'column')}: ${named(columns, count - columns.length)}.`,
  file_contents: ({ file, rows, numbers, categories, dates }) => {
    const parts = [
      ...(numbers.count > 0 ? [`numbers in ${named(numbers.names, numbers.count - numbers.names.length)}`] : []),
      ...(categories.count > 0
        ? [`categories in ${named(categories.names, categories.count - categories.names.length)}`]
        : []),
      ...dates.map(({ column, from, to }) => `dates in ${short(column)} from ${dayText(from)} to ${dayText(to)}`),
    ];
    const size = `${short(file)} has ${counted(rows, 'row')}`;
    return parts.length === 0 ? `${size}.` : `${size}, with ${parts.join('; ')}.`;
  },
  askable: () =>
    'Ask for totals, counts, averages and medians, by category and over time; the top and the bottom; shares, growth and comparisons; distributions and relations; and what is missing, repeated or odd.',
  read_with: ({ question, instead }) =>
    `Read together with what was asked before: “${short(question)}”${instead === null ? '' : `, no longer by ${short(instead)}`}.`,
  other_data_fits: ({ names, more, part }) =>
    `The question would fit ${named(names, more)} as well; name the ${part} to ask about it.`,
  documents_unread: documentsUnread,
  package_missing: code.missing,
  code_ended: ({ ended }) => code.ended[ended](),
  blocks_not_run: ({ count }) =>
    count === 1 ? 'The block after it was not run.' : `The ${number(count)} blocks after it were not run.`,
  printed_nothing: code.printedNothing,
  started_anew: code.startedAnew,
  unsourced: ({ figures, more }) => {
    const count = figures.length + more;
    return `${counted(count, 'figure')} of this answer ${count === 1 ? 'was' : 'were'} not computed and ${count === 1 ? 'is' : 'are'} in no result or document: ${listed(figures, more)}.`;
  },
  superseded: ({ figures, more }) => `Replaced: it named figures that were not computed (${listed(figures, more)}).`,
  run_again: ({ model, lost }) => {
    if (lost) return 'This was being run again when Assay was closed. Run the thread again.';
    return model === null
      ? 'Computed again on another file.'
      : `What ${model} wrote was about the earlier file and is not repeated here. What it computed was computed again, without a model.`;
  },
  worded: ({ model, question, answer: words }) =>
    [
      `Computed by the built-in analyst, as ${model} cannot call tools.`,
      ...(question === null ? [] : [`${model} put the question to it as “${question}”.`]),
      ...(words ? [`The first words of the answer are by ${model}.`] : []),
    ].join(' '),
  remark: ({ text }) => text,
};

/** Each figure once, and how many more there are. */
function listed(figures: readonly { text: string }[], more: number): string {
  // A figure stays on one line with its unit.
  const texts = [...new Set(figures.map(({ text }) => text.replaceAll(' ', '\u00a0')))];
  const shown = texts.slice(0, FIGURES_NAMED);
  const others = texts.length - shown.length + more;
  return `${shown.join('; ')}${others > 0 ? ` and ${number(others)} more` : ''}`;
}

/** A value as it is written here; as it was written there, in answers that have no more. */
const nameOf = (value: HeadlineFigure | undefined, text: string): string =>
  value ? writtenCell(value.cell, value.show, figure) : text;
