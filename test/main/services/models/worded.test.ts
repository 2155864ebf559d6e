import { describe, expect, it } from 'vitest';
import { collectAnswer } from '../../../../src/main/shells/headless/answer';
import type { RunId } from '../../../../src/preload/contract';
import { english } from '../../../../src/preload/words';
import { addData, ask } from '../../../support/app';
import { openAskedByName } from '../../../support/asked-by-name';
import { connect } from '../../../support/connected-app';
import { listeningUpstream, type Script } from '../../../support/upstream';

const CSV = 'region,amount\nWest,30\nEast,12\nWest,8\n';
const NO_TOOLS = { status: 400, error: { error: { message: 'scripted does not support tools', code: null } } };

/** A model that turns out to refuse tools when it is asked, and what comes of asking it again. */
async function askedAgain(question: string, scripts: readonly Script[], boundary: 'results' | 'schema' = 'results') {
  const { upstream, baseUrl } = await listeningUpstream({ models: ['scripted'] });
  upstream.script(NO_TOOLS, ...scripts);
  const { app } = await openAskedByName();
  const { connection, answerer } = await connect(app, baseUrl, { api: 'chat', name: 'Local' });
  await app.services.connections.update({ connectionId: connection.id, boundary });
  const { id } = await addData(app, 'sales.csv', CSV);
  const refused = await ask(app, question, { datasetIds: [id] });
  const offers = app.services.runs.offers({ runId: refused.run_id as RunId });
  const again = await app.services.runs.retry({ threadId: refused.thread_id as never, answerer });
  await app.services.runs.finished(again.id);
  const answer = await collectAnswer(app.services, again, english);
  const sent = upstream.turns.slice(1).map(({ json }) => json);
  return { upstream, answerer, refused, offers, answer, sent };
}

const textIn = (body: { messages: { content: unknown }[] }): string => JSON.stringify(body.messages);

describe('a model that cannot call tools', () => {
  it('is offered to word what the built-in analyst computes, which then does, and both are told', async () => {
    const { answerer, refused, offers, answer, sent } = await askedAgain('Total amount by region', [
      { text: 'West leads with 38, East has 12.', usage: { input: 90, cached: 0, output: 11 } },
    ]);
    expect(refused.ending).toMatchObject({ code: 'unsupported' });
    expect(offers[0]).toEqual({ answerer, connection: 'Local', name: 'scripted' });
    expect(answer).toMatchObject({ answered: true, model: 'scripted', error: null, unverified: [] });
    expect(answer.answer).toMatch(/^West leads with 38, East has 12\./);
    expect(answer.table?.rows).toEqual([
      ['West', 38],
      ['East', 12],
    ]);
    expect(answer.reading).not.toBeNull();
    expect(answer.caveats).toMatchObject([{ code: 'worded', model: 'scripted', question: null, answer: true }]);
    expect(answer.usage).toMatchObject({ prompt_tokens: 90, completion_tokens: 11 });
    expect(sent).toHaveLength(1);
    expect(Object.keys(sent[0])).not.toContain('tools');
    expect(sent[0].messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
    expect(textIn(sent[0])).toContain('Result of analyze');
    expect(answer.sent.results).toBeGreaterThan(0);
  });

  it('puts a question in other words that the analyst did not understand, and figures are the analyst’s', async () => {
    const { answer, sent } = await askedAgain('Wieviel Kohle floss je Gebiet so durchschnittlich rein?', [
      { text: '"average amount by region"\n' },
      { text: 'West brought 19 on average.' },
    ]);
    expect(sent).toHaveLength(2);
    expect(answer).toMatchObject({ answered: true, unverified: [] });
    expect(answer.table?.rows).toEqual([
      ['West', 19],
      ['East', 12],
    ]);
    expect(answer.caveats).toMatchObject([{ code: 'worded', question: 'average amount by region', answer: true }]);
  });

  it('has its own figures marked', async () => {
    const guess = { text: 'West leads with 4,711.' };
    const { answer } = await askedAgain('Total amount by region', [guess, guess]);
    expect(answer.unverified).toEqual(['4,711']);
  });

  it.each([{ text: 'NONE' }, { text: 'zorp the blixt' }])(
    'that has no better words ($text) leaves it at why nothing was computed',
    async (script) => {
      const { answer, sent } = await askedAgain('How is the flurb of snood?', [script]);
      expect(sent).toHaveLength(1);
      expect(answer).toMatchObject({ answered: false, status: 'completed' });
      expect(answer.declined).not.toBeNull();
      expect(answer.caveats.find(({ code }) => code === 'worded')).toMatchObject({ question: null, answer: false });
    },
  );

  it('is not asked for words where no values may go to it', async () => {
    const { answer, sent } = await askedAgain('Total amount by region', [], 'schema');
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({ answered: true });
    expect(answer.caveats).toMatchObject([{ code: 'worded', answer: false }]);
  });
});
