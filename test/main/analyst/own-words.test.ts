import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const fees = {
  fees: 'invoice,customer,shift,late_fee\n1,Acme,Early,1.25\n2,Bolt,Late,2.25\n3,Acme,Early,3.25\n4,Bolt,Late,4.25\n',
};
const tasks = {
  tasks:
    'task,status,due_date,completed_date,cost,budget\nT1,Done,2024-01-05,2024-01-04,10,20\nT2,On time,2024-01-06,2024-01-09,30,20\nT3,Done,2024-01-07,2024-01-07,25,40\nT4,On time,2024-01-08,2024-01-08,50,40\n',
};
const tickets = {
  tickets:
    'ticket,team,opened,closed\nT1,Red,2024-01-05,2024-01-06\nT2,Blue,2024-01-06,\nT3,Red,2024-01-07,2024-01-09\nT4,Blue,2024-01-08,\n',
};

describe('what the data calls by words that mean something else too', () => {
  it.each([
    ['total late fee', ['11']],
    ['late shift late fee', ['6.5']],
  ])('is a column where its whole name is said, not the value it begins with: %s', async (question, figures) => {
    const { rows, understood } = await ask(fees, question);
    expect(
      rows.map((row) => String(Number(row[0]))),
      JSON.stringify(understood),
    ).toEqual(figures);
  });

  it('is a value before it is worked out of dates', async () => {
    const { rows, understood } = await ask(tasks, 'how many tasks are on time');
    expect(
      rows.map((row) => Number(row[0])),
      JSON.stringify(understood),
    ).toEqual([2]);
  });
});

describe('one number set against another', () => {
  it.each(['cost over budget', 'average cost over budget', 'cost out of budget', 'average cost out of budget'])(
    'is no condition where it may be a ratio: %s',
    async (question) => {
      const { understood } = await ask(tasks, question);
      expect(understood.kind, JSON.stringify(understood)).not.toBe('query');
    },
  );
});

describe('what is open', () => {
  it.each(['open tickets', 'how many open tickets', 'open tickets by team'])(
    'is not everything that was opened: %s',
    async (question) => {
      const { understood } = await ask(tickets, question);
      expect(understood.kind, JSON.stringify(understood)).not.toBe('query');
    },
  );

  it('is a deed where somebody does it', async () => {
    const { rows } = await ask(tickets, 'how many tickets were opened in January 2024');
    expect(rows.map((row) => Number(row[0]))).toEqual([4]);
  });
});
