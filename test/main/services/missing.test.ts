import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AssistantsClient } from '../../../src/main/api';
import { Library } from '../../../src/main/library';
import { silentLog } from '../../../src/main/log';
import { Files } from '../../../src/main/services/files';
import { RunDownloads } from '../../../src/main/services/runs/downloads';
import { MissingFiles } from '../../../src/main/services/runs/missing';
import { BlobStore } from '../../../src/main/storage';
import type { AppEvent, MessagePart } from '../../../src/preload/contract';
import { CallId, StepId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { message, run, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

/** A library with a finished answer, and a server that is as it is told to be. */
function world() {
  const folder = tempFolder();
  const library = Library.open(folder);
  onTestFinished(() => library.close());
  library.threads.add({ id: threadId('a'), title: 'Files', at: 1 });
  library.runs.save({ ...run('1'), status: 'completed', finishedAt: 9 });
  const events: AppEvent[] = [];
  const logged: unknown[] = [];
  let state: 'up' | Error = new AppError('unavailable', 'The server cannot be reached.');
  const download = async () => {
    if (state instanceof Error) throw state;
    return { name: 'made.csv', bytes: [Buffer.from('a,b\n')] };
  };
  const files = new Files({
    library,
    blobs: new BlobStore(join(folder, 'blobs')),
    shell: { save: async () => ({ kind: 'cancelled' }), showFolder: async () => false, handOverKey: async () => null },
    client: async () => ({ download }) as unknown as AssistantsClient,
    log: { ...silentLog, error: (...said: unknown[]) => void logged.push(said) },
    now: () => 1,
  });
  const missing = new MissingFiles({ library, files, emit: (event) => void events.push(event), log: silentLog });
  const be = (next: typeof state) => {
    state = next;
  };
  return { library, files, missing, events, logged, be };
}

it('what could not be fetched is tried again, and then stands where it belongs', async () => {
  const { library, files, missing, events, be } = world();
  const part = await files.keepMade('file-1', 'made.csv');
  expect(part).toMatchObject({ type: 'missing', path: 'made.csv', reason: 'unavailable' });
  const picture = await files.keepPicture('file-2');
  const parts: MessagePart[] = [{ type: 'text', text: '[made.csv](sandbox:/mnt/data/made.csv)' }, part];
  library.messages.save({ ...message('1'), parts });
  saveCall(library, picture);

  await missing.tryAgain(threadId('a'));
  expect(library.messages.get(message('1').id)?.parts).toEqual(parts);
  expect(events).toEqual([]);

  be('up');
  await Promise.all([missing.tryAgain(threadId('a')), missing.tryAgain(threadId('a'))]);
  const [, found] = library.messages.get(message('1').id)?.parts ?? [];
  if (found?.type !== 'file') throw new Error('the file is still missing');
  expect(readFileSync(files.location(found.fileId).path, 'utf8')).toBe('a,b\n');
  expect(library.steps.call(CallId.parse('call_1'))?.outputs).toMatchObject([{ type: 'image' }]);
  expect(events.map(({ name }) => name)).toEqual(['messages.changed', 'steps.changed']);
});

it.each(['not_found', 'too_large'] as const)('what can never come (%s) is said for good', async (code) => {
  const { library, files, missing, be } = world();
  library.messages.save({ ...message('1'), parts: [await files.keepMade('file-1', 'made.csv')] });
  be(new AppError(code, 'The reason.'));
  await missing.tryAgain(null);
  const gone: MessagePart = { type: 'gone', path: 'made.csv', reason: code };
  expect(library.messages.get(message('1').id)?.parts).toEqual([gone]);
  be('up');
  await missing.tryAgain(null);
  expect(library.messages.get(message('1').id)?.parts).toEqual([gone]);
});

it('what is missing is tried for again within the same run', async () => {
  const { files, be } = world();
  const kept = new RunDownloads({
    keepPicture: (id) => files.keepPicture(id),
    keepMade: (id, path) => files.keepMade(id, path),
  });
  expect(await kept.fetchPicture('file-2')).toMatchObject({ type: 'missing' });
  be('up');
  expect(await kept.fetchPicture('file-2')).toMatchObject({ type: 'image' });
});

function saveCall(library: Library, picture: MessagePart): void {
  if (picture.type !== 'missing') throw new Error('the picture is not missing');
  const of = { runId: run('1').id, threadId: threadId('a') };
  const stepId = StepId.parse('step_1');
  const step = { type: 'tool_calls', status: 'completed', messageId: null, ending: null, startedAt: 5, ms: 1 } as const;
  library.steps.save({ id: stepId, ...of, ...step });
  library.steps.saveCall({
    id: CallId.parse('call_1'),
    stepId,
    ...of,
    type: 'code_interpreter',
    name: 'code_interpreter',
    status: 'completed',
    input: '1',
    output: null,
    outputs: [picture],
    startedAt: 5,
    ms: 1,
  });
}

it('a failure nobody foresaw is in the log, not in the answer', async () => {
  const { files, logged, be } = world();
  be(new TypeError('body is not iterable'));
  const part = await files.keepMade('file-1', 'made.csv');
  expect(part).toMatchObject({ type: 'missing', reason: 'internal' });
  expect(logged).toMatchObject([[{ err: { message: 'body is not iterable' } }, expect.any(String)]]);
});
