import { describe, expect, it } from 'vitest';
import type { FieldRef, ValueRef } from '../../../src/main/engine/models/built-in/reader/terms';
import { stemsOf, tokensOf } from '../../../src/main/engine/models/built-in/reader/tokens';
import { Vocabulary } from '../../../src/main/engine/models/built-in/reader/vocabulary';
import { derive } from '../../../src/main/query/definitions';
import { PUBLIC_FILES, type PublicFile } from '../../support/analyst/public-files';
import { dataEngine } from '../../support/data-engine';

const data = dataEngine();

/** Thirty rows, in which columns that number the rows have another value each time. */
function rowsOf({ header, rows, unique }: PublicFile): string[] {
  const sign = header.includes(';') ? ';' : ',';
  const numbered = header.split(sign).map((column) => unique.includes(column));
  return Array.from({ length: 30 }, (_, at) =>
    (rows[at % rows.length] ?? '')
      .split(sign)
      .map((cell, index) => (numbered[index] ? `${cell}${at}` : cell))
      .join(sign),
  );
}

const read = new Map<string, Promise<Vocabulary>>();
const vocabularyOf = (file: PublicFile): Promise<Vocabulary> => {
  const known = read.get(file.source) ?? vocabularyIn(file);
  read.set(file.source, known);
  return known;
};
async function vocabularyIn(file: PublicFile): Promise<Vocabulary> {
  const { profile } = await data.read(`${[file.header, ...rowsOf(file)].join('\n')}\n`, file.source);
  return new Vocabulary([derive({ profile, table: 'data', source: file.source })]);
}

/** What a phrase stands for, the likeliest first. */
async function meaningsOf(said: string, file: PublicFile) {
  const text = tokensOf(said).map((token) => token.text);
  return (await vocabularyOf(file)).find(stemsOf(said), text.join(' ')).toSorted((a, b) => a.cost - b.cost);
}

describe.each(PUBLIC_FILES)('$source', (file) => {
  it.each(file.columns)('calls $said what stands in $column', async ({ said, column }) => {
    const found = (await meaningsOf(said, file)).filter(({ category }) => category === 'field');
    expect(found.map(({ meaning }) => (meaning as FieldRef).field)[0]).toBe(column);
  });

  it.each(file.values)('takes $said for $column: $value', async ({ said, column, value }) => {
    const [first] = (await meaningsOf(said, file)).filter(
      ({ category }) => category === 'value' || category === 'field',
    );
    // By its own name a column of yes and no is asked for where it says yes.
    const isName = first?.category === 'field' && /^(?:yes|y|1)$/i.test(value);
    const meant = first?.meaning as ValueRef | undefined;
    expect(meant?.field).toBe(column);
    // Yes and no are read as true and false.
    if (!isName)
      expect(meant?.values.map((one) => ({ true: '1', false: '0', Yes: '1', No: '0' })[one] ?? one)).toEqual([
        { Yes: '1', No: '0' }[value] ?? value,
      ]);
  });

  it.each(file.things.map((thing) => ({ thing })))('has rows that are $thing', async ({ thing }) => {
    expect((await meaningsOf(thing, file))[0]).toMatchObject({ category: 'entity' });
  });
});
