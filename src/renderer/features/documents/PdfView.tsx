import { useQuery } from '@tanstack/react-query';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Document } from '#contract';
import { keys, useBridge, useClient } from '../../bridge';
import { Button, Note, Skeleton, type SourceTarget, useWords } from '../../ui';
import { PageTables } from './PageTables';
import { PartTurner } from './PartTurner';
import styles from './Pdf.module.css';
import { PdfPage } from './PdfPage';
import type { LinePlace } from './pdf';
import { usePdf, useReadableWidth } from './use-pdf';

const ZOOMS = [1, 1.25, 1.5, 2, 3];
/** Which of them, by the key that changes it. */
const ZOOM_KEYS = new Map<string, (zoom: number) => number>([
  ['+', (zoom) => zoom + 1],
  ['=', (zoom) => zoom + 1],
  ['-', (zoom) => zoom - 1],
  ['0', () => 0],
]);
const BEGINNING: LinePlace = { line: 0, column: 0 };

interface PdfViewProps {
  document: Document;
  target: SourceTarget;
}

/** A PDF, one page at a time, wide enough to be read; the page of the target first. */
export function PdfView({ document, target }: PdfViewProps) {
  const url = useBridge().pictureUrl({ kind: 'file', id: document.fileId });
  const { pdf, problem } = usePdf(url);
  /** Holds only for the target it was turned at: another click on a citation leads back to its page. */
  const [turned, setTurned] = useState<{ at: SourceTarget; page: number } | null>(null);
  const words = useWords();
  const [asked, setAsked] = useState(0);
  const frame = useRef<HTMLElement>(null);
  const room = useWidth(frame);
  const page = turned?.at === target ? turned.page : (target.place?.page ?? 1);
  const count = pdf?.numPages ?? document.parts?.count ?? 1;
  const quote = page === target.place?.page ? target.quote : '';
  const place = usePlaceOf(document, target);
  const number = Math.min(page, count);
  const readable = useReadableWidth(pdf, number);
  /** Where a page has to be wider than the pane to be read, one step less shows all of its width. */
  const smallest = readable !== null && readable > room ? -1 : 0;
  const setZoom = (to: number) => setAsked(Math.min(ZOOMS.length - 1, Math.max(smallest, to)));
  const zoom = Math.max(smallest, asked);
  const width = zoom < 0 ? room : Math.max(room, readable ?? 0) * (ZOOMS[zoom] ?? 1);
  useEffect(() => {
    if (number > 0) frame.current?.scrollTo({ top: 0 });
  }, [number]);
  const onKeyDown = (event: KeyboardEvent) => {
    const change = ZOOM_KEYS.get(event.key);
    if (!change || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setZoom(change(zoom));
  };
  return (
    <>
      <PartTurner
        unit="page"
        count={count}
        part={page - 1}
        onPart={(part) => setTurned({ at: target, page: part + 1 })}
      >
        <Button
          look="quiet"
          size="small"
          aria-label={words.document.smaller()}
          title={words.document.smaller()}
          icon={<ZoomOut size={14} />}
          disabled={zoom === smallest}
          onClick={() => setZoom(zoom - 1)}
        />
        <Button
          look="quiet"
          size="small"
          aria-label={words.document.larger()}
          title={words.document.larger()}
          icon={<ZoomIn size={14} />}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        />
        {pdf && <PageTables pdf={pdf} name={document.name} page={number} />}
      </PartTurner>
      <section
        ref={frame}
        className={styles.frame}
        aria-label={words.ui.documents.pageOf(page, document.name)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {problem && <Note tone="bad">{words.ui.documents.pdfProblem[problem]}</Note>}
        {readable === null && !problem && (
          <Skeleton label={words.ui.documents.loadingOne} widths={[70, 100, 95, 100, 60]} />
        )}
        {pdf && room > 0 && readable !== null && place !== null && (
          <PdfPage pdf={pdf} number={number} width={Math.floor(width)} quote={quote} place={place} />
        )}
      </section>
    </>
  );
}

/** Where the target begins in the text of its page, also where that is not known; null until it is found out. */
function usePlaceOf(document: Document, target: SourceTarget): LinePlace | null {
  const client = useClient();
  const offset = target.place?.start ?? 0;
  const { data, isPending } = useQuery({
    queryKey: keys.documentPlace(document.id, offset),
    queryFn: () => client.documents.locate({ documentId: document.id, offset }),
    enabled: target.place !== null && document.status === 'ready',
    retry: false,
  });
  return useMemo(() => {
    if (target.place === null || document.status !== 'ready') return BEGINNING;
    return isPending ? null : (data ?? BEGINNING);
  }, [target.place, document.status, isPending, data]);
}

/** The room there is inside an element, in CSS pixels; 0 before it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const seen = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    seen.observe(watched);
    return () => seen.disconnect();
  }, [element]);
  return width;
}
