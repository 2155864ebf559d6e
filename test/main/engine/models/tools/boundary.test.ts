import { describe, expect, it } from 'vitest';
import { plainTurn } from '../../../../../src/main/engine/models/tools';
import { type ModelItem, unknownAbilities } from '../../../../../src/main/engine/ports';
import { answers, asks, aTurn, called, dataTools, within } from '../../../../support/models/turns';

const column = (name: string, given: object) => ({
  name,
  type: 'text',
  role: 'dimension',
  unit: null,
  scale: 0,
  nulls: 0,
  distinct: 2,
  distinctExact: true,
  min: null,
  max: null,
  mean: null,
  top: [],
  odd: null,
  readAs: [],
  guessed: false,
  ...given,
});
const described = {
  datasets: [
    {
      name: 'payroll.csv',
      table: 'payroll',
      records: 240,
      rows: 239,
      rejected: 1,
      rejectedLines: [17],
      duplicates: 0,
      columns: [
        column('Name', {
          distinct: 231,
          role: 'text',
          min: 'Abel Aster',
          max: 'Zoe Zander',
          top: [{ value: 'Quentin Quist', count: 2 }],
        }),
        column('Site', { top: [{ value: 'Lisbon', count: 140 }], min: 'Lisbon', max: 'Turin' }),
        column('Salary', {
          type: 'decimal',
          role: 'measure',
          scale: 2,
          min: '31415.92',
          max: '98765.43',
          odd: { count: 1, examples: [{ record: 9, text: 'n/a-secret' }] },
        }),
        column('Joined', { type: 'date', role: 'time', min: '2019-02-03', max: '2026-10-11' }),
      ],
      notes: [
        {
          code: 'spelling_variants',
          column: 'Name',
          differ: 'case',
          kinds: 1,
          rows: 2,
          examples: [[{ value: 'ROSA RUIZ', count: 1 }]],
        },
      ],
      words: ['Name: ROSA RUIZ is also written Rosa Ruiz'],
    },
  ],
};
const rows = Array.from({ length: 300 }, (_, index) => [`Person ${index}`, 40_000 + index]);
const queried = {
  result_id: 'res_1',
  columns: [
    { name: 'Name', type: 'text' },
    { name: 'pay', type: 'decimal' },
  ],
  rows,
  row_count: 300,
  truncated: false,
};
const code: ModelItem = {
  type: 'code_result',
  callId: 'call_code',
  code: "print(df['Name'][0])\nraise KeyError('Wage')",
  outputs: [{ type: 'logs', logs: 'Hidden Hanna\n' }],
  files: [{ name: 'pay.csv', fileId: 'file-1' }],
  ended: 'error',
  fresh: false,
  error: { type: 'ValueError', message: "no such site: 'Oporto' in 'Wage'" },
  missing: null,
  worded: false,
};
const search: ModelItem = {
  type: 'file_search_result',
  callId: 'call_search',
  queries: ['bonus'],
  passages: [
    {
      marker: '【0:0†source】',
      storeId: 'vs_1',
      fileId: 'file-2',
      filename: 'contract.pdf',
      score: 0.9,
      attributes: {},
      text: 'The bonus is 4711 euros.',
      chunk: 0,
      place: { page: 3, line: 1, start: 0, end: 10 },
      why: null,
    },
  ],
};
const own = [
  ...called('describe_data', {}, described),
  ...called('query_data', { sql: 'SELECT "Name", "Salary" AS pay FROM payroll' }, queried),
  ...called('make_chart', { result_id: 'res_1' }, { chart_id: 'chart_1', file_id: 'file-9' }),
  code,
  search,
];

async function sent(boundary: string | null, items: ModelItem[], contextTokens: number | null = null) {
  const given = boundary === null ? {} : { run: within(boundary) };
  const turn = aTurn({ items: [asks('Who earns most in Lisbon?'), ...items], tools: dataTools, ...given });
  const known = boundary === null ? null : (boundary as 'schema');
  const plain = await plainTurn(turn, { ...unknownAbilities, contextTokens }, known);
  return { plain, text: JSON.stringify(plain.items) };
}

