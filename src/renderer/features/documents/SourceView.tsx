import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Maximize2 } from 'lucide-react';
import { useState } from 'react';
import type { Document, DocumentId } from '#contract';
import { placeText } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, Note, Skeleton, type SourceTarget, useThreadActions, useWords } from '../../ui';
import { PartTurner } from './PartTurner';
import { PdfView } from './PdfView';
import { SearchField } from './SearchField';
import { SheetPart } from './SheetPart';
import styles from './Source.module.css';
import { TextPart } from './TextPart';
import { useDocumentSearch } from './use-document-search';
import { factsOf } from './words';

interface SourceViewProps {
  target: SourceTarget;
  onBack(): void;
}

/** A document, opened where the target's words are; beside the answer, or as large as the window. */
export function SourceView({ target, onBack }: SourceViewProps) {
  const words = useWords();
  const { ui } = words;
  const { threadId, Pin } = useThreadActions();
  const { documentId, quote, place } = target;
  const [large, setLarge] = useState(false);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <Button
          look="quiet"
          size="small"
          aria-label={ui.documents.allSources}
          title={ui.documents.allSources}
          icon={<ArrowLeft size={15} />}
          onClick={onBack}
        />
        <h2 title={target.name}>{target.name}</h2>
        <span>{placeText(words, target.name, target.place)}</span>
        {threadId && documentId && quote !== '' && (
          <Pin target={{ kind: 'quote', threadId, documentId, quote, place }} label={ui.documents.pinQuote} />
        )}
        <Button
          look="quiet"
          size="small"
          aria-label={ui.documents.enlarge}
          title={ui.documents.enlarge}
          icon={<Maximize2 size={13} />}
          onClick={() => setLarge(true)}
        />
      </header>
      <SourceShown target={target} />
      <Modal
        opened={large}
        onClose={() => setLarge(false)}
        title={target.name}
        size="min(1080px, 94vw)"
        closeButtonProps={{ 'aria-label': ui.common.close }}
      >
        <div className={`${styles.view} ${styles.large}`}>
          <SourceShown target={target} />
        </div>
      </Modal>
    </div>
  );
}

/** What is in a document, at the target's words. */
export function SourceShown({ target }: { target: SourceTarget }) {
  if (target.documentId === null) return <Unkept target={target} />;
  return <Kept key={target.documentId} documentId={target.documentId} target={target} />;
}

function Unkept({ target }: { target: SourceTarget }) {
  const { ui } = useWords();
  return (
    <div className={styles.unkept}>
      <Note tone="info">{ui.documents.notKept}</Note>
      <blockquote>{target.quote}</blockquote>
    </div>
  );
}

function Kept({ documentId, target }: { documentId: DocumentId; target: SourceTarget }) {
  const { ui } = useWords();
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: keys.document(documentId),
    queryFn: () => client.documents.get({ documentId }),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.documents.loadingOne} widths={[70, 100, 95, 100, 60]} />;
  if (data.kind === 'pdf' && data.error)
    return <UnreadPdf document={data} message={ui.failures.of(data.error)} target={target} />;
  if (data.kind === 'pdf' && data.status === 'reading') return <PdfView document={data} target={target} />;
  if (data.error) return <Note tone="bad">{ui.documents.notReadBecause(ui.failures.of(data.error))}</Note>;
  if (data.status === 'reading') return <Skeleton label={ui.documents.readingOne} widths={[70, 100, 95, 100, 60]} />;
  return <Searchable document={data} target={target} />;
}

/** A document whose text is known. */
function Searchable({ document, target }: { document: Document; target: SourceTarget }) {
  const { search, shown } = useDocumentSearch(document.id, target);
  const View = document.kind === 'pdf' ? PdfView : Parts;
  return (
    <>
      <SearchField search={search} />
      <View document={document} target={shown} />
    </>
  );
}

/** What took the reader down might take the window down as well, so its pages are drawn only on demand. */
function UnreadPdf({ document, message, target }: { document: Document; message: string; target: SourceTarget }) {
  const { ui } = useWords();
  const [isShown, setShown] = useState(false);
  if (isShown) return <PdfView document={document} target={target} />;
  return (
    <Note
      tone="bad"
      action={
        <Button size="small" onClick={() => setShown(true)}>
          {ui.documents.showPages}
        </Button>
      }
    >
      {ui.documents.notReadBecause(message)}
    </Note>
  );
}

/** Everything but a PDF, as its text: foreign markup is never drawn. */
function Parts({ document, target }: { document: Document; target: SourceTarget }) {
  const { ui } = useWords();
  const client = useClient();
  const offset = target.place?.start ?? 0;
  const { data: place, error } = useQuery({
    queryKey: keys.documentPlace(document.id, offset),
    queryFn: () => client.documents.locate({ documentId: document.id, offset }),
  });
  /** Holds only for the target it was turned at: another click on a citation leads back to its part. */
  const [turned, setTurned] = useState<{ at: SourceTarget; part: number } | null>(null);
  if (error) return <Failure error={error} />;
  if (!place) return <Skeleton label={ui.documents.loadingText} widths={[70, 100, 95, 100, 60]} />;
  const part = turned?.at === target ? turned.part : place.part;
  const turn = (to: number) => setTurned({ at: target, part: to });
  const { unit, count, names } = document.parts ?? { unit: 'text', count: 1, names: [] };
  const Part = document.kind === 'xlsx' ? SheetPart : TextPart;
  return (
    <>
      {unit !== 'text' && <PartTurner unit={unit} count={count} part={part} onPart={turn} names={names} />}
      <Part
        key={part}
        document={document}
        part={part}
        line={part === place.part ? place.line : 0}
        mark={target.place}
      />
      <footer className={styles.about}>
        {document.kind === 'docx' || document.kind === 'pptx' || document.kind === 'html'
          ? `${ui.documents.shownAsText} · ${factsOf(document, ui.documents)}`
          : factsOf(document, ui.documents)}
      </footer>
    </>
  );
}
