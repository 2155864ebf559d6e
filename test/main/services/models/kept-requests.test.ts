import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Library } from '../../../../src/main/library';
import { libraryMigrations } from '../../../../src/main/library/migrations';
import { Database } from '../../../../src/main/storage';
import { ask } from '../../../support/app';
import { openAskedByName } from '../../../support/asked-by-name';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? entry.name : []));

/** A question to a connected model, and the request as the ledger shows it. */
async function askedOnce(question: string) {
  const { upstream, baseUrl } = await listeningUpstream();
  upstream.always = { text: 'Hello.' };
  const { app, folder } = await openAskedByName();
  await connect(app, baseUrl);
  const before = filesIn(join(folder, 'blobs')).length;
  expect((await ask(app, question)).status).toBe('completed');
  const [transmission] = app.services.ledger.ofThread({ threadId: null, limit: 1 }).transmissions;
  const input = { transmissionId: transmission!.id, offset: 0, limit: 10_000_000 };
  const { text } = await app.services.ledger.request(input);
  return { text, sent: upstream.turns.at(-1)!.text, files: filesIn(join(folder, 'blobs')).length - before };
}

it('a request is on disk together with its row, for which the disk is waited for once', async () => {
  const { text, sent, files } = await askedOnce('Say “hello” 🙂');
  expect(text).toBe(sent);
  expect(files).toBe(0);
});

it('a very large request has a file of its own', async () => {
  const { text, sent, files } = await askedOnce('Say hello. '.repeat(20_000));
  expect(text).toBe(sent);
  expect(files).toBe(1);
});

it('requests that an older version kept in files are still there to be read', async () => {
  const folder = tempFolder();
  const before = libraryMigrations.findIndex(({ name }) => name === 'requests beside their rows');
  const db = Database.open(join(folder, 'library.db'), libraryMigrations.slice(0, before), join(folder, 'backups'));
  db.run(`INSERT INTO transmissions (at, run_id, thread_id, connection_id, connection, local, host, path, model, bytes,
    total_bytes, body, expected_tokens) VALUES (1, 'run_1', 'thread_1', 'con_1', 'OpenAI', 0, 'api.openai.com',
    '/responses', 'gpt-6-luna', '{"other":2}', 2, 'abc', 5)`);
  db.close();
  expect(Library.open(folder).transmissions.body(1)).toEqual({ blob: 'abc' });
});
