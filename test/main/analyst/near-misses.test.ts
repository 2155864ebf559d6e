import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const members = {
  members: [
    'member,club,joined,Monthly fee,attempt,points',
    'M1,East,2024-01-10,20,1,50',
    'M2,East,2024-02-10,30,2,70',
    'M3,West,2024-02-11,120,1,90',
    '',
  ].join('\n'),
};

describe('words that are close to another question', () => {
  it('how often is no amount of money', async () => {
    const { understood } = await ask(members, 'how many members came more than 100 times');
    expect(understood.kind === 'query' ? JSON.stringify(understood.query) : '').not.toContain('Monthly fee');
  });

  it('what is due each month is not grouped by the months in which they joined', async () => {
    const { understood } = await ask(members, 'how much do members pay us each month in total');
    expect(understood.kind).not.toBe('query');
  });

  it('first attempts are those that are number one', async () => {
    const { rows } = await ask(members, 'average points of first attempts');
    expect(rows.map((row) => row.map(Number))).toEqual([[70]]);
  });
});
