import { ArrowLeft, Plus, RotateCw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Report, ReportBlock, ReportBlockId, ReportId } from '#contract';
import { AppError } from '#contract/result';
import { Button, Failure, hasCommand, Skeleton, useWords } from '../../ui';
import { BlockFrame } from './BlockFrame';
import { ExportMenu } from './ExportMenu';
import type { ReportText } from './pinned-text';
import styles from './Reports.module.css';
import { TitleField } from './TitleField';
import { useBlockCommands } from './use-block-commands';
import { useReportCommands } from './use-report-commands';
import { useReport } from './use-reports';

interface ReportPageProps {
  reportId: ReportId;
  Text: ReportText;
  /** Back to the list; also where the report is gone. */
  onBack(): void;
  /** On another file. */
  onRunAgain(): void;
  onOpenThread(block: ReportBlock): void;
}

/** A report as the document it will be: its parts in the analyst's order, each with where it is from. */
export function ReportPage({ reportId, onBack, ...shown }: ReportPageProps) {
  const { ui } = useWords();
  const { data: report, error, refetch } = useReport(reportId);
  const isGone = error instanceof AppError && error.code === 'not_found';
  useEffect(() => {
    if (isGone) onBack();
  }, [isGone, onBack]);
  if (error && !isGone && !report) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!report) return <Skeleton label={ui.reports.loadingOne} widths={[60, 100, 100, 100]} />;
  return <Shown report={report} onBack={onBack} {...shown} />;
}

function Shown({
  report,
  onBack,
  onRunAgain,
  Text,
  onOpenThread,
}: Omit<ReportPageProps, 'reportId'> & { report: Report }) {
  const { ui } = useWords();
  const words = ui.reports;
  const commands = useBlockCommands(report.id);
  const { rename, remove } = useReportCommands();
  const [editing, setEditing] = useState<ReportBlockId | null>(null);
  const { list, said, moveBy } = useMoving(report.blocks, commands.move);
  const addText = useAddedText(report.blocks, commands.addText, setEditing);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut holds wherever on the page the focus is
    <div className={styles.page} onKeyDown={(event) => undoByKeys(event, commands.undo)}>
      <div className={styles.bar}>
        <Button look="quiet" size="small" icon={<ArrowLeft size={13} />} onClick={onBack}>
          {words.back}
        </Button>
        <span className={styles.space} />
        {report.blocks.length > 0 && <ExportMenu reportId={report.id} />}
        <Button
          look="quiet"
          size="small"
          icon={<RotateCw size={13} />}
          disabled={report.blocks.every(({ source }) => source === null)}
          onClick={onRunAgain}
        >
          {ui.reruns.menu}
        </Button>
        <Button
          look="quiet"
          size="small"
          icon={<Trash2 size={13} />}
          onClick={() => void remove(report).then((done) => done && onBack())}
        >
          {ui.common.delete}
        </Button>
      </div>
      <TitleField key={report.title} title={report.title} onRename={(title) => void rename(report.id, title)} />
      {report.blocks.length === 0 && <p className={styles.none}>{words.empty}</p>}
      <ol ref={list} className={styles.blocks}>
        {report.blocks.map((block) => (
          <BlockFrame
            key={block.id}
            block={block}
            editing={editing === block.id}
            setEditing={setEditing}
            commands={{ ...commands, addText }}
            Text={Text}
            onMove={(by) => moveBy(block.id, by)}
            onOpenThread={onOpenThread}
          />
        ))}
      </ol>
      <Button icon={<Plus size={14} />} onClick={() => void addText('', null)}>
        {words.addText}
      </Button>
      <p className={styles.heard} role="status">
        {said}
      </p>
    </div>
  );
}

/** Text that is written has its own undo. */
function undoByKeys(event: KeyboardEvent, undo: () => void): void {
  const isWritten = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  if (isWritten || !hasCommand(event.nativeEvent) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  undo();
}

/** By places; the focus stays on what is moved, and what was done is said. */
function useMoving(
  blocks: readonly ReportBlock[],
  move: (id: ReportBlockId, before: ReportBlockId | null) => Promise<boolean>,
) {
  const { ui } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<ReportBlockId | null>(null);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    const id = focused.current;
    focused.current = null;
    // A block that changes its place in the page loses the focus.
    if (id && blocks.length > 0)
      list.current?.querySelector<HTMLElement>(`[data-block="${id}"] [data-handle]`)?.focus();
  }, [blocks]);
  const moveBy = (id: ReportBlockId, by: 1 | -1) => {
    const at = blocks.findIndex((block) => block.id === id);
    if (at + by < 0 || at + by >= blocks.length) return;
    focused.current = id;
    void move(id, blocks[by === 1 ? at + 2 : at - 1]?.id ?? null);
    setSaid(ui.reports.moved(at + by + 1, blocks.length));
  };
  return { list, said, moveBy };
}

/** What was added is written at once. */
function useAddedText(
  blocks: readonly ReportBlock[],
  add: (markdown: string, before: ReportBlockId | null) => Promise<void>,
  edit: (id: ReportBlockId) => void,
) {
  const known = useRef<ReadonlySet<ReportBlockId> | null>(null);
  useEffect(() => {
    const before = known.current;
    const added = before && blocks.find(({ id }) => !before.has(id));
    if (!added) return;
    known.current = null;
    edit(added.id);
  }, [blocks, edit]);
  return (markdown: string, before: ReportBlockId | null) => {
    known.current = new Set(blocks.map(({ id }) => id));
    return add(markdown, before);
  };
}
