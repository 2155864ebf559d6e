import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { declineFacts } from '../../../src/main/engine/models/built-in/answer/decline';
import { suggestions } from '../../../src/main/engine/models/built-in/answer/suggestions';
import { definitionsOf } from '../../../src/main/engine/models/built-in/described';
import { filled } from '../../../src/main/engine/models/built-in/reader/computable';
import { understand } from '../../../src/main/engine/models/built-in/reader/understand';
import { Vocabulary } from '../../../src/main/engine/models/built-in/reader/vocabulary';
import { check, compile } from '../../../src/main/query';
import { DescribeDataOutput } from '../../../src/preload/contract/data-tools';
import { Query } from '../../../src/preload/contract/query';
import { english, german, suggestionText } from '../../../src/preload/words';
import { declines } from '../../support/analyst/declines';
import * as profiles from '../../support/analyst/profiles';
import { needs, WHOLE } from '../../support/needs';
import { randomFrom } from '../../support/random';
import { sweep } from '../../support/sweep';

const files: Record<string, profiles.Described> = {
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
const known = readFileSync('test/support/analyst/readings.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): { file: string; question: string; query: unknown } => JSON.parse(line));
const declined = Object.entries(declines).flatMap(([file, list]) => list.map((question) => ({ file, question })));

const scopes = new Map(
  Object.entries(files).map(([name, dataset]) => {
    const definitions = definitionsOf(DescribeDataOutput.parse({ datasets: [dataset] }).datasets);
    return [name, { definitions, vocabulary: new Vocabulary(definitions) }];
  }),
);
function scopeOf(file: string) {
  const scope = scopes.get(file);
  if (!scope) throw new RangeError(`no file ${file}`);
  return scope;
}
function read(file: string, question: string) {
  const { definitions, vocabulary } = scopeOf(file);
  return understand(definitions, [question], vocabulary);
}
function queryOf(file: string, question: string): Query | null {
  const found = read(file, question);
  return found.kind === 'query' ? found.query : null;
}

describe('how questions are read', () => {
  it.each(known)('$file: $question', ({ file, question, query }) => {
    expect(queryOf(file, question)).toEqual(Query.parse(query));
  });

  it('takes no notice of closing marks and blanks, nor of capitals', needs(WHOLE), () => {
    for (const { file, question, query } of known) {
      const end = /[?.]$/.test(question) ? '' : '?';
      expect(queryOf(file, `  ${question} ${end}`), question).toEqual(query);
      if (!/["'“]/.test(question)) expect(queryOf(file, question.toUpperCase()), question).toEqual(query);
    }
  });
});

describe('what is not answered', () => {
  it.each(declined)('$file: $question', ({ file, question }) => {
    const found = read(file, question);
    if (found.kind === 'query' || found.kind === 'help' || found.kind === 'overview' || found.kind === 'columns')
      throw new Error(`read as ${found.kind}: ${JSON.stringify(found.kind === 'query' && found.query)}`);
    const facts = declineFacts(scopeOf(file).definitions, found, question);
    const readings = facts.flatMap((fact) =>
      fact.code === 'which_reading' || fact.code === 'near_readings' ? fact.readings : [],
    );
    for (const { query } of readings) expect(check(query, scopeOf(file).definitions)).toEqual([]);
    const offers = facts.flatMap((fact) => (fact.code === 'offers' ? fact.questions : []));
    expect(offers).toHaveLength(readings.length > 0 ? 0 : 3);
    for (const offer of offers) expect(read(file, offer).kind, offer).toBe('query');
  });

  it('names the words it does not know', () => {
    expect(read('sales', 'sales by shoe size')).toMatchObject({ kind: 'unknown', words: ['shoe'] });
  });
});

describe('whatever is asked', () => {
  const random = randomFrom(7);
  const words = [
    ...known.flatMap((one) => one.question.split(' ')),
    ...['(', '"', "'", ';--', '%', '9999999999999999999999', '-5', '2024-13-45', '\u202e', '😀', '*', '`'],
  ];

  it('comes to a query that can be computed or to a reason, the same one each time', () => {
    const nonsense = () => Array.from({ length: 1 + random.below(9) }, () => random.pick(words));
    const nearly = (file: string) => {
      const asked = random.pick(known.filter((one) => one.file === file)).question.split(' ');
      return asked.with(random.below(asked.length), random.pick(words));
    };
    const comes = { query: 0, other: 0 };
    for (const round of sweep([...Array(500).keys()], 3)) {
      const { file } = random.pick(known);
      const question = (round % 2 === 0 ? nonsense() : nearly(file)).join(' ');
      const found = read(file, question);
      expect(read(file, question), question).toEqual(found);
      comes[found.kind === 'query' ? 'query' : 'other'] += 1;
      if (found.kind !== 'query') continue;
      const { definitions } = scopeOf(file);
      const query = filled(found.query, '1');
      expect(check(query, definitions), question).toEqual([]);
      const { sql, columns } = compile(query, definitions);
      expect(new Set(columns.map(({ name }) => name.toLowerCase())).size).toBe(columns.length);
      expect(quotesAreEven(sql), sql).toBe(true);
    }
    expect(comes.query).toBeGreaterThan(50);
    expect(comes.other).toBeGreaterThan(50);
  });

  it('offers three questions for any data that has rows', () => {
    for (const { definitions } of scopes.values()) expect(suggestions(definitions)).toHaveLength(3);
    for (const [file, { definitions }] of scopes)
      for (const suggestion of suggestions(definitions, [], 6)) {
        const [asked, gefragt] = [english, german].map((words) => suggestionText(words, suggestion));
        expect(queryOf(file, gefragt ?? ''), gefragt).toEqual(queryOf(file, asked ?? ''));
      }
    const lonely = profiles.described('notes.csv', 3, [profiles.words('note', ['a', 'b'], { role: 'text' })]);
    const { datasets } = DescribeDataOutput.parse({ datasets: [lonely] });
    expect(suggestions(definitionsOf(datasets))).toHaveLength(3);
  });
});

/** Outside of quotes nothing stands that a name or a value could have brought in. */
function quotesAreEven(sql: string): boolean {
  const bare = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '');
  return !/['";]|--/.test(bare);
}
