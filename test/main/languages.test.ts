import { afterEach, expect, it } from 'vitest';
import { ENGLISH, english, factWords, german, readingLine, setLocale, type Words } from '../../src/preload/words';
import { addData, ask, openTestApp } from '../support/app';
import { tempFolder } from '../support/temp-folder';

afterEach(() => setLocale(ENGLISH));

const ROWS = 'month,region,amount\n2025-01-01,West,1234.5\n2025-02-01,East,2500.25\n2025-02-01,West,100\n';

/** What the window says of an answer that is kept: its first sentence, and how the question was read. */
async function told(question: string) {
  const app = await openTestApp(tempFolder());
  const { id } = await addData(app, 'sales.csv', ROWS);
  const { thread_id } = await ask(app, question, { datasetIds: [id] });
  const threadId = thread_id as never;
  const { messages } = await app.services.threads.messages({ threadId, limit: 10 });
  const headline = messages.flatMap(({ facts }) => facts.filter(({ fact }) => fact.code === 'headline'))[0];
  const calls = app.services.runs.ofThread({ threadId }).flatMap(({ steps }) => steps.flatMap((step) => step.calls));
  const query = calls.findLast((call) => call.query)?.query?.query;
  if (!headline || !query) throw new Error('there is no answer');
  const reading = await app.services.queries.read({ threadId, datasetIds: [], query });
  const linked = messages.flatMap(({ numbers }) => numbers);
  await app.close();
  return {
    linked,
    in: (words: Words) => [factWords(words, headline.fact), readingLine(words, reading)],
  };
}

it('tells an answer in the language of the window, whichever the question is in', async () => {
  const [asked, gefragt] = [await told('total amount by month'), await told('Summe amount nach Monat')];
  for (const answer of [asked, gefragt]) {
    setLocale({ language: 'de', numbers: 'de-DE' });
    expect(answer.in(german)).toEqual([
      expect.stringMatching(/am höchsten: Februar 2025 mit 2\.600,25, am niedrigsten: Januar 2025 mit 1\.234,50\.$/),
      expect.stringMatching(/^Amount nach Monat/),
    ]);
    setLocale(ENGLISH);
    expect(answer.in(english)).toEqual([
      expect.stringMatching(/is highest in February 2025: 2,600\.25, lowest in January 2025: 1,234\.50\.$/),
      expect.stringMatching(/^Amount by month/),
    ]);
    expect(answer.linked).toHaveLength(2);
  }
});
