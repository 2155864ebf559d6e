import { describe, expect, it, onTestFinished } from 'vitest';
import { type AnswerReport, answerOf } from '../../../src/main/shells/headless/answer';
import { asText } from '../../../src/main/shells/headless/print';
import type { Citation } from '../../../src/preload/contract';
import { noBytes } from '../../../src/preload/contract/ledger';
import { english } from '../../../src/preload/words';
import { addData, ask, openTestApp } from '../../support/app';
import { connect } from '../../support/connected-app';
import { message } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';
import { listeningUpstream } from '../../support/upstream';

const cites = (name: string, start: number): Citation => ({
  ...{ part: 0, start, end: start + 3, number: 1, documentId: null, name, quote: `words of ${name}` },
  place: { page: 2, sheet: null, line: 4, start: 10, end: 20 },
});

describe('what a command prints of an answer', () => {
  it('numbers the sources of all its messages together', () => {
    const of = (id: string, name: string) =>
      message(id, {
        role: 'assistant',
        parts: [{ type: 'text', text: `Said by ${name}【a】.` }],
        citations: [cites(name, `Said by ${name}`.length)],
      });
    const { answer, sources } = answerOf([of('1', 'a.pdf'), of('2', 'b.pdf'), of('3', 'a.pdf')], english);
    expect(answer).toBe('Said by a.pdf [1].\n\nSaid by b.pdf [2].\n\nSaid by a.pdf [1].');
    expect(sources.map(({ number, file, page }) => [number, file, page])).toEqual([
      [1, 'a.pdf', 2],
      [2, 'b.pdf', 2],
    ]);
  });

  it('says in the place of a picture why it is not there', () => {
    const gone = { type: 'gone', path: null, reason: 'too_large' } as const;
    const { answer } = answerOf([message('1', { parts: [{ type: 'text', text: 'See this:' }, gone] })], english);
    expect(answer).toBe(`See this:\n\n${english.file.gone(gone)}`);
  });

  it('gives a terminal nothing that it would act on, whatever the data and the answer hold', () => {
    const hostile = '\u001b]0;title\u0007\u001b[2J\u009b31m\r\u0008\u202egnp';
    const answer: AnswerReport = {
      ...{ thread_id: 't', run_id: 'r', status: 'failed', answered: false, declined: null, ending: null, usage: null },
      ...{ model: hostile, instead_of: null, sent: noBytes },
      ...{ caveats: [], offers: [], unverified: [], sources: [], charts: [], steps: [] },
      error: hostile,
      reading: hostile,
      answer: `Said ${hostile}.`,
      table: { columns: [{ name: hostile, type: 'text' }], rows: [[hostile], ['two\nlines']] },
    };
    const text = asText(answer, english);
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    expect(text).toContain('two lines');
    expect(text).toContain('[2J');
  });
});

it('gives the table that the figures of the answer come from, whatever the model looked up after it', async () => {
  const { upstream, baseUrl } = await listeningUpstream();
  const query = (sql: string) => ({ calls: [{ name: 'query_data', arguments: { sql } }] });
  upstream.script(
    query('SELECT city, sum(sales) AS sales FROM shops GROUP BY city ORDER BY city'),
    query('SELECT count(*) AS shops FROM shops'),
    { text: 'Lisbon sold for 1230 and Turin for 455.' },
  );
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  await connect(app, baseUrl, { api: 'chat' });
  const { id } = await addData(app, 'shops.csv', 'city,sales\nLisbon,1000\nLisbon,230\nTurin,455\n');
  const { table } = await ask(app, 'Sales of each city?', { datasetIds: [id] });
  expect(table?.rows.map((row) => row.map(String))).toEqual([
    ['Lisbon', '1230'],
    ['Turin', '455'],
  ]);
});
