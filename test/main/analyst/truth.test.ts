import { describe, expect, it } from 'vitest';
import type { Case } from '../../support/analyst/case';
import { questions } from '../../support/analyst/questions';
import { type Cell, same } from '../../support/analyst/truth';
import { cases } from '../../support/analyst/truth-cases';
import { analystApp } from '../../support/app';
import { sweep } from '../../support/sweep';

const { ask } = analystApp();
const read = questions();

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The same figure, value or time: years, hours and weekdays are numbers in results. */
function alike(actual: Cell | undefined, expected: Cell | undefined): boolean {
  if (same(actual, expected)) return true;
  const text = String(expected);
  const number = /^(\d{4})(?:-01-01)?$/.exec(text)?.[1] ?? /^(\d\d):00$/.exec(text)?.[1];
  if (number !== undefined && typeof actual !== 'boolean') return actual !== null && Number(actual) === Number(number);
  const weekday = WEEKDAYS.indexOf(text);
  if (weekday >= 0) return Number(actual) === weekday + 1;
  return typeof expected === 'string' && /^\d{4}-\d\d-\d\d/.test(expected) && String(actual).startsWith(expected);
}

/** Each expected row has a row of its own that holds its figures, in whatever order its columns stand, and no row is left. */
function check(rows: readonly (readonly Cell[])[], { rows: expected, ordered, below, columns }: Case): void {
  // What is compared stands side by side or one below the other.
  const actual = below && rows.length > expected.length && expected.length === 1 ? [rows.flat()] : rows;
  expect(actual.length, JSON.stringify(rows.slice(0, 5))).toBe(expected.length);
  const left = new Set(actual.keys());
  for (const [index, row] of expected.entries()) {
    const wanted = columns ? row : row.filter((cell) => cell !== null);
    const candidates = ordered ? [index] : [...left];
    const at = candidates.find((one) => wanted.every((cell) => actual[one]?.some((other) => alike(other, cell))));
    expect(at, `${JSON.stringify(row)} among ${JSON.stringify(rows.slice(0, 12))}`).toBeDefined();
    if (at !== undefined) left.delete(at);
  }
}

/** So many are asked of the whole app; the others of its reader and its data engine, by which the figures come about. */
const OF_THE_APP = 5;

describe('the built-in analyst computes what the files hold', () => {
  it.each(sweep(cases(), 4).map((one, at) => ({ ...one, isOfTheApp: at % OF_THE_APP === 0 })))(
    '$world.name: $question',
    async ({ isOfTheApp, ...one }) => {
      const { name, content } = one.world;
      if (!isOfTheApp && typeof content === 'string') {
        const { understood, rows } = await read({ [name.replace(/\.\w+$/, '')]: content }, one.question);
        // Values that no profile lists are looked up by the app.
        if (understood.kind === 'query') return check(rows, one);
      }
      const answer = await ask(name, () => content, one.question);
      expect(answer.status, answer.answer).toBe('completed');
      expect(answer.reading, answer.answer).not.toBeNull();
      check(answer.table?.rows ?? [], one);
    },
  );
});
