import type { RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { contentOf, filledIn } from '../../../main/engine/retrieval/reader/layout';
import { Note, Skeleton, useWords } from '../../ui';
import styles from './Pdf.module.css';
import {
  canvasFor,
  type ItemRange,
  type LinePlace,
  type Pdf,
  type PdfProblem,
  pdfJs,
  pdfProblem,
  piecesOnPage,
} from './pdf';

interface PdfPageProps {
  pdf: Pdf;
  /** 1-based. */
  number: number;
  /** The width to draw at, in CSS pixels. */
  width: number;
  /** Words to point out on the page; empty for none. */
  quote: string;
  /** Where they begin in the page's text. */
  place: LinePlace;
}

type State = { shown: 'drawing' | 'drawn' } | { problem: PdfProblem };

/** One page: its picture, and over it its words, so that they can be read out, selected and pointed out. */
export function PdfPage({ pdf, number, width, quote, place }: PdfPageProps) {
  const { ui } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>({ shown: 'drawing' });
  useEffect(() => {
    const [picture, layer] = [canvas.current, words.current];
    if (!picture || !layer || width === 0) return;
    const drawing = drawPage({ pdf, number, width, quote, place, picture, layer });
    setState({ shown: 'drawing' });
    drawing.done.then(
      (finished) => finished && setState({ shown: 'drawn' }),
      (error: unknown) => setState({ problem: pdfProblem(error) }),
    );
    return drawing.stop;
  }, [pdf, number, width, quote, place]);
  return (
    <>
      {'problem' in state && <Note tone="bad">{ui.documents.pdfProblem[state.problem]}</Note>}
      {'shown' in state && state.shown === 'drawing' && (
        <Skeleton label={ui.documents.loadingPage(number)} widths={[70, 100, 95, 100, 60]} />
      )}
      <div className={styles.page} data-page={number} hidden={'problem' in state}>
        <canvas ref={canvas} aria-hidden="true" />
        <div ref={words} className={styles.words} />
      </div>
    </>
  );
}

interface Drawing extends PdfPageProps {
  picture: HTMLCanvasElement;
  layer: HTMLDivElement;
}

/** `done` gives false when it was stopped before it was done. */
function drawPage(drawing: Drawing): { done: Promise<boolean>; stop(): void } {
  let task: RenderTask | null = null;
  let stopped = false;
  const draw = async () => {
    const { TextLayer } = await pdfJs();
    const page = await drawing.pdf.getPage(drawing.number);
    if (stopped) return false;
    const { scale, sharpness } = canvasFor(page.getViewport({ scale: 1 }), drawing.width, devicePixelRatio);
    const viewport = page.getViewport({ scale });
    sizeTo(drawing, viewport, sharpness);
    task = page.render({ canvas: drawing.picture, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
    // Stopped before anybody waits for it, it would fail unheard.
    task.promise.catch(() => undefined);
    const text = await page.getTextContent();
    if (stopped) return false;
    drawing.layer.replaceChildren();
    const layer = new TextLayer({ textContentSource: text, container: drawing.layer, viewport });
    await Promise.all([task.promise, layer.render()]);
    if (drawing.quote === '') return true;
    const content = contentOf(text, page.getViewport({ scale: 1 }), await filledIn(page));
    if (!stopped) pointOut(layer.textDivs, piecesOnPage(content, drawing.quote, drawing.place));
    return true;
  };
  const done = draw().catch((error: unknown) => {
    if (stopped) return false;
    throw error;
  });
  const stop = () => {
    stopped = true;
    task?.cancel();
  };
  return { done, stop };
}

function sizeTo(
  { picture, layer }: Drawing,
  { width, height, scale }: { width: number; height: number; scale: number },
  sharpness: number,
) {
  picture.width = Math.floor(width * sharpness);
  picture.height = Math.floor(height * sharpness);
  picture.style.width = `${width}px`;
  picture.style.height = `${height}px`;
  layer.style.setProperty('--total-scale-factor', String(scale));
}

/** Puts the words among the runs of the page into marks, and brings the first of them into view. */
function pointOut(runs: readonly HTMLElement[], pieces: readonly ItemRange[]): void {
  const marks = pieces.flatMap(({ item, from, to }) => {
    const run = runs[item];
    const text = run?.textContent ?? '';
    if (!run) return [];
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    run.replaceChildren(text.slice(0, from), mark, text.slice(to));
    return [mark];
  });
  marks[0]?.scrollIntoView({ block: 'center' });
}
