import { posix } from 'node:path';
import type { ReadFiles } from '../types';
import type { SourceFile } from '../zip-files';

/** Names begin with the id of the file, `file-AbC…-name.csv` or `file_0000…-….png`, in whichever folder. */
const ID = /^(file[-_][A-Za-z0-9]{8,64})(?=[-._]|$)/;

/** Attachments and pictures of conversations, where their bytes came along. */
export function assetFiles(files: readonly SourceFile[]): ReadFiles {
  const byId = new Map<string, SourceFile>();
  for (const file of files) {
    const id = ID.exec(posix.basename(file.name))?.[1];
    if (id !== undefined && !byId.has(id)) byId.set(id, file);
  }
  return { open: async (id) => (await byId.get(id)?.open()) ?? null };
}
