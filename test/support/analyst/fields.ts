import { randomFrom } from '../random';
import { day, type World } from './worlds';

export interface Lesson {
  student: string;
  subject: string;
  level: string;
  group: string;
  date: string;
  grade: number | null;
  present: number;
  late: number;
}

/** Flags as 0 and 1, and columns whose names are words of a question: level, group, date. */
export function school(): World<Lesson> {
  const random = randomFrom(41);
  const students = ['Ada', 'Ben', 'Cleo', 'Dov', 'Elif', 'Finn', 'Gita', 'Hugo', 'Iris', 'Juno'];
  const rows = Array.from({ length: 420 }, (_, index): Lesson => {
    const present = random.next() < 0.86 ? 1 : 0;
    return {
      student: random.pick(students),
      subject: random.pick(['Maths', 'Physics', 'History', 'Art']),
      level: random.pick(['Foundation', 'Higher']),
      group: random.pick(['A', 'B', 'C']),
      date: day('2024-01-08', Math.floor(index / 1.2)),
      grade: present === 1 ? 35 + random.below(66) : null,
      present,
      late: present === 1 && random.next() < 0.15 ? 1 : 0,
    };
  });
  const lines = rows.map((row) => Object.values(row).join(','));
  return {
    name: 'school.csv',
    rows,
    content: `student,subject,level,group,date,grade,present,late\n${lines.join('\n')}\n`,
  };
}

export interface Shipment {
  id: string;
  customer: string;
  carrier: string;
  status: string;
  promised: string;
  actual: string | null;
  weight: number;
  rate: number;
  total: number;
}

/** Two dates of which the second may be late or missing, states of several words, columns called rate and total. */
export function shipments(): World<Shipment> {
  const random = randomFrom(42);
  const rows = Array.from({ length: 500 }, (_, index): Shipment => {
    const status = random.pick(['Delivered', 'Delivered', 'Delivered', 'In transit', 'Lost', 'Returned to sender']);
    const promised = day('2024-01-03', random.below(540));
    const weight = 1 + random.below(80);
    const rate = random.pick([2, 3, 5]);
    return {
      id: `S${String(1000 + index)}`,
      customer: random.pick(['Acme', 'Borealis', 'Cobalt', 'Dune', 'Ember', 'Fjord', 'Grove']),
      carrier: random.pick(['DHL', 'UPS', 'FedEx', 'DPD']),
      status,
      promised,
      actual: status === 'Delivered' || status === 'Returned to sender' ? day(promised, random.below(12) - 5) : null,
      weight,
      rate,
      total: weight * rate,
    };
  });
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => cell ?? '')
      .join(','),
  );
  const header = 'shipment_id,customer,carrier,status,promised_date,actual_date,weight_kg,rate,total';
  return { name: 'shipments.csv', rows, content: `${header}\n${lines.join('\n')}\n` };
}

export interface Subscription {
  id: number;
  customer: string;
  plan: string;
  fee: number;
  count: number;
  country: string;
  started: string;
  cancelled: string | null;
}

/** Who stays has no day of leaving; a column is called count. */
export function subscriptions(): World<Subscription> {
  const random = randomFrom(43);
  const plans = [
    ['Basic', 9],
    ['Pro', 29],
    ['Team', 99],
  ] as const;
  const rows = Array.from({ length: 360 }, (_, index): Subscription => {
    const [plan, fee] = random.pick(plans);
    const from = random.below(700);
    return {
      id: index + 1,
      customer: `Customer ${String(1 + random.below(140))}`,
      plan,
      fee,
      count: plan === 'Team' ? 2 + random.below(9) : 1,
      country: random.pick(['Austria', 'Belgium', 'Chile', 'Denmark']),
      started: day('2023-01-01', from),
      cancelled: random.next() < 0.45 ? day('2023-01-01', from + 20 + random.below(300)) : null,
    };
  });
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => cell ?? '')
      .join(','),
  );
  const header = 'subscription_id,customer,plan,monthly_fee,count,country,started_on,cancelled_on';
  return { name: 'subscriptions.csv', rows, content: `${header}\n${lines.join('\n')}\n` };
}

export interface Response {
  respondent: number;
  date: string;
  team: string;
  level: string;
  satisfaction: number;
  recommend: string;
  time: number;
  comment: string;
}

/** Scores of 1 to 5, an answer "Don't know", free text, and columns called level, date and time. */
export function poll(): World<Response> {
  const random = randomFrom(44);
  const rows = Array.from(
    { length: 240 },
    (_, index): Response => ({
      respondent: index + 1,
      date: day('2025-02-01', random.below(90)),
      team: random.pick(['Support', 'Design', 'Engineering']),
      level: random.pick(['Junior', 'Senior', 'Lead']),
      satisfaction: 1 + random.below(5),
      recommend: random.pick(['Yes', 'Yes', 'No', "Don't know"]),
      time: 2 + random.below(28),
      comment: random.pick(['', 'Too many meetings', 'Great colleagues', 'Pay is low', 'Please fix the lift']),
    }),
  );
  const lines = rows.map((row) => Object.values(row).join(','));
  const header = 'respondent,date,team,level,satisfaction,recommend,time,comment';
  return { name: 'poll.csv', rows, content: `${header}\n${lines.join('\n')}\n` };
}
