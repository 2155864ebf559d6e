import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A stretch of a key that is this long gives it away. */
const TELLING = 12;

/** What a key looks like wherever it may lie: any longer stretch of it, and the whole in other writing. */
function formsOf(key: string): Buffer[] {
  const stretches = Array.from({ length: key.length - TELLING + 1 }, (_, at) => key.slice(at, at + TELLING));
  const bytes = Buffer.from(key);
  // In base64 three writings of the same bytes are possible, but for their ends.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    ...stretches.map((text) => Buffer.from(text)),
    Buffer.from(key, 'utf16le'),
    ...[...base64, bytes.toString('hex')].map((text) => Buffer.from(text)),
  ];
}

/** Looks for keys in bytes and files. */
export function secretSearch(keys: readonly string[]) {
  const forms = keys.flatMap(formsOf);
  const isIn = (bytes: Buffer | string): boolean => {
    const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    return forms.some((form) => all.includes(form));
  };
  return {
    isIn,
    /** Files below a folder that hold one; `since` leaves out what was written before. How many were read comes along. */
    filesWith(folder: string, since = 0): { read: number; found: string[] } {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1) >= since);
      return { read: files.length, found: files.filter((path) => isIn(readFileSync(path))) };
    },
  };
}

/** All that a process has started, and what that has, as Linux tells it: how each was called, and its environment. */
export function descendantsOf(pid: number): { command: string; environment: string }[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = textOf(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (of: number): number[] => (parents.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid).map((child) => ({
    command: textOf(`/proc/${child}/cmdline`).replaceAll('\0', ' '),
    environment: textOf(`/proc/${child}/environ`),
  }));
}

/** Empty for what has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
