import { describe, expect, it } from 'vitest';
import type { Tool } from '../../../src/main/engine/ports';
import { sales } from '../../support/analyst/profiles';
import { respond } from '../../support/analyst/respond';
import { analystApp } from '../../support/app';
import { asks } from '../../support/models/turns';

/** Names that every object of JavaScript answers to. */
const NAMES = ['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'prototype'];

const VALUES = ['toString', 'valueOf', 'hasOwnProperty', 'prototype'];
const csv = [
  'constructor,__proto__,amount',
  ...VALUES.flatMap((value, index) => [`${value},${index + 1},${index + 1}`, `${value},${index},10`]),
].join('\n');

describe('data whose columns and values are called as JavaScript calls its own', () => {
  const { ask } = analystApp();

  it.each<[string, (string | number)[][]]>([
    ['total amount by constructor', VALUES.map((value, index) => [value, 11 + index])],
    ['total amount where constructor is toString', [[11]]],
    ['total amount for valueOf', [[12]]],
    ['average __proto__', [[2]]],
    [
      'top 2 constructor by amount',
      [
        ['prototype', 14],
        ['hasOwnProperty', 13],
      ],
    ],
  ])('answer %s', async (question, rows) => {
    const { status, table } = await ask('names.csv', () => csv, question);
    expect(status).toBe('completed');
    const cells = (table?.rows ?? []).map((row) =>
      row.map((cell) => (/^[\d.]+$/.test(String(cell)) ? Number(cell) : cell)),
    );
    expect(cells.toSorted()).toEqual(rows.toSorted());
  });
});

describe('questions with words that JavaScript knows', () => {
  const dataTools = ['describe_data', 'analyze', 'make_chart'].map(
    (name): Tool => ({ type: 'function', function: { name } }),
  );
  const questions = [
    'total amount by region',
    'top 5 products by amount in 2025',
    'orders over 5000 EUR since March',
    'average price not in West, by month',
    'fastest growth of amount vs last year',
    'two hundred thousand rows',
    "which regions don't have returns",
    '3-month moving average of sales ytd',
    '90th percentile of amount',
    'longest orders, zero quantity',
  ];
  const described = [
    { type: 'function_call' as const, callId: 'c1', name: 'describe_data', arguments: '{}' },
    { type: 'function_output' as const, callId: 'c1', output: JSON.stringify({ datasets: [sales] }) },
  ];

  it.each(questions)('are read wherever the word stands: %s', async (question) => {
    const words = question.split(' ');
    // Each name in each question, at every third place, so that each place has two or three of them.
    for (const [index, name] of NAMES.entries())
      for (let at = index % 3; at <= words.length; at += 3) {
        const text = words.toSpliced(at, 0, name).join(' ');
        const { events } = await respond([asks(text), ...described], dataTools);
        expect(events.at(-1), text).toMatchObject({ type: 'done', reason: expect.stringMatching(/stop|calls/) });
      }
  });
});

describe('functions and parameters that JavaScript knows', () => {
  const fn = (name: string, parameter: string): Tool => ({
    type: 'function',
    function: {
      name,
      description: 'Tells the weather in a city',
      parameters: { type: 'object', properties: { [parameter]: { type: 'string' } }, required: [parameter] },
    },
  });

  it.each(NAMES)('are called: %s', async (name) => {
    const toolChoice = { type: 'function' as const, function: { name } };
    const { calls } = await respond([asks('What is the weather in Paris?')], [fn(name, 'city')], { toolChoice });
    expect(calls).toEqual([[name, { city: 'Paris' }]]);
  });

  it.each(NAMES.filter((name) => name !== '__proto__'))('are filled in, or asked for: %s', async (name) => {
    const { calls } = await respond([asks('get the weather in Paris')], [fn('get_weather', name)]);
    expect(calls).toEqual([['get_weather', { [name]: 'Paris' }]]);
    const { text } = await respond([asks('get the weather')], [fn('get_weather', name)]);
    expect(text.replaceAll('\\', '')).toContain(`- ${name}`);
  });
});
