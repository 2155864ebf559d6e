import { describe, expect, it } from 'vitest';
import type { Case } from '../../support/analyst/case';
import { type Cell, same } from '../../support/analyst/truth';
import { cases } from '../../support/analyst/truth-cases';
import { analystApp } from '../../support/app';

const { ask } = analystApp();

/** Every expected row is there, in its place where places are told, and nothing else is. */
function check(rows: readonly (readonly Cell[])[], { rows: expected, ordered }: Case): void {
  expect(rows).toHaveLength(expected.length);
  for (const [index, row] of expected.entries()) {
    const candidates = ordered ? rows.slice(index, index + 1) : rows;
    const found = candidates.some((one) => row.every((cell, at) => same(one[at], cell)));
    expect(found, `${JSON.stringify(row)} among ${JSON.stringify(candidates.slice(0, 30))}`).toBe(true);
  }
}

describe('the built-in analyst computes what the files hold', () => {
  it.each(cases())('$world.name: $question', async (one) => {
    const answer = await ask(one.world.name, () => one.world.content, one.question);
    expect(answer.status, answer.answer).toBe('completed');
    expect(answer.reading, answer.answer).not.toBeNull();
    const table = answer.table ?? { rows: [] };
    const rows = one.columns
      ? table.rows.map((row) => (one.columns ?? []).map((at) => row.at(at) ?? null))
      : table.rows;
    check(rows, one);
    for (const text of one.says ?? []) expect(answer.answer).toContain(text);
  });
});
