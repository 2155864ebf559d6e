import { Table2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Dataset, FileId } from '#contract';
import { isDocumentAfterAll } from '#contract/document-kinds';
import { AppError } from '#contract/result';
import { stageWords } from '#words';
import { Button, Failure, formatBytes, Note, Progress, useWords } from '../../ui';
import styles from './Datasets.module.css';
import { ProfileCard } from './ProfileCard';
import type { Attachments, PendingUpload } from './use-attachments';
import { Workbook } from './Workbook';

interface AttachmentTrayProps {
  attachments: Attachments;
  onAsk(question: string): void;
  /** Cards of what is attached besides data. */
  others: readonly ReactNode[];
  /** Has the text of a workbook searched as well, or that of a file that holds no table. */
  onSearchText(fileId: FileId): void;
}

/** What is attached to the message being written: files on their way, then a card that says what is in each. */
export function AttachmentTray({ attachments, onAsk, others, onSearchText }: AttachmentTrayProps) {
  const words = useWords();
  const { uploads, datasets, error } = attachments;
  const several = uploads.length + datasets.length + others.length > 1;
  if (uploads.length === 0 && datasets.length === 0 && others.length === 0 && !error) return null;
  const cardOf = (dataset: Dataset, ofWorkbook: boolean) => {
    const remove = () => attachments.remove(dataset.id);
    if (dataset.status === 'ready')
      return (
        <ProfileCard
          key={dataset.id}
          dataset={dataset}
          ofWorkbook={ofWorkbook}
          folded={several}
          onRemove={remove}
          onAsk={onAsk}
          onSearchText={() => onSearchText(dataset.fileId)}
        />
      );
    if (dataset.status === 'reading') {
      return (
        <div key={dataset.id} className={styles.upload}>
          <div className={styles.uploadHead}>
            <b title={dataset.name}>{dataset.name}</b>
            <span>{dataset.progress ? stageWords(words, dataset.progress.doing) : words.ui.datasets.reading}…</span>
            <Button
              look="quiet"
              size="small"
              aria-label={words.ui.datasets.stopReading(dataset.name)}
              icon={<X size={14} />}
              onClick={remove}
            />
          </div>
          <Progress share={dataset.progress?.share ?? 0} label={words.ui.datasets.readingOf(dataset.name)} />
        </div>
      );
    }
    const failure = dataset.error ?? { code: 'cancelled' as const, message: words.ui.datasets.readingStopped };
    const searchText = () => {
      onSearchText(dataset.fileId);
      remove();
    };
    return (
      <FailedFile
        key={dataset.id}
        name={dataset.name}
        bytes={dataset.bytes}
        error={AppError.from(failure)}
        said={words.ui.datasets.notRead}
        onRemove={remove}
        onSearchText={isDocumentAfterAll(dataset.name, failure.code) ? searchText : null}
      />
    );
  };
  return (
    <section className={styles.tray} aria-label={words.ui.datasets.attached}>
      {error && (
        <Note tone="bad" live>
          {error}
        </Note>
      )}
      {uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} onDismiss={() => attachments.dismiss(upload.key)} />
      ))}
      {[...Map.groupBy(datasets, (one) => one.fileId)].map(([fileId, sheets]) =>
        sheets.length > 1 ? (
          <Workbook key={fileId} sheets={sheets} onRemove={attachments.remove}>
            {sheets.map((one) => cardOf(one, true))}
          </Workbook>
        ) : (
          sheets.map((one) => cardOf(one, false))
        ),
      )}
      {others}
    </section>
  );
}

function UploadLine({ upload, onDismiss }: { upload: PendingUpload; onDismiss(): void }) {
  const { ui } = useWords();
  if (upload.error) {
    return (
      <FailedFile
        name={upload.name}
        bytes={upload.bytes}
        error={upload.error}
        said={ui.datasets.notAdded}
        onRemove={onDismiss}
        onSearchText={null}
      />
    );
  }
  return (
    <div className={styles.upload}>
      <div className={styles.uploadHead}>
        <b title={upload.name}>{upload.name}</b>
        <span>{ui.common.partOf(formatBytes(upload.sent), formatBytes(upload.bytes))}</span>
        <Button
          look="quiet"
          size="small"
          aria-label={ui.datasets.stopAdding(upload.name)}
          icon={<X size={14} />}
          onClick={upload.stop}
        />
      </div>
      <Progress share={upload.bytes === 0 ? 0 : upload.sent / upload.bytes} label={ui.datasets.addingOf(upload.name)} />
    </div>
  );
}

interface FailedFileProps {
  name: string;
  bytes: number;
  error: AppError;
  said(why: string): string;
  onRemove(): void;
  /** Takes the file as a document instead; null where it cannot be one. */
  onSearchText: (() => void) | null;
}

/** A file that is no data here: a card like those of the others, with why. */
function FailedFile({ name, bytes, error, said, onRemove, onSearchText }: FailedFileProps) {
  const { ui } = useWords();
  return (
    <div className={`${styles.upload} ${styles.failed}`}>
      <div className={styles.uploadHead}>
        <Table2 size={16} aria-hidden="true" />
        <b title={name}>{name}</b>
        <span>{formatBytes(bytes)}</span>
        {onSearchText && (
          <Button size="small" onClick={onSearchText}>
            {ui.datasets.searchItsText}
          </Button>
        )}
        <Button
          look="quiet"
          size="small"
          aria-label={ui.datasets.remove(name)}
          icon={<X size={14} />}
          onClick={onRemove}
        />
      </div>
      <Failure error={error} said={said} />
    </div>
  );
}
