import { Menu } from '@mantine/core';
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, ImageDown, Pencil, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { ReportBlock, ReportBlockId } from '#contract';
import { shortcutText, useWords } from '../../ui';
import { BlockView } from './BlockView';
import { blockName } from './block-name';
import { OwnText } from './OwnText';
import type { ReportText } from './pinned-text';
import styles from './Reports.module.css';
import { SourceLine } from './SourceLine';
import type { useBlockCommands } from './use-block-commands';

const DRAGGED = 'application/x-assay-report-block';

interface BlockFrameProps {
  block: ReportBlock;
  editing: boolean;
  setEditing(id: ReportBlockId | null): void;
  commands: ReturnType<typeof useBlockCommands>;
  Text: ReportText;
  /** By how many places. */
  onMove(by: 1 | -1): void;
  onOpenThread(block: ReportBlock): void;
}

/** A block in its place: to be moved by its handle or by keys, and with what can be done to it. */
export function BlockFrame(props: BlockFrameProps) {
  const { block, commands, editing, setEditing, Text } = props;
  const words = useWords();
  const handle = useRef<HTMLButtonElement>(null);
  const name = blockName(block, words);
  const { over, ...dropping } = useBlockDrop((id) => void commands.move(id, block.id));
  const { content } = block;
  return (
    <li
      className={`${styles.block} ${over ? styles.target : ''}`}
      data-block={block.id}
      data-content={content.kind}
      aria-label={name}
      onKeyDown={(event) => moveByKeys(event, props.onMove)}
      {...dropping}
    >
      <div className={styles.tools}>
        <button
          ref={handle}
          type="button"
          className={styles.handle}
          data-handle=""
          aria-label={words.ui.reports.move(name)}
          title={words.ui.reports.moveHint}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAGGED, block.id);
            event.dataTransfer.effectAllowed = 'move';
          }}
        >
          <GripVertical size={14} />
        </button>
        <BlockMenu {...props} name={name} />
      </div>
      <div className={styles.content}>
        {content.kind === 'text' ? (
          <OwnText
            markdown={content.markdown}
            Text={Text}
            editing={editing}
            onEdit={() => setEditing(block.id)}
            onDone={(markdown, byKey) => {
              setEditing(null);
              if (byKey) handle.current?.focus();
              if (markdown !== content.markdown) void commands.editText(block.id, markdown, content.markdown);
            }}
          />
        ) : (
          <BlockView block={block} Text={Text} />
        )}
        <SourceLine block={block} onOpenThread={props.onOpenThread} onRenew={() => void commands.renew(block.id)} />
      </div>
    </li>
  );
}

/** Alt and an arrow move the block, wherever in it the focus is; the threads stay as they are. */
function moveByKeys(event: KeyboardEvent, onMove: (by: 1 | -1) => void): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
  if (!event.altKey || by === null || event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  event.nativeEvent.stopImmediatePropagation();
  onMove(by);
}

function BlockMenu({ block, name, commands, editing, setEditing, onMove }: BlockFrameProps & { name: string }) {
  const { ui } = useWords();
  const words = ui.reports;
  return (
    // The text that is then written has the focus.
    <Menu position="bottom-end" width={230} hideDetached={false} withinPortal returnFocus={!editing}>
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={words.actionsFor(name)}>
          <Ellipsis size={15} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {block.content.kind === 'text' && (
          <Menu.Item leftSection={<Pencil size={14} />} onClick={() => setEditing(block.id)}>
            {words.editText}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Plus size={14} />} onClick={() => void commands.addText('', block.id)}>
          {words.addTextBefore}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowUp size={14} />}
          rightSection={<kbd>{shortcutText('alt+↑', ui.keys)}</kbd>}
          onClick={() => onMove(-1)}
        >
          {words.moveUp}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowDown size={14} />}
          rightSection={<kbd>{shortcutText('alt+↓', ui.keys)}</kbd>}
          onClick={() => onMove(1)}
        >
          {words.moveDown}
        </Menu.Item>
        {block.changes.some(({ code }) => code === 'newer_version') && block.content.kind !== 'figure' && (
          <Menu.Item leftSection={<RefreshCw size={14} />} onClick={() => void commands.renew(block.id)}>
            {words.renew}
          </Menu.Item>
        )}
        {block.content.kind === 'chart' && (
          <Menu.Item leftSection={<ImageDown size={14} />} onClick={() => void commands.saveChart(block.id)}>
            {words.savePicture}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Trash2 size={14} />} onClick={() => void commands.remove(block.id, name)}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Takes a block that is dragged here. */
function useBlockDrop(onDrop: (id: ReportBlockId) => void) {
  const [over, setOver] = useState(false);
  const isBlock = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!isBlock(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!isBlock(event)) return;
      event.preventDefault();
      setOver(false);
      // It was put there by a block of this window.
      onDrop(event.dataTransfer.getData(DRAGGED) as ReportBlockId);
    },
  };
}
