import { describe, expect, it } from 'vitest';
import { declineFacts } from '../../../src/main/engine/models/built-in/answer/decline';
import { suggestions } from '../../../src/main/engine/models/built-in/answer/suggestions';
import { read, scopeOf } from '../../../src/main/engine/models/built-in/question/read';
import { readingOf } from '../../../src/main/engine/models/built-in/question/reading';
import { queriesOf } from '../../../src/main/engine/models/built-in/sql';
import { declines } from '../../support/analyst/declines';
import * as profiles from '../../support/analyst/profiles';
import { readings as otherReadings } from '../../support/analyst/readings-others';
import { readings as salesReadings } from '../../support/analyst/readings-sales';
import { randomFrom } from '../../support/random';

const files = {
  sales: profiles.sales,
  employees: profiles.employees,
  survey: profiles.survey,
  tickets: profiles.tickets,
  sensors: profiles.sensors,
  invoices: profiles.invoices,
  shipments: profiles.shipments,
  stock: profiles.stock,
  plans: profiles.plans,
  deals: profiles.deals,
};
type File = keyof typeof files;
const scopes = new Map(Object.entries(files).map(([name, dataset]) => [name, scopeOf(dataset)]));
const scope = (file: string) => scopes.get(file) ?? scopeOf(profiles.sales);
const readingIn = (file: string, question: string): string | null => {
  const found = read(scope(file), question);
  return found.kind === 'question' ? readingOf(found.question, scope(file).dataset) : null;
};

const offersOf = (file: string, question: string): string[] => {
  const found = read(scope(file), question);
  const facts = found.kind === 'decline' ? declineFacts(scope(file), found.decline) : [];
  return facts.flatMap((fact) => (fact.code === 'offers' ? fact.questions : []));
};

const known = Object.entries({ ...otherReadings, ...salesReadings }).flatMap(([file, list]) =>
  list.map(([question, reading]) => ({ file: file as File, question, reading })),
);
const declined = Object.entries(declines).flatMap(([file, list]) =>
  list.map((question) => ({ file: file as File, question })),
);

describe('how questions are read', () => {
  it.each(known)('$file: $question', ({ file, question, reading }) => {
    expect(readingIn(file, question)).toBe(reading);
  });

  it('takes no notice of case, closing marks and blanks', () => {
    for (const { file, question, reading } of known) {
      const quoted = /["'“]/.test(question);
      expect(
        readingIn(file, `  ${quoted ? question : question.toUpperCase()} ${/[?.]$/.test(question) ? '' : '?'}`),
        question,
      ).toBe(reading);
    }
  });
});

describe('what is not answered', () => {
  it.each(declined)('$file: $question', ({ file, question }) => {
    const found = read(scope(file), question);
    expect(found.kind).toBe('decline');
    const offers = offersOf(file, question);
    expect(offers).toHaveLength(3);
    for (const offer of offers) expect(read(scope(file), offer).kind, offer).toBe('question');
  });

  it.each([
    ['shipments', 'days since last order by country', 'Latest order_date by country'],
    ['shipments', 'how long since the last delivery', 'Latest delivered_date'],
    ['plans', 'departments over budget', 'Total actual and total budget by department'],
    ['plans', 'departments by headcount', 'Average headcount by departments'],
  ])('offers what can be told instead: %s: %s', (file, question, offer) => {
    expect(offersOf(file, question)).toContainEqual(expect.stringContaining(offer));
  });

  it('names the words it does not know', () => {
    const found = read(scope('sales'), 'sales by shoe size');
    expect(found.kind === 'decline' && declineFacts(scope('sales'), found.decline)[0]).toMatchObject({
      reason: 'unknown_words',
      words: ['shoe', 'size'],
    });
  });
});

describe('whatever is asked', () => {
  const random = randomFrom(7);
  const words = [
    ...known.flatMap((one) => one.question.split(' ')),
    '(',
    '"',
    "'",
    ';--',
    '%',
    '9999999999999999999999',
    '-5',
    '2024-13-45',
    '\u202e',
    '😀',
    '*',
    '`',
  ];

  it('comes to a reading or a reason, the same one each time', () => {
    const nonsense = () => Array.from({ length: 1 + random.below(9) }, () => random.pick(words));
    const nearly = (file: string) => {
      const asked = random.pick(known.filter((one) => one.file === file)).question.split(' ');
      return asked.with(random.below(asked.length), random.pick(words));
    };
    const comes = { question: 0, help: 0, decline: 0 };
    for (let round = 0; round < 1_500; round += 1) {
      const file = random.pick(Object.keys(files));
      const question = (round % 2 === 0 ? nonsense() : nearly(file)).join(' ');
      const [first, second] = [read(scope(file), question), read(scope(file), question)];
      expect(second).toEqual(first);
      comes[first.kind] += 1;
      if (first.kind !== 'question') continue;
      const { dataset } = scope(file);
      const queries = queriesOf(first.question, dataset);
      expect(queries[0]?.part).toBe('main');
      for (const query of queries) {
        expect(new Set(query.columns.map((column) => column.name.toLowerCase())).size).toBe(query.columns.length);
        expect(quotesAreEven(query.sql), query.sql).toBe(true);
      }
    }
    expect(comes.question).toBeGreaterThan(150);
    expect(comes.decline).toBeGreaterThan(150);
  });

  it('offers three questions for any data that has rows', () => {
    for (const one of scopes.values()) expect(suggestions(one)).toHaveLength(3);
    const lonely = scopeOf(profiles.described('notes.csv', 3, [profiles.words('note', ['a', 'b'], { role: 'text' })]));
    expect(suggestions(lonely)).toHaveLength(3);
  });
});

/** Outside of quotes nothing stands that a name or a value could have brought in. */
function quotesAreEven(sql: string): boolean {
  const bare = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '');
  return !/['";]|--/.test(bare);
}
