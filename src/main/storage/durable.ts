import { closeSync, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensurePrivateFile } from './private-file';

/** What is in the file is on the disk for good. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts a whole file in the place of another, or of none: after a power cut it is the one or the other. */
export function replaceDurably(partial: string, target: string): void {
  syncFile(partial);
  renameSync(partial, target);
  syncFolder(dirname(target));
}

/** A copy for this user alone. */
export function copyDurably(source: string, target: string): void {
  const partial = `${target}.partial`;
  ensurePrivateFile(partial);
  copyFileSync(source, partial);
  replaceDurably(partial, target);
}

/** Names survive a power cut only once their folder is synced; Windows cannot and need not do it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
