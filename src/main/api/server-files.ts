import type OpenAI from 'openai';
import { sandboxPath } from '#contract/conventions';

/** A file that code made, linked in a text; `path` is the one below /mnt/data. */
export interface ServerFile {
  remoteFileId: string;
  path: string;
}

export function serverFiles(annotations: OpenAI.Beta.Threads.Messages.Annotation[]): ServerFile[] {
  return annotations.flatMap((one) => {
    const path = one.type === 'file_path' ? sandboxPath(one.text) : null;
    return one.type !== 'file_path' || path === null ? [] : [{ remoteFileId: one.file_path.file_id, path }];
  });
}
