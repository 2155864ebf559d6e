import { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import { openEngine } from '../../support/engine';
import { needs } from '../../support/needs';
import { DENO, testPython } from '../../support/python';

const python = testPython();
const tools = [{ type: 'code_interpreter' as const }];

const sales = [
  { region: 'West', product: 'Lamp "XL"', sold_on: '2024-01-05', amount: '10.10', returned: 'no' },
  { region: 'East', product: 'Desk', sold_on: '2024-01-20', amount: '20.20', returned: 'yes' },
  { region: 'West', product: 'Desk', sold_on: '2024-02-03', amount: '5.05', returned: 'no' },
  { region: 'North', product: 'Lamp "XL"', sold_on: '2024-02-28', amount: '', returned: 'no' },
  { region: 'West', product: 'Müsli, süß', sold_on: '2025-01-01', amount: '0.70', returned: 'no' },
];
type Sale = (typeof sales)[number];
const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = `${[Object.keys(sales[0] ?? {}), ...sales.map((row) => Object.values(row).map(quoted))].map((line) => line.join(',')).join('\n')}\n`;

async function desk(name: string, content: string) {
  const { client } = await openEngine({ codeRunner: python.runner(), models: () => builtInAnalyst() });
  const file = await client.files.create({ file: await toFile(Buffer.from(content), name), purpose: 'assistants' });
  const assistant = await client.beta.assistants.create({ model: 'built-in', tools });
  const thread = await client.beta.threads.create({});
  const ask = async (content: string, attached = false) => {
    const attachments = attached ? [{ file_id: file.id, tools }] : [];
    await client.beta.threads.messages.create(thread.id, { role: 'user', content, attachments });
    const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    const steps = (await client.beta.threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' })).data;
    const code = steps.flatMap(({ step_details }) =>
      step_details.type === 'tool_calls'
        ? step_details.tool_calls.flatMap((call) => (call.type === 'code_interpreter' ? [call.code_interpreter] : []))
        : [],
    );
    const printed = code.map(({ outputs }) =>
      outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join(''),
    );
    const [message] = (await client.beta.threads.messages.list(thread.id)).data;
    const text = (message?.content ?? []).map((part) => (part.type === 'text' ? part.text.value : '')).join('');
    const lines = (printed[1] ?? '')
      .trim()
      .split('\n')
      .slice(1)
      .map((line): unknown[] => JSON.parse(line));
    return { status: run.status, code: code.map(({ input }) => input), lines, text };
  };
  return ask;
}

const cents = ({ amount }: Sale): number => Math.round(Number(amount) * 100);
const total = (rows: readonly Sale[]): number => rows.reduce((sum, row) => sum + cents(row), 0) / 100;
const of = (region: string): Sale[] => sales.filter((row) => row.region === region);
const known = (rows: readonly Sale[]): Sale[] => rows.filter(({ amount }) => amount !== '');
const numbers = (lines: readonly unknown[][]): unknown[][] =>
  lines.map((line) => line.map((cell) => (typeof cell === 'string' && /^-?[\d.]+$/.test(cell) ? Number(cell) : cell)));

describe('a CSV that was given to code, over the protocol', needs(DENO), () => {
  it('is asked in plain English, and the code that answers is shown', async () => {
    const ask = await desk('sales.csv', csv);
    const answer = await ask('total amount by region', true);
    expect(answer.status).toBe('completed');
    expect(numbers(answer.lines)).toEqual([
      ['East', total(of('East'))],
      ['West', total(of('West'))],
      ['North', null],
    ]);
    expect(answer.code).toHaveLength(2);
    expect(answer.code[1]).toContain('/mnt/data/sales.csv');
    expect(answer.text).toContain('East');
    expect(answer.text).toContain('20.20');
    expect(answer.text).toContain('1 row of the data has no amount');
  });

  const questions: [question: string, lines: unknown[][]][] = [
    ['total amount', [[total(sales)]]],
    ['how many rows are there', [[sales.length]]],
    ['average amount in West', [[total(of('West')) / 3]]],
    [
      'total amount by month',
      [
        ['2024-01-01', 30.3],
        ['2024-02-01', 5.05],
        ['2025-01-01', 0.7],
      ],
    ],
    ['total amount in 2024 without returned', [[15.15]]],
    ['median amount', [[(5.05 + 10.1) / 2]]],
    [
      'number of rows per region',
      [
        ['West', 3],
        ['East', 1],
        ['North', 1],
      ],
    ],
    ['top 1 product by total amount', [['Desk', 25.25]]],
    [
      'share of amount by product',
      [
        ['Desk', 25.25, 25.25 / 36.05],
        ['Lamp "XL"', 10.1, 10.1 / 36.05],
        ['Müsli, süß', 0.7, 0.7 / 36.05],
      ],
    ],
    ['average amount per day', [[total(sales) / known(sales).length]]],
    ['missing values in amount', [[1]]],
  ];
  it('gives the figures of the file, whatever is asked', async () => {
    const ask = await desk('sales.csv', csv);
    for (const [at, [question, lines]] of questions.entries()) {
      const answer = await ask(question, at === 0);
      const given = numbers(answer.lines);
      expect(given.length, `${question}: ${answer.text}`).toBe(lines.length);
      for (const [row, cells] of lines.entries())
        for (const [column, cell] of cells.entries()) {
          const actual = given[row]?.[column];
          if (typeof cell === 'number') expect(actual, `${question}: ${answer.text}`).toBeCloseTo(cell, 9);
          else expect(actual, question).toBe(cell);
        }
    }
  }, 60_000);

  it('goes on from the question before', async () => {
    const ask = await desk('sales.csv', csv);
    await ask('total amount by region', true);
    const next = await ask('and only for 2025?');
    expect(numbers(next.lines)).toEqual([['West', 0.7]]);
  });

  it('with semicolons and decimal commas is read as it is meant', async () => {
    const ask = await desk('umsatz.csv', 'Region;Umsatz\nNord;1.234,50\nSüd;10,25\nNord;0,25\n');
    const answer = await ask('total Umsatz by Region', true);
    expect(numbers(answer.lines)).toEqual([
      ['Nord', 1234.75],
      ['Süd', 10.25],
    ]);
  });

  it('is not answered with something else where it is not understood, or no code is there for it', async () => {
    const ask = await desk('sales.csv', csv);
    const odd = await ask('total amount by shoe size', true);
    expect(odd.code).toHaveLength(1);
    expect(odd.text).toContain('shoe');
    const hard = await ask('growth of total amount by month');
    expect(hard.code).toHaveLength(1);
    expect(hard.text).toMatch(/no Python is written/);
  });

  it('that is none is named, and no figure comes of it', async () => {
    const ask = await desk('empty.csv', '');
    const answer = await ask('total amount', true);
    expect(answer.status).toBe('completed');
    expect(answer.lines).toEqual([]);
  });
});
