import type { Case } from './case';

/** Questions whose figures are known and which are declined until they can be had: never answered with another figure. */
export const declinesYet: { name: string; question: string; todo: string }[] = [
  { name: 'expenses.csv', question: 'average monthly amount by department', todo: 'a mean of the sums of months' },
  { name: 'sales.csv', question: 'sales per month on average', todo: 'a mean of the sums of months' },
  { name: 'support_tickets.csv', question: 'tickets per day on average', todo: 'a mean of the counts of days' },
  {
    name: 'shipments.csv',
    question: 'number of shipments more than 3 days later than promised',
    todo: 'a condition on days between two dates',
  },
  { name: 'subscriptions.csv', question: 'subscriptions per customer distribution', todo: 'a count of counts' },
  {
    name: 'subscriptions.csv',
    question: 'distribution of number of subscriptions per customer',
    todo: 'a count of counts',
  },
  { name: 'sales.csv', question: 'how much did C-0206 spend?', todo: 'a value that is not among those listed' },
];

const declined = new Set(declinesYet.map(({ name, question }) => `${name} ${question}`));
export const isAnswered = ({ world, question }: Case): boolean => !declined.has(`${world.name} ${question}`);
