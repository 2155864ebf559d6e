import { expect, it } from 'vitest';
import { withoutValues } from '../../../../../src/main/engine/models/tools/boundary';

const question = {
  type: 'message' as const,
  role: 'user' as const,
  content: [{ type: 'text' as const, text: 'Now?' }],
};

/** What is sent of the arguments of an earlier `analyze` where no value may leave. */
function earlierArguments(args: unknown, known = ''): unknown {
  const call = {
    type: 'function_call' as const,
    id: 'call_1',
    callId: 'call_1',
    name: 'analyze',
    arguments: JSON.stringify(args),
  };
  const [item] = withoutValues([call as never, question as never], known);
  return JSON.parse((item as { arguments: string }).arguments);
}

const query = {
  from: { table: 'staff' },
  where: [
    { op: 'is', field: 'site', values: ['Lisbon', 'Turin'] },
    { op: '>', field: 'salary', value: 40017 },
    { op: 'during', field: 'joined', period: '2024' },
  ],
  by: [{ field: 'site', as: 'site' }],
  compute: [{ measure: 'mean', of: 'salary', as: 'pay' }],
  order: [{ value: 'pay', direction: 'descending' }],
};

it('of an earlier question only what names things is sent, and what the analyst has written', () => {
  expect(earlierArguments({ query }, 'Who is in Turin? What is the pay?')).toEqual({
    query: {
      ...query,
      where: [
        { op: 'is', field: 'site', values: ['…', 'Turin'] },
        { op: '>', field: 'salary', value: 0 },
        { op: 'during', field: 'joined', period: '2024' },
      ],
    },
  });
});

it.each([
  { query: "SELECT * FROM staff WHERE site = 'Lisbon'" },
  { query: { where: { site: 'Lisbon' } } },
  { query: { filters: ['site = Lisbon'] } },
])('values are masked in whatever form they were written: %j', (args) => {
  expect(JSON.stringify(earlierArguments(args))).not.toContain('Lisbon');
});
