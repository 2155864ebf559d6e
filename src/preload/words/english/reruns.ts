import type { RerunWords } from '../rerun-words';
import { readAsWords } from '../sentences';
import { periodStart, unitName } from '../spans';
import { counted, dayText, listed, number, quoted, short } from './grammar';
import { figure } from './headline';
import { profile } from './profile';
import { datasets } from './ui/datasets';

const name = (column: string): string => `“${short(column)}”`;
const reads = (readAs: Parameters<typeof readAsWords>[1]): string => readAsWords({ profile }, readAs) || 'as it stands';
const used = (isUsed: boolean): string => (isUsed ? '' : ' No question uses it.');
const span = ({ from, to }: { from: string; to: string }): string =>
  `${dayText(from.slice(0, 10))} to ${dayText(to.slice(0, 10))}`;

export const rerun: RerunWords = {
  fact: {
    same_content: () => 'The file has the same content as the earlier one.',
    no_rows: () => 'The file has no rows. Choose another one.',
    column_gone: ({ column, used: isUsed }) =>
      isUsed
        ? `The column ${name(column)} is not in the file. Say which column stands for it, or choose another file.`
        : `The column ${name(column)} is not in the file.${used(false)}`,
    column_split: ({ column, into, used: isUsed }) =>
      `The column ${name(column)} seems to be several now: ${quoted(into)}.${isUsed ? ' Say which of them stands for it, or put them together in the file.' : used(false)}`,
    column_renamed: ({ column, now, by }) =>
      `${name(now)} stands for ${name(column)}${
        by.length > 0
          ? `, by its ${listed(
              by.map((evidence) => rerun.evidence[evidence]()),
              'and',
            )}`
          : ''
      }.`,
    columns_new: ({ columns }) => `New in the file, and used by no question: ${quoted(columns)}.`,
    type_changed: ({ column, before, now, used: isUsed }) =>
      `${name(column)} was ${datasets.types[before].toLowerCase()} and is ${datasets.types[now].toLowerCase()} now.${used(isUsed)}`,
    unit_changed: ({ column, before, now, used: isUsed }) =>
      `${name(column)} was in ${unitName(before) ?? 'no unit'} and is in ${unitName(now) ?? 'no unit'} now. Its amounts are set side by side without a difference.${used(isUsed)}`,
    decimals_changed: ({ column, before, now }) =>
      `${name(column)} had ${counted(before, 'decimal')} and has ${number(now)} now.`,
    read_otherwise: ({ column, before, now, guessed }) =>
      `${name(column)} is written otherwise: ${reads(before)} before, ${reads(now)} now.${guessed ? ' It could be read in another way, so look at it.' : ''}`,
    values_new: ({ column, values, count }) =>
      `${name(column)} has ${counted(count, 'value')} that the earlier file had not: ${quoted(values)}${count > values.length ? ' and more' : ''}.`,
    values_gone: ({ column, values, count }) =>
      `${name(column)} lacks ${counted(count, 'value')} of the earlier file: ${quoted(values)}${count > values.length ? ' and more' : ''}.`,
    values_asked_for: ({ column, values }) =>
      `A question asks for ${quoted(values)} in ${name(column)}, and no row has it.`,
    period_asked_for: ({ column, period, data }) => {
      const at = periodStart(period);
      const asked = at ? (figure.period(at.start, at.grain) ?? at.start) : 'a period';
      return `A question asks for ${asked}, and ${name(column)} has ${span(data)} only.`;
    },
    definition_lost: ({ kind, title, columns, used: isUsed }) =>
      `Your ${kind} ${name(title)} needs ${quoted(columns)}, which the file lacks.${used(isUsed)}`,
    rows: ({ before, now }) => `${counted(now, 'row')}, ${number(before)} before.`,
    period: ({ column, before, now, relation, days }) => {
      const both = `${name(column)} has ${span(now)}, ${span(before)} before`;
      switch (relation) {
        case 'gap':
          return `${both}: ${counted(days - 1, 'day')} between them are in neither file.`;
        case 'overlaps':
          return `${both}: some days are in both files.`;
        case 'before':
          return `${both}: the file is of an earlier time.`;
        default:
          return `${both}.`;
      }
    },
    key_repeats: ({ column, count }) =>
      `${name(column)} told rows apart, and ${counted(count, 'value')} ${count === 1 ? 'is' : 'are'} there again now: rows may count twice.`,
    rows_repeat: ({ now }) =>
      `${counted(now, 'row')} ${now === 1 ? 'repeats' : 'repeat'} an earlier row in every column.`,
    lines_rejected: ({ now, totals }) =>
      totals === now
        ? `${counted(totals, 'line')} that only ${totals === 1 ? 'adds' : 'add'} up others ${totals === 1 ? 'is' : 'are'} left out.`
        : `${counted(now, 'line')} could not be read and ${now === 1 ? 'is' : 'are'} left out.`,
    odd_values: ({ column, count, example }) =>
      `${counted(count, 'value')} of ${name(column)} ${count === 1 ? 'does' : 'do'} not fit, such as ${quoted([example])}, and ${count === 1 ? 'counts' : 'count'} as empty.`,
    empty_values: ({ column, now }) => `${name(column)} had no empty values and has ${number(now)} now.`,
    lines_above_header: ({ count }) =>
      `${counted(count, 'line')} above the header ${count === 1 ? 'is' : 'are'} passed over.`,
    encoding: ({ before, now }) => `The text is in ${now}, in ${before} before.`,
  },
  evidence: { name: () => 'name', place: () => 'place', values: () => 'values', type: () => 'type' },
  why: {
    not_completed: () => 'It had not come to an end the first time.',
    failed_before: () => 'It failed the first time too.',
    failed: ({ message }) => message,
    rests_on_other: () => 'It needs a step that did not run.',
    cancelled: () => 'It was stopped.',
    thread_deleted: () => 'The thread it is from is deleted.',
    row_gone: () => 'The new result has no row for it.',
  },
  status: {
    running: () => 'Running again',
    completed: () => 'All of it ran again.',
    incomplete: () => 'Some of it could not run again.',
    cancelled: () => 'Stopped.',
    failed: () => 'It could not be run again.',
    stopped: () => 'The file lacks something that the questions ask for.',
    not_accepted: () => 'The file differs in a way that has to be confirmed: look at it, then give --accept.',
  },
  outcomes: ({ same, changed, notRun }) =>
    [
      `${counted(changed, 'answer')} changed`,
      `${number(same)} the same`,
      ...(notRun > 0 ? [`${number(notRun)} did not run`] : []),
    ].join(' · '),
  rows: ({ same, changed, gone, new: fresh }) =>
    [
      `${counted(changed, 'row')} changed`,
      ...(fresh > 0 ? [`${number(fresh)} new`] : []),
      ...(gone > 0 ? [`${number(gone)} gone`] : []),
      `${number(same)} the same`,
    ].join(' · '),
};
