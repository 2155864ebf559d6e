import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../../src/main/log';
import { DocumentWriter, type PublicationFormat } from '../../../src/main/publishing';
import { buildEntry } from '../../support/build-entry';
import { barsChart } from '../../support/publications/pieces';
import { germanReport } from '../../support/publications/samples';
import { tempFolder } from '../../support/temp-folder';

const chart = barsChart('Umsatz');
const requestFor = (format: PublicationFormat) =>
  ({ publication: germanReport([chart]), format, paper: 'A4', name: `Bericht.${format}` }) as const;

let writer: DocumentWriter;
beforeAll(async () => {
  writer = new DocumentWriter({
    workerPath: await buildEntry('src/main/publishing/document-worker.ts'),
    log: silentLog,
  });
});

it('writes one document after the other, each in every format', async () => {
  const formats = ['pdf', 'docx', 'pdf', 'html', 'xlsx', 'md'] as const;
  const written = await Promise.all(formats.map((format) => writer.write(requestFor(format))));
  expect(written.map(([file]) => file?.name)).toEqual(formats.map((format) => `Bericht.${format}`));
  const beginnings = written.map(([file]) => Buffer.from(file?.bytes.subarray(0, 4) ?? []).toString('latin1'));
  expect(beginnings.map((text) => text.slice(0, 2))).toEqual(['%P', 'PK', '%P', '<!', 'PK', '# ']);
  expect(written.at(-1)?.[1]).toEqual({ name: 'pictures/1.png', bytes: chart.png });
});

it('stops when it is told to, and writes the next one', async () => {
  const stop = new AbortController();
  const stopped = writer.write(requestFor('pdf'), stop.signal);
  const next = writer.write(requestFor('html'));
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  expect((await next)[0]?.name).toBe('Bericht.html');
});

it.each([
  ['cannot be loaded', 'throw new Error("broken")'],
  ['ends without a word', 'process.exit(3)'],
  [
    'says that it failed',
    'import { parentPort } from "node:worker_threads"; parentPort.once("message", () => parentPort.postMessage({ error: "x" }))',
  ],
])('tells of a worker that %s', async (_what, source) => {
  const workerPath = join(tempFolder(), 'worker.mjs');
  writeFileSync(workerPath, source);
  const broken = new DocumentWriter({ workerPath, log: silentLog });
  await expect(broken.write(requestFor('pdf'))).rejects.toMatchObject({ code: 'internal' });
});
