import { describe, expect, it } from 'vitest';
import { plainTurn } from '../../../../../src/main/engine/models/tools';
import { type ModelItem, unknownAbilities } from '../../../../../src/main/engine/ports';
import { answers, asks, aTurn, called, dataTools, within } from '../../../../support/models/turns';

async function sent(boundary: string, items: ModelItem[]) {
  const turn = aTurn({
    items: [asks('Who earns most in Lisbon?'), ...items],
    tools: dataTools,
    run: within(boundary),
  });
  return { text: JSON.stringify((await plainTurn(turn, unknownAbilities, boundary as 'schema')).items) };
}

const column = (name: string, role: string) => ({
  ...{
    name,
    role,
    type: 'text',
    unit: null,
    scale: 0,
    nulls: 0,
    distinct: 200,
    distinctExact: true,
    min: null,
    max: null,
  },
  ...{ mean: null, top: [], odd: null, readAs: [], guessed: false },
});

const found = {
  values: [
    { word: 'Lisbon', table: 'payroll', field: 'Site', value: 'Lisbon', count: 140, match: 'exact' },
    { word: 'earns', table: 'payroll', field: 'Name', value: 'Erna Earnest', count: 2, match: 'spelling' },
    { word: 'Nadia', table: 'payroll', field: 'Name', value: 'Nadia North', count: 3, match: 'part' },
  ],
  truncated: false,
};

describe('of values that were looked up', () => {
  const looked = called('find_values', { words: ['Lisbon', 'earns', 'Nadia'] }, found);

  it('a model with the schema only is told which column holds what the analyst has written', async () => {
    const { text } = await sent('schema', looked);
    expect(text).toContain('\\"word\\":\\"Lisbon\\",\\"table\\":\\"payroll\\",\\"field\\":\\"Site\\"');
    for (const value of ['Erna', 'North', '140', '\\"word\\":\\"Nadia\\"']) expect(text).not.toContain(value);
  });

  it('one with the results is told the values', async () => {
    const { text } = await sent('results', looked);
    for (const value of ['Erna Earnest', 'Nadia North', '140']) expect(text).toContain(value);
  });

  it('words of earlier look-ups stay here', async () => {
    const { text } = await sent('schema', [...looked, answers('Three.'), asks('And in Turin?')]);
    expect(text).not.toContain('Nadia');
  });
});

describe('of what columns mean', () => {
  const field = (id: string, given: object) => ({
    ...{
      id,
      column: id,
      title: id,
      synonyms: [],
      role: 'measure',
      type: 'decimal',
      addsUp: 'always',
      cumulative: false,
    },
    ...{ scale: 2, unit: null, grain: null, values: { list: [], complete: false }, distinct: 2, missing: 0 },
    ...{ min: null, max: null, hidden: false, ...given },
  });
  const meant = {
    datasets: [
      {
        ...{ name: 'payroll.csv', table: 'payroll', records: 239, rows: 239, rejected: 0, rejectedLines: [] },
        ...{ duplicates: 0, notes: [], columns: [column('Name', 'text'), column('Salary', 'measure')] },
        definitions: {
          ...{ table: 'payroll', source: 'payroll.csv', shape: 's', rows: 239, entity: ['employee'] },
          fields: [
            field('Name', { type: 'text', role: 'text', hidden: true }),
            field('Salary', {
              title: 'Pay',
              synonyms: ['wage'],
              addsUp: 'never',
              values: { list: [{ value: '47.11', count: 9 }], complete: false },
            }),
          ],
          measures: [
            {
              id: 'cost',
              title: 'Cost of staff',
              synonyms: [],
              unit: null,
              compute: [{ measure: 'sum', of: 'Salary', as: 'cost' }],
            },
          ],
          conditions: [
            { id: 'abroad', title: 'Abroad', synonyms: [], where: [{ op: 'is', field: 'Site', values: ['Vaduz'] }] },
          ],
          relations: [{ to: 'sites', on: [['Site', 'city']], cardinality: 'one', by: 'evidence' }],
        },
      },
    ],
  };

  it.each(['schema', 'results', 'everything'])(
    'names are told, and no values more than before (%s)',
    async (boundary) => {
      const { text } = await sent(boundary, called('describe_data', {}, meant));
      for (const name of [
        'One row is one employee',
        'Pay',
        'wage',
        'does not add up',
        'Cost of staff',
        'Abroad',
        'sites',
      ])
        expect(text).toContain(name);
      for (const value of ['Vaduz', '47.11', '- \\"Name\\"']) expect(text).not.toContain(value);
    },
  );
});
