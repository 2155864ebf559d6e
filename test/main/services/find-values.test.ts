import { describe, expect, it } from 'vitest';
import { derive } from '../../../src/main/query';
import { findValues } from '../../../src/main/services/data-tools/find-values';
import { dataEngine } from '../../support/data-engine';

const data = dataEngine();

async function lookIn(content: string) {
  const { profile, source } = await data.read(content);
  const definitions = derive({ profile, table: 'data', source: 'data.csv' });
  const run = (sql: string) => data.engine().query({ sources: [source], sql, maxRows: 10_000, timeoutMs: 20_000 });
  return async (...words: string[]) => {
    const { values, truncated } = await findValues(words, [definitions], run);
    return {
      truncated,
      found: values.map(({ word, field, value, count, match }) => [word, field, value, count, match]),
    };
  };
}

const CARS = `car name,city,n
ford fiesta,Paris,1
ford focus,Köln,2
Opel Corsa,Paris,3
vw golf,"O'Hara, East",4
`;

describe('words are found among values', () => {
  it.each<[string, string, unknown[][]]>([
    ['as they are', 'Paris', [['city', 'Paris', 2, 'exact']]],
    ['in any case', 'paris', [['city', 'Paris', 2, 'case']]],
    [
      'as the beginning of one of their words',
      'Ford',
      [
        ['car name', 'ford fiesta', 1, 'part'],
        ['car name', 'ford focus', 1, 'part'],
      ],
    ],
    ['as a word inside', 'Corsa', [['car name', 'Opel Corsa', 1, 'part']]],
    ['in the plural', 'Golfs', [['car name', 'vw golf', 1, 'part']]],
    ['with a wrong letter', 'Fiesto', [['car name', 'ford fiesta', 1, 'spelling']]],
    ['with a letter missing', 'Pars', [['city', 'Paris', 2, 'spelling']]],
    ['with quotes in them', "O'Hara", [['city', "O'Hara, East", 1, 'part']]],
    ['with another script of letters', 'köln', [['city', 'Köln', 1, 'case']]],
    ['or not at all', 'zebra', []],
    ['and not by their middle', 'ies', []],
  ])('%s: %s', async (_how, word, expected) => {
    const { found } = await (await lookIn(CARS))(word);
    expect(found.map(([, ...rest]) => rest)).toEqual(expected);
  });

  it('each of several words has its own', async () => {
    const { found } = await (await lookIn(CARS))('Paris', 'golf', 'Paris');
    expect(found.map(([word, , value]) => [word, value])).toEqual([
      ['Paris', 'Paris'],
      ['golf', 'vw golf'],
    ]);
  });

  it.each(["'; DROP TABLE data; --", '.*', '\\', '(', '%', '"', '\u0000'])(
    '%j is a word like any other',
    async (word) => {
      expect((await (await lookIn(CARS))(word)).found).toEqual([]);
    },
  );
});

it('of very many values the best few are told, and that there are more', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => `Customer ${at} of ${at % 2 ? 'Ohio' : 'Iowa'},${at}`);
  const look = await lookIn(`name,n\nOhio,0\n${rows.join('\n')}\n`);
  const { found, truncated } = await look('ohio', 'Costumer', 'Ohiio');
  expect(found[0]).toEqual(['ohio', 'name', 'Ohio', 1, 'case']);
  expect(truncated).toBe(true);
  expect(found.length).toBeLessThanOrEqual(24);
  expect(found.filter(([word]) => word === 'Costumer').map(([, , , , match]) => match)).toContain('spelling');
});
