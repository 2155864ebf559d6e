import { describe, expect, it } from 'vitest';
import { complaint, exportedTypes, takenTwice } from '../scripts/names.mjs';

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
