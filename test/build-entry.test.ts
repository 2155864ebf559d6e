import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildEntry } from './support/build-entry';
import { tempFolder } from './support/temp-folder';

/** An entry of three files in a folder of its own, and how it is built. */
function someEntry() {
  const folder = tempFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('entry.ts', `import { word } from './door';\nconsole.log(word);`);
  write('door.ts', `export { word } from './word';`);
  write('word.ts', `export const word = 'first';`);
  const cache = join(folder, 'cache');
  return {
    write,
    bundles: () => readdirSync(cache).filter((name) => name.endsWith('.mjs')),
    build: () => buildEntry(join(folder, 'entry.ts'), cache),
  };
}
const printedBy = (bundle: string) => execFileSync(process.execPath, [bundle], { encoding: 'utf8' }).trim();

describe('a bundle that tests share', () => {
  it('is used again when its files were written anew with the same text, and when others change', async () => {
    const { build, write } = someEntry();
    const first = await build();
    const { ino } = statSync(first);
    write('word.ts', `export const word = 'first';`);
    write('another.ts', 'export const more = 1;');
    expect(await build()).toBe(first);
    expect(statSync(first).ino).toBe(ino);
  });

  it('is made anew when one of its files holds something else, and found again when that is undone', async () => {
    const { build, write, bundles } = someEntry();
    const first = await build();
    write('word.ts', `export const word = 'second';`);
    const second = await build();
    expect([printedBy(first), printedBy(second)]).toEqual(['first', 'second']);
    write('word.ts', `export const word = 'first';`);
    expect(await build()).toBe(first);
    expect(bundles()).toHaveLength(2);
  });

  it('is made anew when a file changes of which nothing was left in it', async () => {
    const { build, write } = someEntry();
    expect(readFileSync(await build(), 'utf8')).not.toContain('door');
    write('door.ts', `export const word = 'at the door';`);
    expect(printedBy(await build())).toBe('at the door');
  });

  it('is made once for all who ask at the same time', async () => {
    const { build } = someEntry();
    const files = await Promise.all(Array.from({ length: 5 }, async () => statSync(await build()).ino));
    expect(new Set(files).size).toBe(1);
  });
});
