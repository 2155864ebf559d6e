import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { Document, DocumentId, ThreadId } from '../../../../src/preload/contract';
import { readingOf } from '../../../../src/preload/contract/stretches';
import { german } from '../../../../src/preload/words';
import { openTestApp } from '../../../support/app';
import { lockedPdf } from '../../../support/documents/hostile-pdfs';
import { docx, pdf, xlsx } from '../../../support/documents/make';
import { clientOver } from '../../../support/running-app';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';

const SALES = 'date,region,amount\n2025-01-03,West,12.50\n2025-02-03,East,7.25\n';
const HANDBOOK = pdf([
  'Welcome to the lighthouse handbook.',
  'Storks nest on the lighthouse in spring.\nVisitors keep a distance of forty metres.',
]);

/** The app through its gate, as a shell calls it. */
function gate(app: App) {
  const api = clientOver(async (name, input) => {
    const result = await app.dispatch(name, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value;
  });
  const add = async (name: string, content: string | Buffer): Promise<Document> => {
    const file = await app.services.files.add(name, Readable.from([Buffer.from(content)]));
    const { id } = await api.documents.add({ fileId: file.id });
    await app.services.documents.settled(id);
    return api.documents.get({ documentId: id });
  };
  const ask = async (prompt: string, about: { documentIds?: DocumentId[]; threadId?: ThreadId | null } = {}) => {
    const { run, thread, message } = await api.runs.start({ threadId: null, prompt, ...about });
    await app.services.runs.finished(run.id);
    const { messages } = await api.threads.messages({ threadId: thread.id });
    const [last] = (await api.runs.ofThread({ threadId: thread.id })).slice(-1);
    return {
      thread,
      message,
      answer: messages.at(-1),
      calls: last?.steps.flatMap((step) => step.calls) ?? [],
      run: last,
    };
  };
  return { app, api, add, ask };
}

async function ofEngine({ engine }: App, path: string, init?: RequestInit): Promise<unknown> {
  return (await engine?.fetch(`http://engine/v1/${path}`, init))?.json();
}

let app: App | null = null;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
});
afterAll(() => app?.close());
const here = () => gate(app!);

