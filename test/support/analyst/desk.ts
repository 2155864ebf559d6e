import { randomFrom } from '../random';
import { day, type World } from './worlds';

export interface Call {
  id: string;
  created: string;
  resolved: string | null;
  status: string;
  priority: string;
  agent: string;
  minutes: number;
  score: number | null;
  breached: boolean;
}

/** A help desk: a time of day, a deed with a date of its own, states that have opposites, and two words for a flag. */
export function desk(): World<Call> {
  const random = randomFrom(31);
  const rows = Array.from({ length: 700 }, (_, index) => {
    const at = random.below(480);
    const hour = String(7 + random.below(13)).padStart(2, '0');
    const status = random.pick(['Open', 'Pending', 'On hold', 'Resolved', 'Resolved', 'Closed']);
    const done = status === 'Resolved' || status === 'Closed';
    return {
      id: `TCK-${10_000 + index}`,
      created: `${day('2023-09-04', at)} ${hour}:${String(random.below(60)).padStart(2, '0')}:00`,
      resolved: done ? day('2023-09-04', at + 1 + random.below(12)) : null,
      status,
      priority: random.pick(['Low', 'Medium', 'High', 'Urgent']),
      agent: random.pick(['Alice', 'Bob', 'Carla', 'Deepak']),
      minutes: 1 + random.below(400),
      score: random.next() < 0.3 ? null : 1 + random.below(5),
      breached: random.next() < 0.2,
    };
  });
  const lines = rows.map((row) =>
    [
      row.id,
      row.created,
      row.resolved ?? '',
      row.status,
      row.priority,
      row.agent,
      row.minutes,
      row.score ?? '',
      row.breached,
    ].join(','),
  );
  const header =
    'ticket_id,created_at,resolved_at,status,priority,agent,first_response_minutes,satisfaction_score,sla_breached';
  return { name: 'support_tickets.csv', rows, content: `${[header, ...lines].join('\n')}\n` };
}
