import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { CodeResult } from '../../../../src/main/code-runner';
import { Library } from '../../../../src/main/library';
import { silentLog } from '../../../../src/main/log';
import { DataForCode, ShownTables } from '../../../../src/main/services/runs';
import type { RunId, ThreadId } from '../../../../src/preload/contract';
import { tempFolder } from '../../../support/temp-folder';

const SHOWN: CodeResult['shown'] = { table: { columns: [{ name: 'a', type: 'integer' }], rows: [[1]] }, count: 1 };
const RESULT = {
  outputs: [],
  files: [],
  error: null,
  missing: null,
  ended: 'done',
  fresh: true,
  shown: SHOWN,
} as const;

function codeOn(threadId: ThreadId, finishedAt: number | null) {
  const library = Library.open(join(tempFolder(), 'library'));
  onTestFinished(() => library.close());
  library.threads.add({ id: threadId, title: 'A', at: 1 });
  library.runs.save({
    ...{ id: `run_${threadId}` as RunId, threadId, status: finishedAt === null ? 'in_progress' : 'completed' },
    ...{ model: 'm', ending: null, usage: null, createdAt: 1, startedAt: 1, finishedAt },
  } as Parameters<Library['runs']['save']>[0]);
  const shown = new ShownTables();
  const runner = { run: async () => RESULT as unknown as CodeResult, end: () => undefined };
  return {
    shown,
    code: new DataForCode({ runner, library, data: new Promise(() => undefined), shown, log: silentLog }),
  };
}

it('a table that code shows is kept for the step of a run that is followed, and of no other', async () => {
  const input = { code: '1', files: [], call: 'call_1' };
  const { shown, code } = codeOn('thread_a' as ThreadId, null);
  await code.run('thread_a', input);
  await code.run('thread_of_a_script', { ...input, call: 'call_2' });
  expect([shown.take('call_1'), shown.take('call_2')]).toEqual([SHOWN, undefined]);

  const over = codeOn('thread_b' as ThreadId, 2);
  await over.code.run('thread_b', input);
  expect(over.shown.take('call_1')).toBeUndefined();
});
