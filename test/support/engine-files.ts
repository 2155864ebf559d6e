import type OpenAI from 'openai';
import { toFile } from 'openai';

export const upload = async (client: OpenAI, name: string, content: string | Buffer): Promise<OpenAI.FileObject> =>
  client.files.create({ file: await toFile(Buffer.from(content), name), purpose: 'assistants' });

/** A vector store with these documents in it, read and ready. */
export async function documents(client: OpenAI, files: Record<string, string>) {
  const uploaded = await Promise.all(Object.entries(files).map(([name, text]) => upload(client, name, text)));
  const store = await client.vectorStores.create({});
  const batch = { file_ids: uploaded.map((file) => file.id) };
  await client.vectorStores.fileBatches.createAndPoll(store.id, batch, { pollIntervalMs: 20 });
  return { storeId: store.id, fileIds: batch.file_ids };
}
