import type { QueryWords } from '../words';
import { listed, quoted, short } from './grammar';

const near = (names: readonly string[]): string =>
  names.length > 0
    ? ` Did you mean ${listed(
        names.map((name) => `“${short(name)}”`),
        'or',
      )}?`
    : '';
const at = (path: string): string => (path === '' ? '' : ` (${path})`);

const KINDS = {
  number: 'a number',
  time: 'a date',
  text: 'a text',
  boolean: 'true or false',
  comparable: 'something with an order',
} as const;

const NEEDED = {
  of: 'It does not say of which field.',
  with: 'It does not say with which other field.',
  percentile: 'It does not say which percentile, from 0 to 100.',
  size: 'It does not say how many groups it spans.',
  along: 'It does not say along which grouping it goes.',
  time: 'It needs a date to go by.',
  groups: 'It compares groups, and there are none: add a grouping.',
  number: 'It needs a number.',
  order: 'It does not say by which value the first ones are chosen.',
  computation: 'It asks for nothing: add a grouping, a value to compute, or rows.',
} as const;

export const query: QueryWords = {
  problem: {
    malformed: ({ path, message }) => `The query is not in its form${at(path)}: ${message}.`.replace('..', '.'),
    unknown_table: ({ table, near: names }) => `There is no table called ${quoted([table])}.${near(names)}`,
    unknown_field: ({ field, near: names }) => `There is no field called ${quoted([field])}.${near(names)}`,
    not_joined: ({ table, field }) =>
      `${short(field)} is a field of ${short(table)}, which the query does not join: say on which fields the two tables belong together.`,
    unknown_output: ({ output, near: names }) =>
      `There is no output called ${quoted([output])} in this query.${near(names)}`,
    unknown_measure: ({ measure, near: names }) => `There is no measure called ${quoted([measure])}.${near(names)}`,
    unknown_condition: ({ condition, near: names }) =>
      `There is no condition called ${quoted([condition])}.${near(names)}`,
    name_taken: ({ output }) => `Two outputs are called ${quoted([output])}: give one another name.`,
    type_mismatch: ({ field, type, needs, value, path }) =>
      value === undefined
        ? `${short(field)} holds ${type}, and ${listed(
            needs.map((need) => KINDS[need]),
            'or',
          )} is needed here${at(path)}.`
        : `${quoted([value])} cannot be compared with ${short(field)}, which holds ${type}.`,
    does_not_add_up: ({ field, why }) => ADDING_UP[why](short(field)),
    no_whole: ({ output }) =>
      `${short(output)} does not add up over groups, so there is no share or running total of it. Use a sum or a count.`,
    mixed_units: ({ units }) => `Values in ${listed(units.map(short), 'and')} cannot be added up.`,
    needs: ({ path, what }) => `Something is missing${at(path)}. ${NEEDED[what]}`,
    circular: ({ output }) => `${short(output)} is computed from itself.`,
    fan_out: ({ table }) =>
      `Joined like this, rows would count several times, because keys are repeated in ${short(table)}. Start from the table whose rows are to be counted or added up, or use has.`,
    not_alike: ({ table, field }) =>
      `${short(table)} has no field called ${quoted([field])} of the same type, so the tables cannot be put below each other.`,
    not_here: ({ path, what }) => `${short(what)} cannot be used here${at(path)}.`,
    too_coarse: ({ field }) => `${short(field)} does not tell times that finely.`,
  },
};

const ADDING_UP = {
  never: (field: string) => `${field} must not be added up. Use its mean or median instead.`,
  not_over_time: (field: string) =>
    `${field} is a stock and must not be added up over time. Group by its time, take one moment of it, or use its mean.`,
  cumulative: (field: string) =>
    `Each row of ${field} holds the total so far, so it must not be added up over time. Take its last moment.`,
} as const;
