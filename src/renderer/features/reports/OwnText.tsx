import { useRef, useState } from 'react';
import { LeadButton, useWords } from '../../ui';
import type { ReportText } from './pinned-text';
import styles from './Reports.module.css';

interface OwnTextProps {
  markdown: string;
  Text: ReportText;
  editing: boolean;
  onEdit(): void;
  /** Left, by a key or otherwise; `markdown` is what it says now. */
  onDone(markdown: string, byKey: boolean): void;
}

const LONGEST = 100_000;

/** Text of the analyst: read as it will stand, written as Markdown where it stands. */
export function OwnText({ markdown, Text, editing, onEdit, onDone }: OwnTextProps) {
  const { ui } = useWords();
  if (editing) return <TextArea markdown={markdown} onDone={onDone} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same by keyboard
    <div className={styles.own} onDoubleClick={onEdit}>
      {markdown.trim() === '' ? (
        <LeadButton onClick={onEdit}>{ui.reports.emptyText}</LeadButton>
      ) : (
        <Text text={markdown} facts={[]} citations={[]} names={null} source={null} />
      )}
    </div>
  );
}

function TextArea({ markdown, onDone }: Pick<OwnTextProps, 'markdown' | 'onDone'>) {
  const { ui } = useWords();
  const [text, setText] = useState(markdown);
  const done = useRef(false);
  const finish = (byKey: boolean) => {
    // Whoever takes the focus when this is done makes the field lose it once more.
    if (done.current) return;
    done.current = true;
    onDone(text, byKey);
  };
  return (
    <>
      <textarea
        className={styles.writing}
        aria-label={ui.reports.text}
        value={text}
        maxLength={LONGEST}
        rows={Math.max(3, text.split('\n').length + 1)}
        ref={(field) => field?.focus()}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => finish(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          finish(true);
        }}
      />
      <p className={styles.note}>{ui.reports.textHint}</p>
    </>
  );
}
