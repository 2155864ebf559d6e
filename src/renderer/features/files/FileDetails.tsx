import { Modal } from '@mantine/core';
import { Download, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { FileId, LibraryFile, ReportId, ThreadId } from '#contract';
import { useClient } from '../../bridge';
import { Button, formatBytes, formatInstant, LeadButton, tellSaved, useWords } from '../../ui';
import { DeleteFile } from './DeleteFile';
import styles from './Files.module.css';
import { RenameFile } from './RenameFile';
import sides from './Sides.module.css';
import { useFileCommands, useFileUses } from './use-files';

interface FileDetailsProps {
  file: LibraryFile;
  /** All files of its name, itself among them. */
  versions: readonly LibraryFile[];
  /** Beside the list, where there is room; over the window otherwise. */
  beside: boolean;
  Preview: ComponentType<{ file: LibraryFile }>;
  onClose(): void;
  onOpen(fileId: FileId): void;
  onAsk(): void;
  onOpenThread(threadId: ThreadId): void;
  onOpenReport(reportId: ReportId): void;
}

/** A file: what is in it, where it is used, its other versions, and what can be done with it. */
export function FileDetails({
  file,
  versions,
  beside,
  Preview,
  onClose,
  onOpen,
  onAsk,
  onOpenThread,
  onOpenReport,
}: FileDetailsProps) {
  const client = useClient();
  const { library: words, ui } = useWords();
  const { remove } = useFileCommands();
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const { data: uses } = useFileUses(file.id);
  const isUsed =
    uses && ([...uses.threads, ...uses.reports].some(({ deleted }) => !deleted) || uses.assistants.length > 0);
  const startDelete = async () => {
    if (isUsed) setDoing('delete');
    else if (await remove(file)) onClose();
  };
  if (doing === 'delete')
    return (
      <Modal
        opened
        onClose={() => setDoing(null)}
        title={words.deleteTitle(file.name)}
        lockScroll={false}
        closeButtonProps={{ 'aria-label': words.close() }}
      >
        <DeleteFile file={file} onClose={() => setDoing(null)} />
      </Modal>
    );
  return (
    <Frame name={file.name} beside={beside} onClose={onClose}>
      {doing === 'rename' && <RenameFile file={file} onDone={() => setDoing(null)} />}
      <section className={styles.shown} data-preview="" aria-label={words.previewOf(file.name)}>
        <Preview file={file} />
      </section>
      <div className={styles.about}>
        <section>
          <h3>{words.usedIn()}</h3>
          {uses && uses.threads.length + uses.reports.length + uses.assistants.length === 0 && <p>{words.unused()}</p>}
          <ul className={styles.uses}>
            {uses?.threads.map(({ threadId, title, deleted }) => (
              <li key={threadId}>
                {deleted ? (
                  words.deletedThread(title)
                ) : (
                  <LeadButton onClick={() => onOpenThread(threadId)}>{title}</LeadButton>
                )}
              </li>
            ))}
            {uses?.reports.map(({ reportId, title, deleted }) => (
              <li key={reportId}>
                {deleted ? (
                  ui.reports.inDeletedReport(title)
                ) : (
                  <LeadButton onClick={() => onOpenReport(reportId)}>{ui.reports.inReport(title)}</LeadButton>
                )}
              </li>
            ))}
            {uses && uses.assistants.length > 0 && <li>{words.assistants(uses.assistants)}</li>}
          </ul>
        </section>
        {versions.length > 1 && (
          <section>
            <h3>{words.versionsHead()}</h3>
            <ul className={styles.uses}>
              {versions.map((version) => (
                <li key={version.id}>
                  {version.id === file.id ? (
                    <b>{formatInstant(version.createdAt)}</b>
                  ) : (
                    <LeadButton onClick={() => onOpen(version.id)}>{formatInstant(version.createdAt)}</LeadButton>
                  )}{' '}
                  <span>{formatBytes(version.bytes)}</span>
                  {version.id === file.id && <span> · {words.shownVersion()}</span>}
                  {version.id !== file.id && version.content === file.content && <span> · {words.sameContent()}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className={styles.actions}>
        <Button look="quiet" icon={<Trash2 size={14} />} onClick={() => void startDelete()}>
          {words.delete()}
        </Button>
        <Button look="quiet" icon={<Pencil size={14} />} onClick={() => setDoing('rename')}>
          {words.rename()}
        </Button>
        <Button
          look="quiet"
          icon={<Download size={14} />}
          onClick={() => void tellSaved(client.files.save({ fileId: file.id }))}
        >
          {words.saveShort()}
        </Button>
        <Button look="primary" icon={<MessageSquarePlus size={14} />} title={words.askTitle(file.name)} onClick={onAsk}>
          {words.ask()}
        </Button>
      </div>
    </Frame>
  );
}

interface FrameProps {
  name: string;
  beside: boolean;
  onClose(): void;
  children: ReactNode;
}

function Frame({ name, beside, onClose, children }: FrameProps) {
  const { library: words } = useWords();
  if (beside)
    return (
      <aside className={sides.beside} aria-label={name}>
        <h2>{name}</h2>
        {children}
      </aside>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="min(1080px, 94vw)"
      lockScroll={false}
      closeButtonProps={{ 'aria-label': words.close() }}
    >
      {children}
    </Modal>
  );
}
