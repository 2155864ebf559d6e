import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Library } from '../../../src/main/library';
import { libraryMigrations } from '../../../src/main/library/migrations';
import { Database } from '../../../src/main/storage';
import { RunId, StepId } from '../../../src/preload/contract/ids';
import { RunEnding } from '../../../src/preload/contract/run-endings';
import { run, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

it('keeps what a run has cost in detail', () => {
  const library = Library.open(tempFolder());
  const usage = { promptTokens: 9, completionTokens: 4, cachedTokens: 6, reasoningTokens: 2, estimated: true };
  library.threads.add({ id: threadId('a'), title: 'A', at: 1 });
  library.runs.save(run('1', { usage }));
  expect(library.runs.get(RunId.parse('run_1'))?.usage).toEqual(usage);
  library.close();
});

it('runs of earlier versions have no details, and their endings are read', () => {
  const folder = tempFolder();
  const before = libraryMigrations.findIndex(({ name }) => name.startsWith('usage in detail'));
  const db = Database.open(join(folder, 'library.db'), libraryMigrations.slice(0, before), join(folder, 'backups'));
  db.run(`INSERT INTO threads (id, title, created_at, updated_at) VALUES ('thread_a', 'A', 1, 1)`);
  db.run(
    `INSERT INTO runs (id, thread_id, status, model, ending, prompt_tokens, completion_tokens, created_at, finished_at)
     VALUES ('run_1', 'thread_a', 'failed', 'm', :ending, 9, 4, 1, 2)`,
    { ending: JSON.stringify({ code: 'rate_limit', message: 'Later.' }) },
  );
  db.close();
  const library = Library.open(folder);
  const kept = library.runs.get(RunId.parse('run_1'));
  const details = { cachedTokens: 0, reasoningTokens: 0, estimated: false };
  expect(kept?.usage).toEqual({ promptTokens: 9, completionTokens: 4, ...details });
  const ending = { code: 'rate_limit', connection: null, model: 'm', message: 'Later.' };
  expect(kept?.ending).toEqual(ending);
  expect(RunEnding.parse(kept?.ending)).toEqual(ending);
  library.close();
});

it('keeps what a model thought before a step, and what it was not given', () => {
  const library = Library.open(tempFolder());
  library.threads.add({ id: threadId('a'), title: 'A', at: 1 });
  library.runs.save(run('1'));
  const id = StepId.parse('step_1');
  const step = {
    id,
    runId: RunId.parse('run_1'),
    threadId: threadId('a'),
    type: 'tool_calls',
    status: 'completed',
    messageId: null,
    ending: null,
    startedAt: 1,
    ms: 2,
  } as const;
  library.steps.save(step);
  expect(library.steps.get(id)).toEqual({ ...step, calls: [] });
  const told = { ...step, reasoning: 'Hm.', leftOut: { toolResults: 2, messages: 0, pictures: 1 } };
  library.steps.save(told);
  expect(library.steps.get(id)).toEqual({ ...told, calls: [] });
  library.close();
});
