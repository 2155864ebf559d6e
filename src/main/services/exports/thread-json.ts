import { THREAD_EXPORT_FORMAT, type ThreadExport } from '../../exchange';

/** Bytes of a file, for an export. */
export interface ExportedBytes {
  size: number;
  read(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file of an export. */
export interface FileWithBytes {
  object: ThreadExport['files'][number]['object'];
  /** Asked for when its turn comes, so that no more than one is in memory; null where they are gone. */
  open(): Promise<ExportedBytes | null>;
}

/** One export holds so much of files; what goes beyond is named in `left_out`. */
const CONTENT_AT_MOST = 192 * 1024 ** 2;
const encoder = new TextEncoder();

/**
 * The JSON text of `assistants-thread-export/v1`, in pieces: files are turned into base64 as they are read. Of a file that cannot
 * be read, its object stays, without content.
 */
export async function* threadJson(
  exported: Omit<ThreadExport, 'format' | 'files'> & { source: 'server' | 'library' },
  files: readonly FileWithBytes[],
): AsyncGenerator<Uint8Array> {
  const head = JSON.stringify({ format: THREAD_EXPORT_FORMAT, ...exported });
  yield encoder.encode(`${head.slice(0, -1)},"files":[`);
  let room = CONTENT_AT_MOST;
  const leftOut: { file_id: string; reason: 'too_large' | 'gone' }[] = [];
  for (const [at, { object, open }] of files.entries()) {
    if (at > 0) yield encoder.encode(',');
    const bytes = await open();
    if (bytes === null || bytes.size > room) {
      leftOut.push({ file_id: object.id, reason: bytes === null ? 'gone' : 'too_large' });
      yield encoder.encode(JSON.stringify({ object }));
      continue;
    }
    room -= bytes.size;
    yield encoder.encode(`{"object":${JSON.stringify(object)},"content":"`);
    for await (const piece of base64(bytes.read())) yield encoder.encode(piece);
    yield encoder.encode('"}');
  }
  yield encoder.encode(`],"left_out":${JSON.stringify(leftOut)}}\n`);
}

/** Groups of three bytes make whole signs. */
async function* base64(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = Buffer.concat([rest, chunk]);
    const whole = all.length - (all.length % 3);
    if (whole > 0) yield all.toString('base64', 0, whole);
    rest = all.subarray(whole);
  }
  if (rest.length > 0) yield rest.toString('base64');
}
