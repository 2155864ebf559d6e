import { describe, expect, it } from 'vitest';
import { analystApp } from '../../support/app';

const { ask } = analystApp();
const fees = () =>
  'invoice,customer,shift,late_fee\n1,Acme,Early,1.25\n2,Bolt,Late,2.25\n3,Acme,Early,3.25\n4,Bolt,Late,4.25\n';
const tasks = () =>
  'task,status,due_date,completed_date,cost,budget\nT1,Done,2024-01-05,2024-01-04,10,20\nT2,On time,2024-01-06,2024-01-09,30,20\nT3,Done,2024-01-07,2024-01-07,25,40\nT4,On time,2024-01-08,2024-01-08,50,40\n';
const tickets = () =>
  'ticket,team,opened,closed\nT1,Red,2024-01-05,2024-01-06\nT2,Blue,2024-01-06,\nT3,Red,2024-01-07,2024-01-09\nT4,Blue,2024-01-08,\n';

describe('what the data calls by words that mean something else too', () => {
  it.each([
    ['total late fee', 'sum of late_fee'],
    ['the late fee by customer', 'sum of late_fee by customer'],
    ['late shift late fee', 'sum of late_fee, where shift = Late'],
  ])('is a column where its whole name is said, not the value it begins with: %s', async (question, reading) => {
    expect((await ask('fees.csv', fees, question)).reading).toBe(reading);
  });

  it('is a value before it is worked out of dates', async () => {
    for (const question of ['tasks on time', 'how many tasks are on time'])
      expect((await ask('tasks.csv', tasks, question)).reading).toContain('where status = On time');
    expect((await ask('tasks.csv', tasks, 'how many tasks are not on time')).reading).toContain(
      'where status ≠ On time',
    );
  });
});

describe('one number set against another', () => {
  it.each(['cost over budget', 'average cost over budget', 'cost out of budget', 'average cost out of budget'])(
    'is no condition where it may be a ratio: %s',
    async (question) => {
      expect((await ask('tasks.csv', tasks, question)).reading).toBeNull();
    },
  );
});

describe('what is open', () => {
  it.each(['open tickets', 'how many open tickets', 'open tickets by team'])(
    'is not everything that was opened: %s',
    async (question) => {
      expect((await ask('tickets.csv', tickets, question)).reading).toBeNull();
    },
  );

  it('is a deed where somebody does it', async () => {
    const { reading } = await ask('tickets.csv', tickets, 'how many tickets did we open in January 2024');
    expect(reading).toContain('opened');
  });
});
