import type OpenAI from 'openai';
import { sandboxPath } from '#contract/conventions';

/** A file that code made, linked in a text; `path` is the one below /mnt/data. */
export interface ServerFile {
  remoteFileId: string;
  path: string;
}

export function serverFiles(annotations: OpenAI.Beta.Threads.Messages.Annotation[]): ServerFile[] {
  return annotations.flatMap((annotation) => {
    const path = annotation.type === 'file_path' ? sandboxPath(annotation.text) : null;
    return annotation.type !== 'file_path' || path === null
      ? []
      : [{ remoteFileId: annotation.file_path.file_id, path }];
  });
}
