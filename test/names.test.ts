import { describe, expect, it } from 'vitest';
import { complaint, exportedTypes, takenTwice, vagueNames } from '../scripts/names.mjs';

describe('names of types', () => {
  it.each([
    ['an interface', 'export interface Run { id: string }'],
    ['a type', 'export type Run = { id: string }'],
    ['a schema and its type', `export const Run = z.object({});\nexport type Run = z.infer<typeof Run>;`],
    ['a class', 'export class Run {}'],
    ['one that is exported later', 'interface Run { id: string }\nexport type { Run };'],
    ['one that is exported by another name', 'interface Own { id: string }\nexport type { Own as Run };'],
  ])('are what a file declares and exports: %s', (_, source) => {
    expect(exportedTypes(source)).toEqual(['Run']);
  });

  it.each([
    ['what another file declares', `export type { Run } from './run';\nexport * from './steps';`],
    ['what was imported', `import type { Run } from './run';\nexport type { Run };`],
    ['a door of the same name', `import type * as runs from './run';\nexport type Run = runs.Run;`],
    ['what only this file knows', 'interface Run { id: string }'],
    ['values', 'export const Run = 1;\nexport function run() {}'],
  ])('are not %s', (_, source) => {
    expect(exportedTypes(source)).toEqual([]);
  });

  it('may not stand for two things, and say which files use them so', () => {
    const taken = takenTwice([
      ['src/a.ts', ['Run', 'Step']],
      ['src/b.tsx', ['Run']],
    ]);
    expect(taken).toEqual([{ name: 'Run', files: ['src/a.ts', 'src/b.tsx'] }]);
    expect(taken.map(complaint)).toEqual([expect.stringMatching(/^Run .*src\/a\.ts, src\/b\.tsx/)]);
  });
});

describe('names that could be anything', () => {
  it.each([
    ['variables', 'const told = 1;'],
    ['parts of values', 'const { ending: { told = 1 } } = run;'],
    ['what is left of a list', 'const [first, ...told] = list;'],
    ['functions', 'export function told() {}'],
    ['parameters', 'const hear = (told: string) => told.length;'],
    ['parameters of methods', 'class Run { end(told = 1) {} }'],
    ['parameters of types', 'type Hear = (told: string) => void;'],
    ['parameters of signatures', 'interface Run { hear(told: string): void }'],
    ['caught errors', 'try { run(); } catch (told) {}'],
  ])('are not for %s', (_, source) => {
    expect(vagueNames('src/main/run.ts', source)).toEqual(['told']);
  });

  it('may be those of fields, which others may have named', () => {
    expect(vagueNames('src/main/run.ts', 'const { told: ending } = run; run.left = { said: run.found };')).toEqual([]);
  });

  it('may be a side of a page', () => {
    const source = 'const [left, right] = page;';
    expect(vagueNames('src/main/engine/retrieval/reader/layout/lines.ts', source)).toEqual([]);
    expect(vagueNames('src/main/engine/run/turn.ts', source)).toEqual(['left']);
  });
});