describe('with the schema only', () => {
  it('a model is told names, types and counts, and none of the values', async () => {
    const { text } = await sent('schema', own);
    for (const name of ['payroll', 'Salary', 'Joined', '239 rows', 'res_1', 'contract.pdf', 'pay.csv', '2026-10-11'])
      expect(text).toContain(name);
    expect(text).toContain('row_count\\":300');
    for (const value of [
      'Aster',
      'Zander',
      'Quist',
      'Turin',
      '31415',
      '98765',
      'n/a-secret',
      'RUIZ',
      'Person',
      '40000',
    ])
      expect(text).not.toContain(value);
    for (const value of ['Hanna', 'Oporto', '4711', 'file-9']) expect(text).not.toContain(value);
  });

  it('columns that were named after values have no name', async () => {
    const pivot = {
      ...queried,
      columns: [
        { name: 'Porto', type: 'text' },
        { name: 'sum(pay)', type: 'decimal' },
      ],
    };
    const { text } = await sent('schema', called('query_data', { sql: 'PIVOT t ON "Site" USING sum(pay)' }, pivot));
    expect(text).not.toContain('Porto');
    expect(text).toContain('sum(pay)');
  });

  it('an error does not quote the value that it is about', async () => {
    const error = { error: { code: 'invalid_input', message: "Could not convert string 'Nadia' near 'Lisbon'" } };
    const { text } = await sent('schema', called('query_data', { sql: 'SELECT 1' }, error));
    expect(text).toContain('Could not convert string');
    expect(text).not.toContain('Nadia');
    expect(text).toContain('Lisbon');
  });

  it('earlier answers and the values in earlier calls stay here', async () => {
    const earlier = [
      ...called('describe_data', {}, described, 'a'),
      ...called(
        'query_data',
        { sql: `SELECT 1 FROM payroll WHERE "Name" = 'Vera Voss' AND "Salary" > 55321.5` },
        queried,
        'b',
      ),
      ...called('make_chart', { title: 'Pay of Vera Voss' }, { chart_id: 'c', file_id: 'f' }, 'c'),
      { ...code, code: "who = 'Vera Voss'", callId: 'd' },
      answers('Vera Voss earns 55321.50.'),
      asks('And in Turin?'),
    ];
    const { text } = await sent('schema', earlier);
    expect(text).not.toMatch(/Vera|Voss|55321/);
    expect(text).toContain('And in Turin?');
    expect(text).toContain('FROM payroll');
  });

  it('a boundary that nobody knows is the strictest', async () => {
    const { boundaryOf } = await import('../../../../../src/main/engine/models/tools');
    expect(boundaryOf({ assay_boundary: 'most' })).toBe('schema');
    expect(boundaryOf({})).toBeNull();
  });
});

describe('with schema and results', () => {
  it('a hundred rows of a result go along, and how many more there are', async () => {
    const { text } = await sent('results', own);
    expect(text).toContain('Person 99');
    expect(text).not.toContain('Person 100');
    expect(text).toContain('200 more rows');
  });

  it('or as many as the connection allows', async () => {
    const run = { ...within('results'), metadata: { assay_boundary: 'results', assay_rows: '3' } };
    const turn = aTurn({ items: [asks('Who?'), ...own], tools: dataTools, run });
    const plain = await plainTurn(turn, unknownAbilities, 'results');
    expect(JSON.stringify(plain.items)).toContain('297 more rows');
    expect(plain.instructions).toContain('first 3 rows');
  });

  it('a described column with many values tells none of them, one with few tells all', async () => {
    const { text } = await sent('results', called('describe_data', {}, described));
    for (const value of ['Aster', 'Quist', 'RUIZ', 'n/a-secret']) expect(text).not.toContain(value);
    for (const value of ['Lisbon', '98765.43']) expect(text).toContain(value);
  });

  it('what code printed and what documents say go along, passages behind their marks', async () => {
    const { text } = await sent('results', own);
    for (const value of ['Hidden Hanna', '【0:0†source】 contract.pdf, page 3', '4711']) expect(text).toContain(value);
  });
});

it('with everything allowed, examples and all rows that fit go along', async () => {
  const { text } = await sent('everything', own);
  for (const value of ['n/a-secret', 'RUIZ', 'Quist', 'Person 299']) expect(text).toContain(value);
});

it('a model that can read little is given less of a result, and told so', async () => {
  const { plain } = await sent('everything', own, 4_096);
  for (const item of plain.items) if (item.type === 'output') expect(item.output.length).toBeLessThan(4_500);
  expect(JSON.stringify(plain.items)).toMatch(/\d+ more rows/);
});

it('each item says what kind of thing it is, for the ledger', async () => {
  const { plain } = await sent('results', own);
  expect(plain.items.map((item) => `${item.type} ${item.kind}`)).toEqual([
    'message question',
    'call answer',
    'output schema',
    'call answer',
    'output results',
    'call answer',
    'output results',
    'call answer',
    'output results',
    'call answer',
    'output file',
  ]);
});

it('nothing is held back from a script, only cut where it is too long', async () => {
  const { plain } = await sent(null, [...own, ...called('log', {}, 'x'.repeat(100_000))]);
  const outputs = plain.items.flatMap((item) => (item.type === 'output' ? [item.output] : []));
  expect(outputs[0]).toBe(JSON.stringify(described));
  expect(outputs.at(-1)).toContain('of 100,000 characters left out');
});
