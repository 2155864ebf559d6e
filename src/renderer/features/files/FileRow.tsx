import { Menu, Modal } from '@mantine/core';
import { Download, Ellipsis, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { LibraryFile } from '#contract';
import { useClient } from '../../bridge';
import { FILE_DRAGGED, formatBytes, formatInstant, tellSaved, useWords } from '../../ui';
import { DeleteFile } from './DeleteFile';
import styles from './Files.module.css';
import { FileIcon } from './file-icon';
import { RenameFile } from './RenameFile';
import { useFileCommands } from './use-files';

interface FileRowProps {
  file: LibraryFile;
  /** How many files have this name. */
  versions: number;
  /** It is what is seen beside the list. */
  isShown: boolean;
  onOpen(): void;
  onAsk(): void;
}

/** One name of the library with its newest file; it can be dragged into a thread. */
export function FileRow({ file, versions, isShown, onOpen, onAsk }: FileRowProps) {
  const client = useClient();
  const { library: words, ui } = useWords();
  const { remove } = useFileCommands();
  const [renaming, setRenaming] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const row = useRef<HTMLTableRowElement>(null);
  const focusNeighbour = () => {
    const near = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    near?.querySelector<HTMLElement>('[data-file]')?.focus();
  };
  const startDelete = async () => {
    const { threads, assistants } = await client.files.uses({ fileId: file.id });
    if (threads.some(({ deleted }) => !deleted) || assistants.length > 0) return setDeleting(true);
    focusNeighbour();
    await remove(file);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'Delete') void startDelete();
    else return;
    event.preventDefault();
  };
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(FILE_DRAGGED, file.id);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <tr ref={row} draggable={!renaming} onDragStart={drag} data-shown={isShown || undefined}>
      <th scope="row">
        {renaming ? (
          <RenameFile file={file} onDone={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            className={styles.open}
            data-file=""
            title={file.name}
            aria-current={isShown || undefined}
            onClick={onOpen}
            onKeyDown={onKey}
          >
            <FileIcon name={file.name} />
            <span>{file.name}</span>
          </button>
        )}
        {versions > 1 && <small>{words.versions(versions)}</small>}
        {file.made && <small>{words.madeByCode()}</small>}
        {(file.status === 'failed' || file.status === 'cancelled') && (
          <small className={styles.failed}>{words.failed()}</small>
        )}
      </th>
      <td>{file.threads > 0 ? words.threads(file.threads) : words.unused()}</td>
      <td className={styles.size}>{formatBytes(file.bytes)}</td>
      <td>{formatInstant(file.createdAt)}</td>
      <td className={styles.actionsCell}>
        <Menu position="bottom-end" width={190} hideDetached={false} withinPortal>
          <Menu.Target>
            <button type="button" className={styles.more} aria-label={words.actionsFor(file.name)}>
              <Ellipsis size={15} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<MessageSquarePlus size={14} />} onClick={onAsk}>
              {words.ask()}
            </Menu.Item>
            <Menu.Item
              leftSection={<Pencil size={14} />}
              rightSection={<kbd>F2</kbd>}
              onClick={() => setRenaming(true)}
            >
              {words.rename()}
            </Menu.Item>
            <Menu.Item
              leftSection={<Download size={14} />}
              onClick={() => void tellSaved(client.files.save({ fileId: file.id }))}
            >
              {words.saveShort()}
            </Menu.Item>
            <Menu.Item
              leftSection={<Trash2 size={14} />}
              rightSection={<kbd>{ui.keys.delete}</kbd>}
              onClick={() => void startDelete()}
            >
              {words.delete()}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Modal
          opened={deleting}
          onClose={() => setDeleting(false)}
          title={words.deleteTitle(file.name)}
          lockScroll={false}
          closeButtonProps={{ 'aria-label': words.close() }}
        >
          <DeleteFile file={file} onClose={() => setDeleting(false)} />
        </Modal>
      </td>
    </tr>
  );
}
