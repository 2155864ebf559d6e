import { Modal } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useClient } from '../../bridge';
import { Button, formatBytes, type MadeFile, tellSaved, useThreadActions, useWords } from '../../ui';
import { canPreview, FilePreview } from './FilePreview';
import styles from './Files.module.css';
import { FileIcon, isDataFile } from './file-icon';

/** A file that code made: its name opens it, and it can be saved or asked about. */
export function FileChip({ file }: { file: MadeFile }) {
  const { ui } = useWords();
  const client = useClient();
  const { attach } = useThreadActions();
  const [open, setOpen] = useState(false);
  const save = () => void tellSaved(client.files.save({ fileId: file.fileId }));
  const use = attach && isDataFile(file.name) ? () => attach(file.fileId) : null;
  return (
    <span className={styles.chip} data-chip="">
      <button
        type="button"
        className={styles.name}
        title={canPreview(file.name) ? ui.files.openOf(file.name) : ui.files.saveOf(file.name)}
        onClick={canPreview(file.name) ? () => setOpen(true) : save}
      >
        <FileIcon name={file.name} />
        <span>{file.name}</span>
        <small>{formatBytes(file.bytes)}</small>
      </button>
      <Button
        look="quiet"
        size="small"
        icon={<Download size={13} />}
        aria-label={ui.files.saveOf(file.name)}
        title={ui.common.save}
        onClick={save}
      />
      {use && (
        <Button look="quiet" size="small" onClick={use}>
          {ui.files.useAsData}
        </Button>
      )}
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={file.name}
        size="xl"
        lockScroll={false}
        closeButtonProps={{ 'aria-label': ui.common.close }}
      >
        <FilePreview file={file} />
        <div className={styles.actions}>
          {use && (
            <Button
              onClick={() => {
                setOpen(false);
                use();
              }}
            >
              {ui.files.useAsData}
            </Button>
          )}
          <Button icon={<Download size={14} />} onClick={save}>
            {ui.common.save}
          </Button>
        </div>
      </Modal>
    </span>
  );
}
