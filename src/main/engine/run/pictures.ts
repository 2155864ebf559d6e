import type { Omissions, Picture } from '../ports';
import type { Store } from '../store';
import type { FileBytes } from '../store/file-bytes';
import type { FileRecord } from '../store/records';
import { pictureHeader } from './picture-header';

/** What servers take in one request at most. */
const LARGEST = 20 * 1024 * 1024;
/** No server looks at more detail than this, in pixels a side; what is larger is drawn smaller. */
const LONGEST_SIDE = 8_000;
const DRAWN_SIDE = 2_048;
/** A picture may be small in bytes and fill memory all the same. */
const MOST_PIXELS = 120_000_000;

/**
 * Reads pictures that messages of the thread show. What cannot be given is counted in `leftOut`, each picture once.
 */
export function pictureReader(
  store: Store,
  bytes: FileBytes,
  threadId: string,
  leftOut: Omissions,
): (fileId: string) => Promise<Picture | null> {
  const pictures = new Map<string, Promise<Picture | null>>();
  const read = async (fileId: string) => {
    const picture = await pictureOf(store, bytes, threadId, fileId).catch(() => null);
    if (!picture) leftOut.pictures += 1;
    return picture;
  };
  return (fileId) => {
    const picture = pictures.get(fileId) ?? read(fileId);
    pictures.set(fileId, picture);
    return picture;
  };
}

async function pictureOf(store: Store, bytes: FileBytes, threadId: string, fileId: string): Promise<Picture | null> {
  const file = store.files.get(fileId);
  if (!file || file.bytes > LARGEST || !store.messages.shows(threadId, fileId)) return null;
  const content = await wholeFile(bytes, file);
  const header = pictureHeader(content);
  if (!header || header.width * header.height > MOST_PIXELS) return null;
  const { mediaType, width, height } = header;
  if (Math.max(width, height) <= LONGEST_SIDE) return { mediaType, bytes: content };
  return { mediaType: 'image/png', bytes: await drawnSmaller(content, header) };
}

/** Rejects when its bytes are gone. */
export async function wholeFile(bytes: FileBytes, file: FileRecord): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await bytes.read(file.blob_key)).stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Through the renderer of charts, which reads all of these formats. */
async function drawnSmaller(
  content: Buffer,
  { mediaType, width, height }: NonNullable<ReturnType<typeof pictureHeader>>,
): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const scale = DRAWN_SIDE / Math.max(width, height);
  const size = `width="${Math.max(1, Math.round(width * scale))}" height="${Math.max(1, Math.round(height * scale))}"`;
  const source = `data:${mediaType};base64,${content.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} preserveAspectRatio="none" href="${source}"/></svg>`;
  return (await renderAsync(svg)).asPng();
}