describe('documents', () => {
  it('are read by the server and say what is in them', async () => {
    const { add } = here();
    expect(await add('handbook.pdf', HANDBOOK)).toMatchObject({
      kind: 'pdf',
      status: 'ready',
      parts: { unit: 'page', count: 2 },
      error: null,
    });
    expect(await add('stock.xlsx', xlsx({ Fruit: [['Apple', 3]], Tools: [['Hammer', 7]] }))).toMatchObject({
      parts: { unit: 'sheet', count: 2, names: ['Fruit', 'Tools'] },
    });
    expect(await add('letter.docx', docx(['Dear Ada,']))).toMatchObject({ parts: { unit: 'text', count: 1 } });
  });

  it.each([
    ['scan.pdf', pdf(['', '']), /scanner/, /Scanner.*Text erkennen/],
    ['locked.pdf', lockedPdf('password'), /password/, /Passwort/],
    ['half.pdf', HANDBOOK.subarray(0, 60), /cut off/, /abgeschnitten/],
    ['empty.txt', '', /empty/, /leer/],
    ['blank.txt', ' \n', /no text/, /keinen Text/],
    ['broken.docx', 'no zip', /no such document/, /„.docx“, ist aber kein solches/],
    ['broken.xlsx', Buffer.from('PK\u0003\u0004broken'), /damaged/, /beschädigt/],
    ['notes.key', 'Slides', /“.key” cannot be searched/, /„.key“ sind nicht durchsuchbar/],
    ['letter.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /old Office/, /alter Office-Versionen/],
  ])('that cannot be read say why, in each language: %s', async (name, content, reason, inGerman) => {
    const { add, api } = here();
    const document = await add(name, content);
    expect(document).toMatchObject({ status: 'failed', error: { code: 'unreadable_file' } });
    expect(document.error?.message).toMatch(reason);
    expect(document.error && german.ui.failures.of(document.error)).toMatch(inGerman);
    const again = await api.documents.retry({ documentId: document.id });
    expect(again.status).toBe('reading');
    await app?.services.documents.settled(document.id);
    expect(await api.documents.get({ documentId: document.id })).toMatchObject({ status: 'failed' });
  });

  it('are quoted with the words, their page and their place', async () => {
    const { add, ask, api } = here();
    const { id } = await add('handbook.pdf', HANDBOOK);
    const { answer, calls, thread, message } = await ask('Where do storks nest?', { documentIds: [id] });
    expect(message.attachments).toEqual([{ documentId: id, name: 'handbook.pdf' }]);
    expect(answer && readingOf(answer)).toMatch(/storks/);
    const [citation] = answer?.citations ?? [];
    expect(citation).toMatchObject({
      number: 1,
      documentId: id,
      name: 'handbook.pdf',
      quote: 'Storks nest on the lighthouse in spring.',
      place: { page: 2 },
    });
    const [part] = answer?.parts ?? [];
    const marked = part?.type === 'text' ? part.text.slice(citation?.start, citation?.end) : '';
    expect(marked).toMatch(/^【0:\d+†source】$/);
    const { part: page, line } = await api.documents.locate({ documentId: id, offset: citation?.place?.start ?? -1 });
    const { lines } = await api.documents.lines({ documentId: id, part: page, from: line, limit: 1 });
    expect({ page, lines }).toMatchObject({ page: 1, lines: [{ number: 1, text: citation?.quote }] });
    expect(calls).toMatchObject([{ type: 'file_search', status: 'completed' }]);
    expect(JSON.parse(calls[0]?.input ?? '')).toEqual({ queries: ['Where do storks nest?'] });
    const found = await api.documents.found({ callId: calls[0]!.id });
    expect(found[0]).toMatchObject({ documentId: id, name: 'handbook.pdf', place: { page: 2 } });
    expect(found[0]?.why?.terms).toContain('stork');
    expect((await api.documents.ofThread({ threadId: thread.id })).map((one) => one.id)).toEqual([id]);
  });

  it('are searched for words, whatever their case and however lines are broken', async () => {
    const { add, api } = here();
    const { id } = await add(
      'handbook.pdf',
      pdf(['Storks nest (C++).\nGulls sleep.', 'Nothing.', 'White storks\nnest here. The STORKS nest late.']),
    );
    const found = async (words: string, documentId = id) => {
      const { matches, more } = await api.documents.search({ documentId, words });
      return { more, places: matches.map(({ place, text }) => [place.page, text]) };
    };
    expect(await found(' storks  NEST ')).toEqual({
      more: false,
      places: [
        [1, 'Storks nest'],
        [3, 'storks\nnest'],
        [3, 'STORKS nest'],
      ],
    });
    expect((await found('(c++)')).places).toEqual([[1, '(C++)']]);
    expect((await found('pelican')).places).toEqual([]);

    const { matches } = await api.documents.search({ documentId: id, words: 'nest here' });
    const { part, line } = await api.documents.locate({ documentId: id, offset: matches[0]?.place.start ?? -1 });
    expect((await api.documents.lines({ documentId: id, part, from: line, limit: 1 })).lines[0]?.text).toMatch(/^nest/);

    const many = await add('many.txt', `${'ab '.repeat(400_000)}needle ${'ab '.repeat(1_200)}`);
    expect(await found('needle', many.id)).toMatchObject({ more: false, places: [[null, 'needle']] });
    expect(await found('ab', many.id)).toMatchObject({ more: true, places: { length: 1_000 } });
  });

  it('go on being searched in the thread, beside its data', async () => {
    const { add, ask, api } = here();
    const { id } = await add('handbook.pdf', HANDBOOK);
    const first = await ask('Where do storks nest?', { documentIds: [id] });
    const later = await ask('How far do visitors keep away?', { threadId: first.thread.id });
    expect(later.answer?.citations[0]).toMatchObject({
      documentId: id,
      quote: 'Visitors keep a distance of forty metres.',
    });
    const file = await app!.services.files.add('sales.csv', Readable.from([Buffer.from(SALES)]));
    const [added] = await api.datasets.add({ fileId: file.id });
    const datasetId = added!.id;
    const { run } = await api.runs.start({
      threadId: first.thread.id,
      prompt: 'total amount',
      datasetIds: [datasetId],
    });
    await app?.services.runs.finished(run.id);
    const { messages } = await api.threads.messages({ threadId: first.thread.id });
    expect(JSON.stringify(messages.at(-1)?.parts)).toContain('19.75');
    const last = await ask('Where do storks nest in spring?', { threadId: first.thread.id });
    expect(last.answer?.citations[0]).toMatchObject({ documentId: id });
  });

  it('say so when they do not answer a question', async () => {
    const { add, ask } = here();
    const { id } = await add('handbook.pdf', HANDBOOK);
    const { answer } = await ask('What does the submarine cost?', { documentIds: [id] });
    expect(answer?.citations).toEqual([]);
    expect(JSON.stringify(answer?.parts)).toMatch(/no passage|found nothing/);
  });

  it('show very long lines in pieces that keep their places', async () => {
    const { add, api } = here();
    const text = `first\n${'long '.repeat(1_000)}\nlast`;
    const { id } = await add('wide.txt', text);
    const { lines, total } = await api.documents.lines({ documentId: id, part: 0, from: 0, limit: 100 });
    expect(total).toBe(5);
    expect(lines.map((line) => line.number)).toEqual([1, 2, null, null, 3]);
    for (const line of lines) expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
  });

  it('never cut a character in two', async () => {
    const { add, api } = here();
    const { id } = await add('smiles.txt', `a${'😀'.repeat(1_500)}`);
    const { lines } = await api.documents.lines({ documentId: id, part: 0, from: 0, limit: 10 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.text.isWellFormed())).toBe(true);
    expect(lines.map((line) => line.text).join('')).toBe(`a${'😀'.repeat(1_500)}`);
  });

  it('stay as they were without the engine, citations and all, and are read at the next start when it broke off', async () => {
    const folder = tempFolder();
    const first = gate(await openTestApp(folder));
    const { id } = await first.add('notes.md', '# Birds\n\nStorks nest on the lighthouse.');
    const { thread, answer, calls } = await first.ask('Where do storks nest?', { documentIds: [id] });
    const late = await first.app.services.files.add('late.txt', Readable.from([Buffer.from('Herons wade.')]));
    const unread = await first.api.documents.add({ fileId: late.id });
    await first.app.close();

    const off = gate(await openTestApp(folder, { withEngine: false }));
    const { messages } = await off.api.threads.messages({ threadId: thread.id });
    expect(messages.at(-1)?.citations).toEqual(answer?.citations);
    expect(await off.api.documents.found({ callId: calls[0]!.id })).toHaveLength(1);
    expect((await off.api.documents.lines({ documentId: id, part: 0, from: 2, limit: 1 })).lines).toMatchObject([
      { text: 'Storks nest on the lighthouse.' },
    ]);
    await off.app.services.documents.settled(unread.id);
    expect((await off.api.documents.get({ documentId: unread.id })).error?.message).toMatch(
      /engine is off.*next start/,
    );
    await off.app.close();

    const again = gate(await openTestApp(folder));
    await again.app.services.documents.settled(unread.id);
    expect(await again.api.documents.get({ documentId: unread.id })).toMatchObject({ status: 'ready' });
    await again.app.close();
  });

  it('are sent again when the server has lost them; what was found before still leads to them', async () => {
    const { add, ask, api, app: own } = here();
    const { id } = await add('notes.md', 'Storks nest on the lighthouse.');
    const { calls } = await ask('Where do storks nest?', { documentIds: [id] });
    const { data } = (await ofEngine(own, 'files')) as { data: { id: string }[] };
    for (const file of data) await ofEngine(own, `files/${file.id}`, { method: 'DELETE' });
    const { answer } = await ask('Where do storks nest?', { documentIds: [id] });
    expect(answer?.citations[0]).toMatchObject({ documentId: id });
    expect(await api.documents.found({ callId: calls[0]!.id })).toMatchObject([{ documentId: id }]);
  });

  it('are asked about in a thread for longer than the week that stores of threads last', async () => {
    const { add, ask, app: own } = here();
    const { id } = await add('notes.md', 'Storks nest on the lighthouse.');
    const { thread } = await ask('Where do storks nest?', { documentIds: [id] });
    const remote = (await ofEngine(own, `threads/${thread.id}`)) as {
      tool_resources: { file_search: { vector_store_ids: string[] } };
    };
    const store = await ofEngine(own, `vector_stores/${remote.tool_resources.file_search.vector_store_ids[0]}`);
    expect(store).toMatchObject({ expires_after: null, expires_at: null, file_counts: { total: 1 } });
  });
});
