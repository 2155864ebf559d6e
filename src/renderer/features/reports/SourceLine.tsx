import type { BlockChange, ReportBlock } from '#contract';
import { readingLine, rerunWhyWords, type Words } from '#words';
import { Button, formatDay, LeadButton, Note, useWords } from '../../ui';
import styles from './Reports.module.css';

interface SourceLineProps {
  block: ReportBlock;
  onOpenThread(block: ReportBlock): void;
  onRenew(): void;
}

/** Below a block: where it is from, of which files and when, and what has changed since. */
export function SourceLine({ block, onOpenThread, onRenew }: SourceLineProps) {
  const words = useWords();
  const { source, changes, content } = block;
  if (source === null) return null;
  const isGone = changes.some(({ code }) => code === 'thread_deleted');
  const reading = 'reading' in content && content.reading ? readingLine(words, content.reading) : null;
  const rest = [...source.files.map(({ name }) => name), formatDay(source.at)];
  return (
    <>
      <p className={styles.source}>
        {reading && <span>{words.ui.reports.readAs(reading)} · </span>}
        {isGone ? (
          words.ui.reports.from(source.title)
        ) : (
          <LeadButton onClick={() => onOpenThread(block)}>{words.ui.reports.from(source.title)}</LeadButton>
        )}
        {rest.map((text) => ` · ${text}`).join('')}
      </p>
      {changes.map((change, at) => (
        <Note
          key={at}
          tone={change.code === 'thread_deleted' ? 'info' : 'warn'}
          action={
            change.code === 'newer_version' &&
            content.kind !== 'figure' && (
              <Button size="small" onClick={onRenew}>
                {words.ui.reports.renew}
              </Button>
            )
          }
        >
          {changeWords(change, words)}
        </Note>
      ))}
    </>
  );
}

function changeWords(change: BlockChange, all: Words): string {
  const words = all.ui.reports.changed;
  switch (change.code) {
    case 'file_replaced':
      return words.file_replaced(change.name, formatDay(change.at));
    case 'file_deleted':
      return words.file_deleted(change.name);
    case 'definitions_changed':
      return words.definitions_changed(change.name);
    case 'newer_version':
      return words.newer_version(formatDay(change.at));
    case 'not_rerun':
      return words.not_rerun(rerunWhyWords(all, change.why));
    case 'thread_deleted':
      return words.thread_deleted;
  }
}
