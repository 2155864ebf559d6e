import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Where a date is compared with another date, which is what a wall clock is for. */
const DATES = [
  'src/main/analysis/python/packages/index.ts',
  // When a server forgets what it was given, over restarts of the app.
  'src/main/compose/hosted-memory.ts',
  'src/main/engine/deadlines.ts',
  'src/main/engine/retrieval/attempts.ts',
  'src/main/engine/routes/context.ts',
  'src/main/services/deletions.ts',
  'src/main/services/ledger/retention.ts',
  // Since which day nobody has used a thread.
  'src/main/services/threads.ts',
  // The dates of files, from one start of the app to the next.
  'src/main/storage/backups.ts',
  'src/renderer/features/conversation/Elapsed.tsx',
];
const READ = String.raw`(?:\bDate\.now|\bnow)\(\)`;
const COMPARED = new RegExp(String.raw`${READ}\s*[-+<>]|(?<!=)(?:[-+]|[<>]=?)\s*[\w.#]*?${READ}`);

it('nothing measures time that passes by the clock that anybody can set', () => {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  const measured = files.filter((file) =>
    COMPARED.test(readFileSync(file, 'utf8').replaceAll(/performance\.now\(\)/g, 'passed')),
  );
  expect(measured.toSorted()).toEqual(DATES);
});
