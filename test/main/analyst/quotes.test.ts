import { expect, test } from 'vitest';
import { documentReading, quotesFor } from '../../../src/main/engine/models/built-in/documents';
import type { CitablePassage } from '../../../src/main/engine/ports';

const passage = (text: string, number = 0): CitablePassage => ({
  storeId: 'vs_1',
  fileId: 'file-1',
  filename: 'handbook.pdf',
  score: 0.5,
  attributes: {},
  text,
  chunk: number,
  place: { page: 2, line: 1, start: 0, end: text.length },
  why: {},
  marker: `【0:${number}†source】`,
});
const quoted = (question: string, text: string): string[] =>
  [...(quotesFor(question, [passage(text)]) ?? '').matchAll(/“([^”]*)”/g)].map((match) => match[1] ?? '');

test.each([
  [
    'a sentence that the paper broke',
    'Gulls are counted twice a year.\nStorks nest on the\nlighthouse in spring. They leave in autumn.',
    ['Storks nest on the lighthouse in spring.'],
  ],
  [
    'a broken sentence that goes on with a name',
    'The oldest keeper of this coast, who has seen many storks that nest here, is called\nAda Lovelace and lives in the tower by the northern rocks, where the ferry does not go.',
    [
      'The oldest keeper of this coast, who has seen many storks that nest here, is called Ada Lovelace and lives in the tower by the northern rocks, where the ferry does not go.',
    ],
  ],
  [
    'one item of a list',
    'Storks nest here:\n- storks nest high\n- gulls sleep low',
    ['Storks nest here:', '- storks nest high'],
  ],
  ['one row of a sheet', 'Bird\tNests\nStorks nest\t4\ngulls\t12', ['Storks nest 4']],
  ['a sentence apart from its heading', 'Storks\n\nThey nest in the north.', ['They nest in the north.']],
])('%s is quoted whole', (_, text, sentences) => {
  expect(quoted('Where do storks nest?', text)).toEqual(sentences);
});

test('what was looked for is said, without the words that every question has', () => {
  expect(documentReading('Where do the storks nest, and *when*?')).toEqual({
    code: 'reading',
    text: 'passages about storks, nest',
  });
});
