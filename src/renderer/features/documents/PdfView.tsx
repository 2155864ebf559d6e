import { useQuery } from '@tanstack/react-query';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Document } from '#contract';
import { keys, useBridge, useClient } from '../../bridge';
import { Button, Note, Skeleton, type SourceTarget } from '../../ui';
import { PartTurner } from './PartTurner';
import styles from './Pdf.module.css';
import { PdfPage } from './PdfPage';
import { openPdf, type Pdf, pdfProblem } from './pdf';

const ZOOMS = [1, 1.25, 1.5, 2, 3];

interface PdfViewProps {
  document: Document;
  target: SourceTarget;
}

/** A PDF, one page at a time, as wide as the pane; the page of the target first. */
export function PdfView({ document, target }: PdfViewProps) {
  const url = useBridge().pictureUrl({ kind: 'file', id: document.fileId });
  const { pdf, problem } = usePdf(url);
  /** Holds only for the target it was turned at: another click on a citation leads back to its page. */
  const [turned, setTurned] = useState<{ at: SourceTarget; page: number } | null>(null);
  const [zoom, setZoom] = useState(0);
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const page = turned?.at === target ? turned.page : (target.place?.page ?? 1);
  const count = pdf?.numPages ?? document.parts?.count ?? 1;
  const quote = page === target.place?.page ? target.quote : '';
  const line = useLineOf(document, target);
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
          aria-label="Smaller"
          title="Smaller"
          icon={<ZoomOut size={14} />}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        />
        <Button
          look="quiet"
          size="small"
          aria-label="Larger"
          title="Larger"
          icon={<ZoomIn size={14} />}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        />
      </PartTurner>
      <section ref={frame} className={styles.frame} aria-label={`Page ${page} of ${document.name}`} tabIndex={0}>
        {problem && <Note tone="bad">{problem}</Note>}
        {!pdf && !problem && <Skeleton label="Loading the document" widths={[70, 100, 95, 100, 60]} />}
        {pdf && width > 0 && line !== null && (
          <PdfPage
            pdf={pdf}
            number={Math.min(page, count)}
            width={width * (ZOOMS[zoom] ?? 1)}
            quote={quote}
            line={line}
          />
        )}
      </section>
    </>
  );
}

/** The line of its page that the target stands in, from 0, also where that is not known; null until it is found out. */
function useLineOf(document: Document, target: SourceTarget): number | null {
  const client = useClient();
  const offset = target.place?.start ?? 0;
  const { data, isPending } = useQuery({
    queryKey: keys.documentPlace(document.id, offset),
    queryFn: () => client.documents.locate({ documentId: document.id, offset }),
    enabled: target.place !== null && document.status === 'ready',
    retry: false,
  });
  if (target.place === null || document.status !== 'ready') return 0;
  return isPending ? null : (data?.line ?? 0);
}

/** Opened while it is looked at, by each view for itself, and closed with its worker's memory afterwards. */
function usePdf(url: string): { pdf: Pdf | null; problem: string | null } {
  const [state, setState] = useState<{ pdf: Pdf | null; problem: string | null }>({ pdf: null, problem: null });
  useEffect(() => {
    let gone = false;
    const opening = openPdf(url);
    opening
      .then((task) => task.promise)
      .then(
        (pdf) => !gone && setState({ pdf, problem: null }),
        (error: unknown) => !gone && setState({ pdf: null, problem: pdfProblem(error) }),
      );
    return () => {
      gone = true;
      opening.then((task) => task.destroy()).catch(() => undefined);
    };
  }, [url]);
  return state;
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
