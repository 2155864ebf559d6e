import { Menu } from '@mantine/core';
import { Archive, ArchiveRestore, Download, Ellipsis, Pencil, Pin, PinOff, RotateCw, Tag, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { FileId, Thread, ThreadId } from '#contract';
import { useFileDrop, useWords } from '../../ui';
import { RenameField } from './RenameField';
import tagStyles from './Tags.module.css';
import { TagsField } from './TagsField';
import styles from './Threads.module.css';
import { useThreadCommands } from './use-thread-commands';

interface ThreadRowProps {
  thread: Thread;
  /** A file of the library is dropped on the thread; absent where none can be. */
  onDropFile?: ((fileId: FileId, threadId: ThreadId) => void) | undefined;
  /** Leads on to running it again on another file; absent where that cannot be. */
  onRunAgain?: ((threadId: ThreadId) => void) | undefined;
  current: boolean;
  onOpen(threadId: ThreadId): void;
  onGone(threadId: ThreadId): void;
  onExport(thread: Thread): void;
}

export function ThreadRow({ thread, current, onOpen, onGone, onExport, onDropFile, onRunAgain }: ThreadRowProps) {
  const { over, ...dropping } = useFileDrop((fileId) => onDropFile?.(fileId, thread.id));
  const actions = useThreadCommands();
  const [renaming, setRenaming] = useState(false);
  const { threads: words, ui } = useWords();
  const [tagging, setTagging] = useState(false);
  const [menu, setMenu] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  useFocusOfNeighbour(row, menu);
  const remove = async () => (await actions.remove(thread)) && onGone(thread.id);
  const archive = async () => (await actions.archive(thread)) && onGone(thread.id);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'Delete') void remove();
    else return;
    event.preventDefault();
  };
  if (renaming)
    return (
      <RenameField
        thread={thread}
        onDone={(byKey) => {
          takesFocus.current = byKey;
          setRenaming(false);
        }}
        onRename={(title) => void actions.rename(thread, title)}
      />
    );
  return (
    <div
      ref={row}
      className={`${styles.row} ${current ? styles.current : ''} ${over ? styles.target : ''}`}
      {...(onDropFile ? dropping : {})}
    >
      <button
        type="button"
        ref={(button) => {
          if (takesFocus.current) button?.focus();
          takesFocus.current = false;
        }}
        className={styles.open}
        data-thread=""
        aria-current={current ? 'page' : undefined}
        title={thread.title}
        onClick={() => onOpen(thread.id)}
        onDoubleClick={() => setRenaming(true)}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
        onKeyDown={onKey}
      >
        {thread.busy && <span className={styles.busy} role="img" aria-label={ui.threads.busy} />}
        <span className={styles.title}>{thread.title}</span>
        {thread.tags[0] && <span className={tagStyles.tag}>{thread.tags.join(', ')}</span>}
      </button>
      <Menu opened={menu} onChange={setMenu} position="bottom-end" width={230} withinPortal>
        <Menu.Target>
          <button type="button" className={styles.more} aria-label={ui.threads.actionsFor(thread.title)}>
            <Ellipsis size={15} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={14} />} rightSection={<kbd>F2</kbd>} onClick={() => setRenaming(true)}>
            {ui.threads.rename}
          </Menu.Item>
          <Menu.Item
            leftSection={thread.pinned ? <PinOff size={14} /> : <Pin size={14} />}
            onClick={() => void actions.pin(thread)}
          >
            {thread.pinned ? ui.threads.unpin : ui.threads.pin}
          </Menu.Item>
          <Menu.Item
            leftSection={thread.archived ? <ArchiveRestore size={14} /> : <Archive size={14} />}
            onClick={() => void archive()}
          >
            {thread.archived ? ui.threads.unarchive : ui.threads.archive}
          </Menu.Item>
          <Menu.Item leftSection={<Tag size={14} />} onClick={() => setTagging(true)}>
            {words.editTags()}
          </Menu.Item>
          {onRunAgain && (
            <Menu.Item leftSection={<RotateCw size={14} />} onClick={() => onRunAgain(thread.id)}>
              {ui.reruns.menu}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Download size={14} />} onClick={() => onExport(thread)}>
            {ui.exports.menu}
          </Menu.Item>
          <Menu.Item
            leftSection={<Trash2 size={14} />}
            rightSection={<kbd>{ui.keys.delete}</kbd>}
            onClick={() => void remove()}
          >
            {ui.threads.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {tagging && <TagsField thread={thread} onClose={() => setTagging(false)} />}
    </div>
  );
}

/** A row that goes away with the focus on it hands it to the one below, or above; the focus would be lost otherwise. */
function useFocusOfNeighbour(row: RefObject<HTMLElement | null>, menu: boolean): void {
  const inMenu = useRef(menu);
  inMenu.current ||= menu;
  useLayoutEffect(
    () => () => {
      const own = row.current;
      const has = own?.contains(document.activeElement) || (inMenu.current && document.activeElement === document.body);
      if (!own || !has) return;
      const all = [...(own.closest('nav')?.querySelectorAll<HTMLElement>('[data-thread]') ?? [])];
      const at = all.findIndex((one) => own.contains(one));
      (all[at + 1] ?? all[at - 1])?.focus({ preventScroll: true });
    },
    [row],
  );
}
