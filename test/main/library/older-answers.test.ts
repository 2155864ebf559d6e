import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Library } from '../../../src/main/library';
import { libraryMigrations } from '../../../src/main/library/migrations';
import { Database } from '../../../src/main/storage';
import { CallId, MessageId, RunId, StepId } from '../../../src/preload/contract/ids';
import { RunEnding } from '../../../src/preload/contract/run-endings';
import { Message } from '../../../src/preload/contract/threads';
import { tempFolder } from '../../support/temp-folder';

const TRACE = 'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nKeyError: \'a\'\n';

/** A library as a version that kept sentences wrote it. */
function olderLibrary(): Library {
  const folder = tempFolder();
  const before = libraryMigrations.findIndex(({ name }) => name === 'facts of answers, runs and code as data');
  const db = Database.open(join(folder, 'library.db'), libraryMigrations.slice(0, before), join(folder, 'backups'));
  db.run(`INSERT INTO threads (id, title, created_at, updated_at) VALUES ('thread_a', 'A', 1, 1)`);
  const message = `INSERT INTO messages (id, thread_id, role, status, reading, parts, attachments, numbers, created_at)
    VALUES (:id, 'thread_a', 'assistant', 'completed', :reading, :parts, '[]', '[]', 1)`;
  const parts = JSON.stringify([{ type: 'text', text: 'It is 4.' }]);
  db.run(message, { id: 'msg_1', reading: 'sum of "a", 🙂', parts });
  db.run(message, { id: 'msg_2', reading: null, parts });
  const lacking = { type: 'missing', remoteFileId: 'file-1', path: 'a.csv', why: 'It is "not" there.' };
  db.run(message, { id: 'msg_3', reading: null, parts: JSON.stringify([{ type: 'text', text: 'See "a".' }, lacking]) });
  const run = `INSERT INTO runs (id, thread_id, status, model, error, created_at, finished_at)
    VALUES (:id, 'thread_a', :status, 'built-in', :error, 1, 2)`;
  db.run(run, { id: 'run_1', status: 'completed', error: null });
  db.run(run, { id: 'run_2', status: 'failed', error: 'The "model" is gone.' });
  db.run(run, { id: 'run_3', status: 'cancelled', error: 'Stopped.' });
  db.run(run, { id: 'run_4', status: 'expired', error: 'The run took too long and expired.' });
  db.run(run, { id: 'run_5', status: 'failed', error: null });
  db.run(`INSERT INTO steps (id, run_id, thread_id, type, status, error, started_at)
    VALUES ('step_1', 'run_2', 'thread_a', 'tool_calls', 'failed', 'Gone.', 1)`);
  db.run(
    `INSERT INTO calls (id, step_id, run_id, thread_id, type, name, title, status, input, outputs, started_at)
     VALUES ('call_1', 'step_1', 'run_2', 'thread_a', 'code_interpreter', 'code_interpreter', 'Ran', 'failed', 'x', :outputs, 1)`,
    {
      outputs: JSON.stringify([
        { type: 'logs', text: 'before' },
        { ...lacking, path: null },
        { type: 'logs', text: TRACE },
      ]),
    },
  );
  db.close();
  return Library.open(folder);
}

it('answers, runs and code that older versions kept as sentences are read as facts', () => {
  const library = olderLibrary();
  const message = library.messages.get(MessageId.parse('msg_1'));
  expect(Message.parse(message).facts).toEqual([
    { fact: { code: 'reading', text: 'sum of "a", 🙂' }, part: 0, start: 0, end: 0 },
  ]);
  expect(library.messages.get(MessageId.parse('msg_2'))?.facts).toEqual([]);
  const lacking = { type: 'missing', remoteFileId: 'file-1', path: 'a.csv', reason: 'unavailable' };
  const parts = Message.parse(library.messages.get(MessageId.parse('msg_3'))).parts;
  expect(parts).toEqual([{ type: 'text', text: 'See "a".' }, lacking]);
  expect(library.messages.missing(null).map(({ id }) => id)).toEqual(['msg_3']);
  expect(library.steps.call(CallId.parse('call_1'))?.outputs[1]).toEqual({ ...lacking, path: null });
  const endings = ['1', '2', '3', '4', '5'].map((id) => library.runs.get(RunId.parse(`run_${id}`))?.ending);
  expect(endings.map((ending) => RunEnding.nullable().parse(ending))).toEqual([
    null,
    { code: 'failed', message: 'The "model" is gone.' },
    { code: 'cancelled' },
    { code: 'expired' },
    { code: 'failed', message: null },
  ]);
  expect(library.steps.get(StepId.parse('step_1'))?.ending).toEqual({ code: 'failed', message: 'Gone.' });
  expect(library.steps.call(CallId.parse('call_1'))?.ending).toEqual({
    ended: 'error',
    fresh: false,
    error: { type: 'KeyError', message: "'a'" },
    missing: null,
  });
  library.close();
});
