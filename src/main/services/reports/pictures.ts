import type { ChartSpec, FileId, PinnedChart, Table } from '#contract';
import { AppError } from '#contract/result';
import { inLocale, type Locale, titledReading, wordedSpec, wordsIn } from '#words';
import type { KeptBlock } from '../../library';
import type { PublicationChart } from '../../publishing';
import type { Files } from '../files';
import type { ChartPainter } from '../ports';

/** A picture of a document without the words beside it. */
export type DrawnPicture = Pick<PublicationChart, 'title' | 'svg' | 'png' | 'width' | 'height'>;

/** By the chart, or the file of a picture that code made; what is no longer there is not among them. */
export type DrawnPictures = ReadonlyMap<PinnedChart | FileId, DrawnPicture>;

interface Drawing {
  painter: ChartPainter;
  locale: Locale;
  files: Pick<Files, 'bytes'>;
  onProgress(done: number, of: number): void;
  signal: AbortSignal;
}

/** A chart as a locale words it. */
export function chartIn(locale: Locale, { spec, table, reading }: PinnedChart): { spec: ChartSpec; table: Table } {
  const words = wordsIn(locale);
  return { spec: inLocale(locale, () => wordedSpec(spec, titledReading(reading, words), words)), table };
}

/** Draws every chart of a report and reads its pictures, one after the other. */
export async function drawn(blocks: readonly KeptBlock[], drawing: Drawing): Promise<DrawnPictures> {
  const wanted = blocks.flatMap(({ content }) => picturesOf(content));
  const pictures = new Map<PinnedChart | FileId, DrawnPicture>();
  for (const [done, what] of wanted.entries()) {
    drawing.onProgress(done, wanted.length);
    drawing.signal.throwIfAborted();
    const picture = typeof what === 'string' ? await pictureOf(what, drawing) : await chartOf(what, drawing);
    if (picture) pictures.set(what, picture);
  }
  drawing.onProgress(wanted.length, wanted.length);
  return pictures;
}

function picturesOf(content: KeptBlock['content']): (PinnedChart | FileId)[] {
  if (content.kind === 'chart') return [content.chart];
  if (content.kind !== 'answer') return [];
  return content.parts.flatMap((part) =>
    part.type === 'chart' ? part.chart : part.type === 'image' ? part.fileId : [],
  );
}

async function chartOf(chart: PinnedChart, { painter, locale, signal }: Drawing): Promise<DrawnPicture> {
  const { spec, table } = chartIn(locale, chart);
  const { svg, png } = await painter.draw({ spec, table, theme: 'light', locale }, signal);
  const [, width = '720', height = '400'] = /<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"/.exec(svg) ?? [];
  return { title: spec.look?.title ?? spec.title, svg, png, width: Number(width), height: Number(height) };
}

/** Wider than a column of a page. */
const WIDEST = 720;

async function pictureOf(fileId: FileId, { files }: Drawing): Promise<DrawnPicture | null> {
  try {
    const png = await files.bytes(fileId);
    const size = pngSize(png);
    if (!size) return null;
    const scale = Math.min(1, WIDEST / size.width);
    const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    return { title: '', svg: null, png, width, height };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** As its head says: the signature, then the first chunk with width and height; null for what is no PNG. */
function pngSize(png: Uint8Array): { width: number; height: number } | null {
  if (png.length < 24 || png[0] !== 0x89 || png[1] !== 0x50) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: Math.max(1, view.getUint32(16)), height: Math.max(1, view.getUint32(20)) };
}
