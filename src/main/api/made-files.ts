import type OpenAI from 'openai';

/** A file that code made, linked in a text; `path` is the one below /mnt/data. */
export interface MadeFileNews {
  remoteFileId: string;
  path: string;
}

const SANDBOX = 'sandbox:/mnt/data/';

export function madeFiles(annotations: OpenAI.Beta.Threads.Messages.Annotation[]): MadeFileNews[] {
  return annotations.flatMap((one) => {
    if (one.type !== 'file_path' || !one.text.startsWith(SANDBOX)) return [];
    return [{ remoteFileId: one.file_path.file_id, path: decoded(one.text.slice(SANDBOX.length)) }];
  });
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
