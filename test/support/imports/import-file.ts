import { Readable } from 'node:stream';
import type { App } from '../../../src/main/compose';
import type { Import, ImportItem, Message, ThreadId } from '../../../src/preload/contract';

export interface Imported {
  ended: Import;
  items: ImportItem[];
}

/** Uploads a file and imports it to its end. */
export async function importFile(app: App, name: string, content: string | Uint8Array): Promise<Imported> {
  const file = await app.services.files.add(name, Readable.from([Buffer.from(content)]));
  const { id } = app.services.imports.begin({ fileId: file.id });
  const ended = await app.services.imports.finished(id);
  return { ended, items: app.services.imports.items({ importId: id, after: 0, limit: 500 }).items };
}

/** What the messages of a thread say, oldest first. */
export const textsOf = (app: App, threadId: ThreadId): string[] =>
  app.services.threads.messages({ threadId, limit: 200 }).messages.map(textOf);

export const textOf = ({ parts }: Message): string =>
  parts.map((part) => (part.type === 'text' ? part.text : `(${part.type})`)).join('');
